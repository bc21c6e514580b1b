import { askHint } from "../../config/hint.ts";
import { breaker, cutText } from "../../text/quote-text.ts";
import type { SectionStatus } from "../description.ts";
import type { Found, SectionState } from "./rule.ts";

/** One finding for each section with that status; `message` says what was seen and what is expected. */
export function findByStatus(
  sections: readonly SectionState[],
  statuses: readonly SectionStatus[],
  message: (state: SectionState) => string,
): Found[] {
  return sections
    .filter(({ status }) => statuses.includes(status))
    .map((state) => ({
      section: state.section.id,
      message: message(state),
      hint: askHint(state.section.hint),
      line: state.line,
    }));
}

/** What to write: the section's own question, or how much. */
export function askFor({ section }: SectionState): string {
  if (section.hint === "") return `write at least ${section.min_words || 1} words`;
  return askHint(section.hint);
}

/** A section in a sentence: its name, and the heading that stands for it when that is another. */
export function nameSection({ section, heading }: SectionState): string {
  if (heading === null || heading.text.toLowerCase() === section.heading.toLowerCase())
    return section.heading;
  return `${section.heading} ("${shorten(heading.text)}")`;
}

/**
 * A text of somebody else's in a message: one line, at most 60 characters, nothing that would notify or close
 * a quote.
 */
export const shorten = (text: string): string =>
  cutText(text, 60).replaceAll('"', "'").replaceAll("@", `@${breaker}`);

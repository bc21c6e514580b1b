import { askHint } from "../../config/hint.ts";
import { breaker, cutText } from "../../text/quote-text.ts";
import type { Seen, SeenSection } from "../../finding.ts";
import type { SectionStatus } from "../description.ts";
import type { Found, SectionState } from "./rule.ts";

/** One finding for each section with that status. */
export function findByStatus(
  sections: readonly SectionState[],
  status: SectionStatus,
  see: (section: SeenSection, state: SectionState) => Seen,
): Found[] {
  return sections
    .filter((state) => state.status === status)
    .map((state) => ({ section: state.section.id, seen: see(seeSection(state), state), line: state.line }));
}

function seeSection({ section, heading }: SectionState): SeenSection {
  const isSame = heading === null || heading.text.toLowerCase() === section.heading.toLowerCase();
  return {
    name: section.heading,
    heading: isSame ? null : shorten(heading.text),
    ask: askHint(section.hint),
    minWords: section.min_words,
  };
}

/**
 * A text of somebody else's in a message: one line, at most 60 characters, nothing that would notify or close
 * a quote.
 */
export const shorten = (text: string): string =>
  cutText(text, 60).replaceAll('"', "'").replaceAll("@", `@${breaker}`);

import type { z } from "zod";
import { readHint } from "../../config/hint.ts";
import type { Section } from "../../config/schema/section-schema.ts";
import type { Level, Seen, SeenSection } from "../../finding.ts";
import { breaker, cutText } from "../../text/quote-text.ts";
import type { DescriptionFacts, SectionStatus } from "../description.ts";
import type { Occurrence } from "../find-sections.ts";
import type { HeadingPart, ParsedDescription, TextPart } from "../parts.ts";

/** A configured section as found in the description. */
export interface SectionState {
  section: Section;
  /** The level after `when`. */
  level: Level;
  status: SectionStatus;
  /** The matching heading; null when the section is missing, or is text without a heading (`prose_is`). */
  heading: HeadingPart | null;
  /** From 1; null when missing. */
  line: number | null;
  content: readonly TextPart[];
  /** What the author added to it: usable, and not the template's. */
  used: readonly TextPart[];
  /** The words that it needs: the section's own minimum, or more where its heading names several sections. */
  minWords: number;
  /** Every place that has it; `heading` and `content` are those of the best one. */
  occurrences: readonly Occurrence[];
}

interface RuleContext<Options> {
  input: DescriptionFacts;
  parsed: ParsedDescription;
  sections: readonly SectionState[];
  options: Options;
}

/** What a rule finds. Rule id and level are added by the runner. */
export interface Found {
  /** Id of the section that it is about; null for the whole pull request. */
  section: string | null;
  seen: Seen;
  /** From 1; null when there is none. */
  line: number | null;
}

/** One thing that can be wrong with a description. One file each; `index.ts` lists them. */
export interface Rule<Shape extends z.ZodRawShape = z.ZodRawShape> {
  id: string;
  /** What it asks for, in one sentence. */
  summary: string;
  /** Its level unless a config says otherwise. */
  level: Level;
  /** Its options beside `level`, each with a default. */
  options: Shape;
  check(context: RuleContext<z.output<z.ZodObject<Shape>>>): Found[];
}

/** Infers the type of a rule's options. */
export function defineRule<Shape extends z.ZodRawShape>(rule: Rule<Shape>): Rule<Shape> {
  return rule;
}

/** One finding for each section with that status. */
export function listByStatus(
  sections: readonly SectionState[],
  status: SectionStatus,
  see: (section: SeenSection, state: SectionState) => Seen,
): Found[] {
  return sections
    .filter((state) => state.status === status)
    .map((state) => ({ section: state.section.id, seen: see(seeSection(state), state), line: state.line }));
}

function seeSection({ section, heading, minWords }: SectionState): SeenSection {
  const isSame = heading === null || heading.text.toLowerCase() === section.heading.toLowerCase();
  return {
    heading: section.heading,
    writtenHeading: isSame ? null : toExcerpt(heading.text),
    ...readHint(section.hint),
    minWords,
  };
}

/** Somebody else's text in a message: one line of at most 60 characters that notifies nobody, without `"`. */
export const toExcerpt = (text: string): string =>
  cutText(text, 60).replaceAll('"', "'").replaceAll("@", `@${breaker}`);

import type { z } from "zod";
import { readHint } from "../../config/hint.ts";
import type { Section } from "../../config/schema/section-schema.ts";
import type { Level, Seen, SeenSection } from "../../finding.ts";
import { breaker, cutText } from "../../text/quote-text.ts";
import type { DescriptionFacts, SectionStatus } from "../description.ts";
import type { Occurrence } from "../find-sections.ts";
import {
  type HeadingPart,
  type ParsedDescription,
  readableText,
  type TextPart,
  visibleText,
} from "../parts.ts";

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
  /** Every place in the text that has it; `heading` and `content` are those of the best one. */
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

/** Keeps the type of a rule's options. */
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
    name: section.heading,
    heading: isSame ? null : shorten(heading.text),
    ...readHint(section.hint),
    minWords,
  };
}

/** Somebody else's text in a message: one line of at most 60 characters that notifies nobody, without `"`. */
export const shorten = (text: string): string =>
  cutText(text, 60).replaceAll('"', "'").replaceAll("@", `@${breaker}`);

/** What surrounds a path in prose, in Markdown and in a link's target. */
const separators = /[\s'"()[\]<>,;*|=→]+/;

/**
 * The changed files and folders that a description names: by path, by name, or as the end of a link's target.
 * A name that is an ordinary word ("api", "test") counts only when written as a name: `api/`, or in
 * backticks.
 */
export function listNamedFiles(
  parsed: ParsedDescription,
  { body, files }: Pick<DescriptionFacts, "body" | "files">,
): Set<string> {
  const text = `${visibleText(parsed)}\n${readableText(body, parsed)}`;
  const tokens = new Set<string>();
  for (const raw of text.split(separators)) {
    const [target = ""] = raw.split(/[?#]/, 1);
    // `src/a.ts:12` names one of its lines.
    const name = target.replace(/^[`~]*(?:\.?\/)?|[`~.:!]+$/g, "").replace(/:\d[\d:-]*$|\/+$/, "");
    if (/[`/]/.test(target.slice(name.length)) || !isWord(name)) tokens.add(name);
    if (name.includes("://")) for (const end of endsOf(name)) tokens.add(end);
  }
  const named = new Set<string>();
  for (const { path } of files) {
    for (const name of namesOf(path)) if (name.length > 2 && tokens.has(name)) named.add(name);
  }
  return named;
}

/** "api" is a word, `api.ts`, `src/api` and `Makefile` are not. */
const isWord = (name: string) =>
  /^(?:[\p{Ll}\p{N}_-]+|\p{Lu}[\p{Ll}\p{N}_-]*)$/u.test(name) && !/file$/i.test(name);

/** What a link may lead to: its last path segments. */
function endsOf(link: string): string[] {
  const steps = link.split("/").slice(-12);
  return steps.map((_, index) => steps.slice(index).join("/")).filter((end) => !isWord(end));
}

/** The path, the file's name, and each of its folders. */
function namesOf(path: string): string[] {
  const steps = path.split("/");
  const folders = steps.slice(0, -1).map((_, index) => steps.slice(0, index + 1).join("/"));
  return [path, steps.at(-1) ?? path, ...folders];
}

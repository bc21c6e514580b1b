import type { Section } from "../config/schema/section-schema.ts";
import { splitLines, visibleLines } from "../text/lines.ts";
import { asksForTicks, matchSections } from "./match-sections.ts";
import type { NamedSection } from "./name-index.ts";
import { saysWhat } from "./parse/name.ts";
import {
  asText,
  type HeadingPart,
  isEndedBy,
  isUnread,
  isUsable,
  type ParsedDescription,
  type Part,
  type TextPart,
  type Unread,
} from "./parts.ts";

/** A place where a text has a section. */
export interface Occurrence {
  heading: HeadingPart;
  /** How many sections its heading names. */
  shared: number;
  /** Everything under its heading, smaller headings included. */
  content: TextPart[];
  /** Index of the part that follows it: the next heading outside of it. */
  end: number;
}

export interface FoundSections {
  /** By section id, in the text's order. */
  occurrences: Map<string, Occurrence[]>;
  /** Text under no heading at all. */
  loose: TextPart[];
}

/**
 * Assigns a text's parts to the sections that its headings name. Nested headings also belong to their
 * parents.
 */
export function findSections({ parts }: ParsedDescription, sections: readonly NamedSection[]): FoundSections {
  const occurrences = new Map<string, Occurrence[]>();
  const tables = findSectionTables(parts, sections);
  const open = new OpenHeadings();
  for (const [index, part] of parts.entries()) {
    open.close(index, (heading) => heading.detailsDepth > part.detailsDepth);
    if (part.type === "text") {
      open.addText(part);
      continue;
    }
    const isRow = tables.has(part);
    const ids = isNoName(part, isRow, open) ? nothing : matchSections(part, sections, allowsQuestion(open));
    if (ids.size === 0 && part.isTitle) continue;
    if (ids.size === 0 && isChecklist(part)) open.close(index, () => true);
    if (ids.size === 0 && !isStructure(part) && !isRow) {
      addUnknown(part, index, parts, open);
      continue;
    }
    open.close(index, (heading) => isEndedBy(heading, part));
    const occurrence = { heading: part, shared: ids.size, content: [], end: parts.length };
    if (!open.add(part, ids.size === 0 ? null : occurrence)) continue;
    for (const id of ids) {
      const known = occurrences.get(id);
      if (known === undefined) occurrences.set(id, [occurrence]);
      else known.push(occurrence);
    }
  }
  return { occurrences, loose: open.loose };
}

interface Open {
  heading: HeadingPart;
  /** Null when it names no section. */
  occurrence: Occurrence | null;
}

/** Deeper nesting is not followed; it belongs to the outer headings. */
const maxHeadingDepth = 24;

/** The headings around the part that is being read, from the outermost. */
class OpenHeadings {
  #open: Open[] = [];
  /** Text under no heading at all. */
  readonly loose: TextPart[] = [];
  /** The number of words before a sentence's colon, which count with the text behind it. */
  leadWords = 0;

  get last(): Open | undefined {
    return this.#open.at(-1);
  }

  some(test: (open: Open) => boolean): boolean {
    return this.#open.some(test);
  }

  /** Returns false when it is nested too deep. */
  add(heading: HeadingPart, occurrence: Occurrence | null): boolean {
    if (this.#open.length >= maxHeadingDepth) return false;
    this.#open.push({ heading, occurrence });
    return true;
  }

  addText(text: TextPart): void {
    const whole = this.leadWords === 0 ? text : { ...text, words: text.words + this.leadWords };
    this.leadWords = 0;
    if (this.#open.length === 0) this.loose.push(whole);
    for (const { occurrence } of this.#open) occurrence?.content.push(whole);
  }

  /** Ends headings at the part with this index. */
  close(index: number, ends: (heading: HeadingPart) => boolean): void {
    if (!this.some(({ heading }) => ends(heading))) return;
    for (const { heading, occurrence } of this.#open) {
      if (occurrence !== null && ends(heading)) occurrence.end = index;
    }
    this.#open = this.#open.filter(({ heading }) => !ends(heading));
  }
}

/** Is it in a place where no heading names a section, whatever its words? */
function isNoName(heading: HeadingPart, isRow: boolean, open: OpenHeadings): boolean {
  // In a list of kinds or of things to tick, "Fix" and "Tests" are answers.
  if (heading.syntax === "task") return open.some((outer) => asksForTicks(outer.heading));
  if (heading.syntax === "table") return !isRow;
  // Under a heading, a quote is the template's hint.
  return heading.syntax === "quote" && open.some((outer) => outer.heading.syntax !== "quote");
}

/** Below a section's own heading, a long question in bold is the author's. */
const allowsQuestion = (open: OpenHeadings) =>
  !open.some(({ heading, occurrence }) => occurrence !== null && heading.rank <= 6);

/** Adds a part that only looks like a heading as text. An empty field ends before the next one. */
function addUnknown(part: HeadingPart, index: number, parts: readonly Part[], open: OpenHeadings): void {
  const { last } = open;
  const isEmpty = last?.occurrence?.content.some(isUsable) === false;
  if (isEmpty && last !== undefined && isNext(parts, last.heading, part))
    open.close(index, (heading) => heading === last.heading);
  if (hasRest(part, parts[index + 1])) open.leadWords = saysMore(part) ? part.words : 0;
  else if (!isBareLabel(part)) open.addText(asText(part));
}

const nothing: ReadonlySet<string> = new Set();

/** Unknown words are still a heading when GitHub shows them as one, or when a short bold line is alone. */
function isStructure(heading: HeadingPart): boolean {
  return heading.isCertain && !["label", "summary", "task"].includes(heading.syntax);
}

/**
 * Is an unknown field or question the template's next one, rather than an answer to the empty one before it?
 * A template's sentences in bold are neighbours. Below a heading that is a name, a sentence that ends like a
 * statement is an answer.
 */
function isNext(parts: readonly Part[], empty: HeadingPart, next: HeadingPart): boolean {
  const asks = empty.isSentence || (empty.words > maxNameWords && !/[.!。！]$/.test(next.text));
  return (empty.syntax === "bold" && next.isSentence && asks) || isNextField(parts, empty, next);
}

/** In words. A longer heading is a request. */
const maxNameWords = 4;

/**
 * In a list, bold fields are neighbours. Elsewhere some field above must have its answer on its own line, and
 * the gap to the next field must be at least as large as the gap before this one. "Manual:" and "Steps:"
 * answer any field.
 */
function isNextField(parts: readonly Part[], field: HeadingPart, next: HeadingPart): boolean {
  const isAlike = (other: HeadingPart) =>
    other.isField && other.isEmphasised === field.isEmphasised && other.listDepth === field.listDepth;
  if (!field.isField || !isAlike(next) || !saysWhat(next)) return false;
  if (field.isEmphasised && (field.listDepth > 0 || templateField.test(next.text))) return true;
  const above = parts.slice(0, parts.indexOf(field));
  const before = above.at(-1);
  return (
    before !== undefined &&
    above.some((part) => part.type === "heading" && part.syntax === "inline" && isAlike(part)) &&
    isNear(field, next) <= isNear(before, field)
  );
}

/** 0 when blank lines are between them, else 1. */
const isNear = (part: Part, next: Part) => Number(next.line <= part.lastLine + 1);

/** Fields that templates ask for besides sections. */
const templateField =
  /^(?:(?:related |linked |jira )?(?:tickets?|issues?|tasks?|stor(?:y|ies)|epics?|prs?|links?)|jira|type(?: of change)?|screenshots?|figma|designs?|docs|documentation|dependencies|depends on|reviewers?|assignees?|labels?|authors?|date|version|milestone|checklist)$/i;

/** A template's folded checklist is not part of the section above it. */
const isChecklist = ({ syntax, names }: HeadingPart) =>
  syntax === "summary" && /^(?:[a-z]+ )?check ?list$/.test(names[0]?.exact ?? "");

/** "Notes:" alone says nothing, whatever follows. */
function isBareLabel(heading: HeadingPart): boolean {
  return heading.syntax === "label" && heading.isCertain;
}

/** "It now retries in one case: a time-out." is not a field, unlike "Node version: 22". */
const saysMore = ({ isEmphasised, words }: HeadingPart) => !isEmphasised && words > 3;

/** Does text follow on the heading's own line: "Notes: more"? */
function hasRest(heading: HeadingPart, next: Part | undefined): boolean {
  return next?.type === "text" && next.kind === "prose" && next.line === heading.line;
}

/**
 * The rows of tables to fill in: two of a table's rows begin with a section's name, or one does and the rows
 * ask. Other tables are data.
 */
function findSectionTables(parts: Part[], sections: readonly NamedSection[]): Set<HeadingPart> {
  const toFillIn = new Set<HeadingPart>();
  let rows: HeadingPart[] = [];
  const finish = () => {
    if (rows.length === 0) return;
    const named = new Set(rows.flatMap((row) => [...matchSections(row, sections)]));
    const asking = rows.filter(({ text }) => /[?？:：]\W*$/.test(text)).length;
    if (named.size >= 2 || (named.size === 1 && 2 * asking >= rows.length))
      for (const row of rows) toFillIn.add(row);
    rows = [];
  };
  for (const part of parts) {
    if (part.type === "heading" && part.syntax === "table") {
      const above = rows.at(-1);
      // The line of dashes may be between them.
      if (above !== undefined && part.line > above.line + 2) finish();
      rows.push(part);
    } else if (part.type === "heading" || (part.kind !== "table" && part.kind !== "comment")) finish();
  }
  finish();
  return toFillIn;
}

/** The dashes between a table's head and body are not text. */
const tableRule = /^[\s|:]*-[\s|:-]*$/;

/**
 * A section's text as written in the body, with its Markdown, for quoting, but without comments. Null when
 * the section is missing or says nothing.
 */
export function readSectionText(
  parsed: ParsedDescription | Unread,
  body: string,
  sections: readonly Section[],
  id: string,
): string | null {
  if (isUnread(parsed)) return null;
  const lines = splitLines(body).map(({ text }) => text);
  const occurrences = findSections(parsed, sections).occurrences.get(id) ?? [];
  const text = occurrences.flatMap((occurrence) => readLines(occurrence, lines)).join("\n");
  const shown = [...visibleLines(text)]
    .map((line) => line.text)
    .join("\n")
    .trim();
  return shown === "" ? null : shown;
}

function readLines({ heading, content }: Occurrence, lines: string[]): string[] {
  const said = content.filter(
    ({ kind, text, media }) =>
      (kind === "prose" || kind === "code" || kind === "table") && (text !== "" || media !== null),
  );
  // In `Focus: naming` the text shares its line with the heading; only what follows it counts.
  const beside = said.filter(({ line }) => line <= heading.lastLine).map(({ text }) => text);
  const below = new Set<number>();
  for (const { kind, line, lastLine } of said) {
    for (let at = Math.max(line, heading.lastLine + 1); at <= lastLine; at += 1) below.add(at);
    if (kind === "table" && tableRule.test(lines[lastLine] ?? "")) below.add(lastLine + 1);
  }
  const numbers = [...below].sort((a, b) => a - b);
  return [...beside, ...numbers.map((number) => lines[number - 1] ?? "")];
}

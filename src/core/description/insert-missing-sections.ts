import type { Section } from "../config/schema/section-schema.ts";
import type { DescriptionVerdict } from "./description.ts";
import { findSections, type Occurrence } from "./find-sections.ts";
import { type Line, splitLines } from "../text/lines.ts";
import { parseDescription } from "./parse-description.ts";
import { type HeadingPart, hasGivenUp, type ParsedDescription } from "./parsed-description.ts";
import { toCommentText } from "./render-template.ts";

/** A piece of text to put before a line (from 1; one more than there are lines: at the end). */
interface Insertion {
  line: number;
  text: string;
}

/**
 * The body with the missing sections' headings, each with its hint as an HTML comment. Every byte of the body is kept.
 * A section goes behind the one that comes before it in the config's order (in front of it when something in it is never
 * closed), else before the one that comes after it, else to the end; never into code, a comment, a table or a details
 * block. Null when nothing is missing (or the body cannot be read).
 *
 * @param sections the config's, in its order
 */
export function insertMissingSections(
  body: string,
  verdict: DescriptionVerdict,
  sections: readonly Section[],
): string | null {
  const parsed = parseDescription(body);
  const missing = new Set(
    verdict.sections
      .filter(({ status, level }) => status === "missing" && level !== "off")
      .map(({ id }) => id),
  );
  if (hasGivenUp(parsed) || verdict.gaveUp !== null) return null;
  const found = findSections(parsed, sections).occurrences;
  const wanted = sections.filter(({ id, optional }) => missing.has(id) && !optional && !found.has(id));
  if (wanted.length === 0) return null;
  const lines = splitLines(body);
  const eol = /\r\n|\n|\r/.exec(body)?.[0] ?? "\n";
  const insertions = wanted.map((section) => {
    const place = findPlace(section, sections, found, parsed, lines.length);
    return { line: place.line, text: renderSection(section, place.like, eol) };
  });
  return applyInsertions(body, lines, insertions, eol);
}

function findPlace(
  section: Section,
  sections: readonly Section[],
  found: Map<string, Occurrence[]>,
  parsed: ParsedDescription,
  lastLine: number,
): { line: number; like: HeadingPart | null } {
  const position = sections.indexOf(section);
  const before = sections.slice(0, position).findLast(({ id }) => found.has(id));
  const after = sections.slice(position + 1).find(({ id }) => found.has(id));
  if (before !== undefined) {
    const { heading, end } = found.get(before.id)!.at(-1)!;
    const line = parsed.parts[end]?.line ?? lastLine + 1;
    const place = outside(line, parsed);
    // What is never closed stays in its section: nothing comes between them.
    return { line: place < line ? outside(heading.line, parsed, true) : place, like: heading };
  }
  if (after !== undefined) {
    const { heading } = found.get(after.id)![0]!;
    return { line: outside(heading.line, parsed, true), like: heading };
  }
  return { line: outside(lastLine + 1, parsed), like: null };
}

/** The nearest line before which a heading can stand by itself. */
function outside(line: number, parsed: ParsedDescription, before = false): number {
  const end = parsed.openEnd?.line ?? Number.POSITIVE_INFINITY;
  const place = Math.min(line, end);
  const inside = parsed.enclosed.find(({ first, last }) => place > first && (last === null || place <= last));
  if (inside === undefined) return place;
  const isOpen = inside.last === null || inside.last >= end;
  return before || isOpen ? inside.first : outside(inside.last! + 1, parsed);
}

function renderSection(section: Section, like: HeadingPart | null, eol: string): string {
  const hint = section.hint === "" ? "" : `${eol}${eol}<!-- ${toCommentText(section.hint)} -->`;
  return `${renderHeading(section.heading, like)}${hint}`;
}

/** In the style of the section next to it. */
function renderHeading(name: string, like: HeadingPart | null): string {
  switch (like?.form) {
    case "atx":
    case "setext":
    case "html":
      return `${"#".repeat(like.rank)} ${name}`;
    case "bold":
      return `**${name}**`;
    case "label":
    case "inline":
      return `**${name}:**`;
    default:
      return `## ${name}`;
  }
}

function applyInsertions(body: string, lines: Line[], insertions: Insertion[], eol: string): string {
  const places = [...new Set(insertions.map(({ line }) => line))].sort((one, other) => one - other);
  let result = "";
  let position = 0;
  for (const place of places) {
    const offset = lines[place - 1]?.offset ?? body.length;
    result += body.slice(position, offset);
    const texts = insertions.filter(({ line }) => line === place).map(({ text }) => text);
    result += `${gapAfter(result, eol)}${texts.join(eol + eol)}${eol}${offset < body.length ? eol : ""}`;
    position = offset;
  }
  return result + body.slice(position);
}

/** What is needed for a blank line between the text so far and a heading. */
function gapAfter(text: string, eol: string): string {
  if (text === "") return "";
  if (/(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))$/.test(text)) return "";
  return /[\r\n]$/.test(text) ? eol : eol + eol;
}

import { renderHint } from "../config/hint.ts";
import type { Section } from "../config/schema/section-schema.ts";
import { type Line, splitLines } from "../text/lines.ts";
import type { DescriptionVerdict } from "./description.ts";
import { findSections, type Occurrence } from "./find-sections.ts";
import { parseDescription } from "./parse-description.ts";
import { type HeadingPart, isUnread, isUsable, type ParsedDescription } from "./parts.ts";

/**
 * The body with the missing sections' headings, each with its hint as an HTML comment and its boxes. Every
 * byte of the body is kept. A section goes after the one before it in the config's order (or before that one,
 * if something in it is never closed), else before the one after it, else to the end; never into code, a
 * comment, a table, a details block or a tool's marked text. If it would capture other text, it goes
 * further down, or nowhere. Null when nothing is missing or the body cannot be read.
 *
 * @param sections the config's, in its order
 */
export function insertMissingSections(
  body: string,
  verdict: DescriptionVerdict,
  sections: readonly Section[],
): string | null {
  const missing = new Set(
    verdict.sections
      .filter(({ status, level, id }) => status === "missing" && level !== "off" && isAsked(id, sections))
      .map(({ id }) => id),
  );
  if (verdict.unread !== null || missing.size === 0) return null;
  const first = read(body, sections);
  if (first === null) return null;
  let reading = first;
  for (const section of sections)
    if (missing.has(section.id)) reading = insertSection(reading, section, sections) ?? reading;
  return reading === first ? null : reading.body;
}

function isAsked(id: string, sections: readonly Section[]): boolean {
  return sections.some((section) => section.id === id && !section.optional);
}

/** A body, and what the places for new sections depend on. */
interface ReadBody {
  body: string;
  parsed: ParsedDescription;
  found: Map<string, Occurrence[]>;
  lines: Line[];
}

function read(body: string, sections: readonly Section[]): ReadBody | null {
  const parsed = parseDescription(body);
  if (isUnread(parsed)) return null;
  return { body, parsed, found: findSections(parsed, sections).occurrences, lines: splitLines(body) };
}

/** The body with this section; null when there is no place for it. */
function insertSection(before: ReadBody, section: Section, sections: readonly Section[]): ReadBody | null {
  if (before.found.has(section.id)) return null;
  for (const place of listPlaces(section, sections, before)) {
    const after = read(insertAt(before, place, section), sections);
    if (after !== null && isOnlyAdded(section.id, before.found, after.found)) return after;
  }
  return null;
}

/** Is the section there and empty, and is every other section unchanged? */
function isOnlyAdded(id: string, before: ReadBody["found"], after: ReadBody["found"]): boolean {
  const added = after.get(id);
  if (added === undefined || after.size !== before.size + 1) return false;
  if (added.some(({ content }) => content.some(isUsable))) return false;
  return [...before].every(([other, occurrences]) => keyOf(occurrences) === keyOf(after.get(other) ?? []));
}

/** The author's words in a section, to compare. */
function keyOf(occurrences: readonly Occurrence[]): string {
  return JSON.stringify(
    occurrences.map(({ heading, content }) => [
      heading.text,
      content
        .filter(({ kind }) => kind !== "comment" && kind !== "thematicBreak")
        .map(({ text, checked }) => [text, checked]),
    ]),
  );
}

interface InsertionPoint {
  /** The line before which it goes, from 1; at the end, one more than the number of lines. */
  line: number;
  /** The heading whose style it copies. */
  like: HeadingPart | null;
}

/** Where the section may go, the best place first. */
function listPlaces(
  section: Section,
  sections: readonly Section[],
  { parsed, found, lines }: ReadBody,
): InsertionPoint[] {
  const end = lines.length + 1;
  const position = sections.indexOf(section);
  const before = sections.slice(0, position).findLast(({ id }) => found.has(id));
  const after = sections.slice(position + 1).find(({ id }) => found.has(id));
  const last = before === undefined ? undefined : found.get(before.id)?.at(-1);
  const next = after === undefined ? undefined : found.get(after.id)?.[0]?.heading;
  const places: InsertionPoint[] = [];
  if (last !== undefined) {
    const line = parsed.parts[last.end]?.line ?? end;
    const place = findPlaceFrom(line, parsed);
    // Something that is never closed stays in its section: the new one goes before it.
    const best = place < line ? findPlaceUpTo(last.heading.line, parsed) : place;
    const following = parsed.parts.find((part) => part.type === "heading" && part.line >= best);
    places.push({ line: best, like: last.heading });
    // In the style of the heading before, it may outrank the next heading and capture its text.
    if (following?.type === "heading") places.push({ line: best, like: following });
  }
  if (next !== undefined) places.push({ line: findPlaceUpTo(next.line, parsed), like: next });
  return [...places, { line: findPlaceFrom(end, parsed), like: null }, { line: 1, like: null }];
}

/** The nearest line from this one on before which a heading can stand by itself; else one further up. */
function findPlaceFrom(line: number, parsed: ParsedDescription): number {
  const end = parsed.openEnd?.line ?? Number.POSITIVE_INFINITY;
  const place = Math.min(line, end);
  const around = findAround(place, parsed);
  if (around === undefined) return place;
  const { first, last } = around;
  return last === null || last >= end ? first : findPlaceFrom(last + 1, parsed);
}

/** The nearest line up to this one before which a heading can stand by itself. */
function findPlaceUpTo(line: number, parsed: ParsedDescription): number {
  const place = Math.min(line, parsed.openEnd?.line ?? Number.POSITIVE_INFINITY);
  return findAround(place, parsed)?.first ?? place;
}

/** The block that a line is inside of. */
const findAround = (line: number, { enclosed }: ParsedDescription) =>
  enclosed.find(({ first, last }) => line > first && (last === null || line <= last));

function renderSection(section: Section, like: HeadingPart | null, eol: string): string {
  const hint = renderHint(section.hint, eol);
  return `${renderHeading(section.heading, like)}${hint === "" ? "" : `${eol}${eol}${hint}`}`;
}

/** A heading in the style of the neighbouring section. */
function renderHeading(name: string, like: HeadingPart | null): string {
  switch (like?.syntax) {
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

function insertAt({ body, lines }: ReadBody, { line, like }: InsertionPoint, section: Section): string {
  const eol = /\r\n|\n|\r/.exec(body)?.[0] ?? "\n";
  const offset = lines[line - 1]?.offset ?? body.length;
  const before = body.slice(0, offset);
  const text = renderSection(section, like, eol);
  return `${before}${gapAfter(before, eol)}${text}${eol}${offset < body.length ? eol : ""}${body.slice(offset)}`;
}

/** The line ends needed for a blank line between the text so far and a heading. */
function gapAfter(text: string, eol: string): string {
  if (text === "") return "";
  if (/(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))$/.test(text)) return "";
  return /[\r\n]$/.test(text) ? eol : eol + eol;
}

import {
  asText,
  changeParts,
  type HeadingPart,
  isEndedBy,
  type LineRange,
  type Part,
  type TextPart,
} from "../parts.ts";
import { stemName } from "./name.ts";
import { agents, isStackEntry, pointsAtEntry, tools } from "./tool-line.ts";

interface Marker {
  /** Its name, without the words that mark a start or end. */
  name: string;
  isEnd: boolean;
  isStart: boolean;
}

/** Text areas that templates mark for their authors: `<!-- BEGIN: your words -->`. */
const forAuthors =
  /^(?:release ?notes?|change ?logs?|(?:pr |pull request )?description|template|details?|notes?|summary|content|body|answer|here|this)?$|\b(?:you|your|yours|author|authors|user|users|human|writer|fill|write|type|enter|answer)\b/;
const starts = /\b(?:starts?|begins?|top|open)\b(?: of)?/;
const ends = /\b(?:ends?|stop|close|bottom)\b(?: of)?|^\//;

/** A comment that starts or ends something has one of these. */
const mayBound = /^[\W_]*\/|start|begin|top|open|end|close|bottom/i;

/** Does the comment start or end something? */
export function isMarker(comment: string): boolean {
  if (!mayBound.test(comment)) return false;
  const marker = readMarker(comment);
  return marker !== null && (marker.isStart || marker.isEnd);
}

function readMarker(comment: string): Marker | null {
  const text = comment
    .toLowerCase()
    .replaceAll(/[\s_:=|]+/g, " ")
    .trim();
  if (text === "" || text.length > 200) return null;
  const plain = text.replaceAll("-", " ");
  const isEnd = ends.test(plain);
  const isStart = starts.test(plain);
  const name = plain
    .replace(/^this is (?:an? |the )?/, "")
    .replace(isEnd ? ends : starts, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return forAuthors.test(name) ? null : { name, isEnd, isStart: isStart && !isEnd };
}

/** One word that is a name, `ELLIPSIS_HIDDEN`, unlike `Optional.`. Used twice, it marks both ends. */
const isName = (comment: string) =>
  /^[\w.:-]*[A-Z\d_:-][\w.:-]{3,}$/.test(comment) &&
  /[A-Z_:-]/.test(comment) &&
  !/^[A-Z]?[a-z]+[.:]?$/.test(comment);

/**
 * Marks the text between a tool's pair of comments, `<!-- x:start -->` … `<!-- x:end -->`, which the tool
 * rewrites on each push. Returns the pairs' lines, where nothing can be inserted.
 */
export function markToolBlocks(parts: Part[]): LineRange[] {
  const ranges: LineRange[] = [];
  if (!parts.some(mayMark)) return ranges;
  let open: { index: number; line: number; comment: string; marker: Marker }[] = [];
  let heading: HeadingPart | null = null;
  for (const [index, part] of parts.entries()) {
    if (part.type === "heading") heading = part;
    if (part.type !== "text" || part.kind !== "comment") continue;
    const marker = readMarker(part.text);
    // A template marks the place for an answer with its heading's words, or with a plain word at both ends.
    if (marker === null || (heading !== null && isNamedAs(heading, marker))) continue;
    const start = open.findLast(({ comment, marker: earlier }) =>
      marker.isEnd
        ? earlier.name === marker.name && (earlier.isStart || !isWord.test(comment))
        : comment === part.text && isName(part.text) && !marker.isStart,
    );
    if (start === undefined) {
      if (!marker.isEnd && open.length < maxOpen)
        open.push({ index, line: part.line, comment: part.text, marker });
      continue;
    }
    changeParts(parts, [start.index, index + 1], toToolText);
    ranges.push({ first: start.line, last: part.lastLine });
    open = open.filter((each) => each.index < start.index);
  }
  // A footer without an end goes to the end of the text, if no heading follows.
  for (const { index, comment, marker } of open)
    if (marker.isStart && tools.test(comment) && parts.slice(index).every(({ type }) => type === "text"))
      changeParts(parts, [index, parts.length], toToolText);
  return ranges;
}

const isWord = /^\p{Ll}+$/u;

function isNamedAs(heading: HeadingPart, { name }: Marker): boolean {
  const stems = new Set(stemName({ exact: name, isAlias: false }));
  return heading.names.some((other) => [...stemName(other)].some((stem) => stems.has(stem)));
}

const mayMark = (part: Part) =>
  part.type === "text" && part.kind === "comment" && (mayBound.test(part.text) || isName(part.text));

const maxOpen = 200;

/**
 * Marks the neighbours of a tool's lines: a list of only pull requests that includes this one, and the line
 * above a list of the tool's links.
 */
export function markToolLists(parts: Part[]): void {
  const isTool = (part: Part | undefined) => part?.type === "text" && part.kind === "tool";
  const entries = (at: number) => {
    let end = at;
    for (let part = parts[end]; part !== undefined && isEntry(part); part = parts[end]) end += 1;
    return end;
  };
  for (let index = 0; index < parts.length; index++) {
    const end = entries(index);
    if (end === index) continue;
    const list = parts.slice(index, end);
    const isStack =
      list.some(({ text }) => pointsAtEntry(text)) || isTool(parts[index - 1]) || isTool(parts[end]);
    if (isStack && list.some(({ text }) => /#\d/.test(text))) changeParts(parts, [index, end], toToolText);
    index = end - 1;
  }
  let isBeforeTool = false;
  for (const [index, part] of [...parts.entries()].reverse()) {
    if (part.type === "heading") {
      if (isBeforeTool && part.syntax === "label" && tools.test(part.text)) parts[index] = toToolText(part);
      isBeforeTool = false;
    } else if (part.kind === "tool") isBeforeTool = true;
    else if (part.kind !== "comment" && part.kind !== "thematicBreak") {
      if (isBeforeTool && isLeadIn(part)) parts[index] = toToolText(part);
      else isBeforeTool = false;
    }
  }
}

/** Marks folded help, "Dependabot commands and options", and what it contains. */
export function markToolHelp(parts: Part[]): void {
  for (const [index, part] of parts.entries()) {
    if (part.type !== "heading" || part.syntax !== "summary" || !isHelp(part.text)) continue;
    const rest = parts.slice(index + 1).findIndex(({ detailsDepth }) => detailsDepth < part.detailsDepth);
    changeParts(parts, [index, rest === -1 ? parts.length : index + 1 + rest], toToolText);
  }
}

const isHelp = (text: string) => agents.test(text) && /\bcommands\b/i.test(text);

const maxEntry = 200;

/** "1. #14" and "**#14**" look like headings. */
const isEntry = (part: Part) =>
  (part.type === "heading"
    ? part.syntax === "marked" || part.syntax === "bold"
    : part.kind === "prose" && part.checked === null) &&
  part.listDepth > 0 &&
  part.text !== "" &&
  part.text.length <= maxEntry &&
  isStackEntry(part.text);

/** "The previews of this change:", ":books: Documentation previews :books:" */
const isLeadIn = ({ kind, checked, media, text, words }: TextPart) =>
  kind === "prose" &&
  checked === null &&
  media === null &&
  (/[:：]\s*$/.test(text) || (words <= 6 && tools.test(text)));

/** "Summary by Sourcery", "Copilot summary", "Generated by Copilot at 1234567". */
const generated =
  /^(?:(?:[\w ]{0,20} )?(?:summary|description|walkthrough|overview) by \w+(?: \w+)?|(?:ai|copilot|coderabbit|sourcery|greptile|cubic|gemini|ellipsis|qodo|cursor|claude|auto generated|automated|generated)(?: \w+)? (?:summary|description|walkthrough|overview)|(?:auto )?generated by .*|(?:diagram|changes|files?|code) walkthrough)$/;
const changelog = /^(?:release ?notes?|change ?logs?|commits?|what s changed|whats changed)$/;
/** `[1.2.3](…) (2026-01-01)`, `v1.2`, `Package 4.20.0`. */
const version = /^\W*v?\d+\.\d+[\w.-]*\W*(?:\(|$)|\bv?\d+\.\d+\.\d+/;

interface OpenHeading {
  heading: HeadingPart;
  hasEmbedded: boolean;
  isGenerated: boolean;
}

/**
 * Marks headings of embedded release notes, which say nothing about this change, and text below a heading
 * such as "Summary by X", which is that tool's.
 */
export function markEmbedded(parts: Part[]): void {
  markWalkthrough(parts);
  const open: OpenHeading[] = [];
  for (const [index, part] of parts.entries()) {
    let outer = open.at(-1);
    while (part.type === "heading" && outer !== undefined && isEndedBy(outer.heading, part)) {
      open.pop();
      outer = open.at(-1);
    }
    if (outer?.isGenerated) parts[index] = toToolText(part);
    else if (part.type === "heading") {
      const isGenerated = generated.test(part.names[0]?.exact ?? "");
      part.isEmbedded = isGenerated || (outer?.hasEmbedded ?? false);
      if (part.isCertain)
        open.push({ heading: part, hasEmbedded: part.isEmbedded || isChangelog(part), isGenerated });
    }
  }
}

/** PR-Agent writes plain headings before its walkthrough: "PR Type", "Description". */
function markWalkthrough(parts: Part[]): void {
  const end = parts.findIndex((part) => part.type === "heading" && isNamed(part, /^\w+ walkthrough$/));
  const start = parts.findLastIndex(
    (part, index) => index < end && part.type === "heading" && isNamed(part, /^(?:pr )?type$/),
  );
  const hasBoxes = parts.slice(start, end).some(({ checked }) => checked !== null);
  if (start !== -1 && !hasBoxes) changeParts(parts, [start, end], toToolText);
}

const isNamed = ({ names: [whole] }: HeadingPart, pattern: RegExp) => pattern.test(whole?.exact ?? "");

function isChangelog(heading: HeadingPart): boolean {
  return changelog.test(heading.names[0]?.exact ?? "") || version.test(heading.text.slice(0, 60));
}

/** A tool's text is never a section, an answer or a task. */
export function toToolText(part: Part): TextPart {
  if (part.type === "text")
    return part.kind === "comment" ? part : { ...part, kind: "tool", checked: null, media: null };
  return { ...asText(part), kind: "tool" };
}

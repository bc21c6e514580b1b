import { type Fence, indentOf, isClosingFence, parseFence } from "./fence.ts";
import { readLine } from "./read-line.ts";

/** Where a comment starts to speak for itself. */
export interface FirstLine {
  /** The line, trimmed; null when there is none (only quotes, code, pictures, nothing). */
  text: string | null;
  /** Its number, from 1; 0 when there is none. */
  line: number;
  /** Index in the body where the next line starts. */
  next: number;
  /** Nothing but ```suggestion fences (and quotes) stands in the whole comment. */
  isSuggestionOnly: boolean;
}

interface Cursor {
  at: number;
  line: number;
  suggestions: number;
  /** Code that suggests nothing, and pictures. */
  others: number;
}

/**
 * Skips quotes, code fences and HTML comments, and finds the first line that is the writer's own. One pass, each
 * character is looked at a bounded number of times. Indented code stops the search: it is not a label.
 * @param isSilent says whether a line of pictures is without words (a badge has some, a screenshot has none).
 */
export function parseFirstLine(body: string, isSilent: (line: string) => boolean): FirstLine {
  const cursor: Cursor = { at: 0, line: 0, suggestions: 0, others: 0 };
  while (cursor.at <= body.length) {
    skipEmptyLines(body, cursor);
    const { text: raw, next } = readLine(body, cursor.at);
    const text = raw.trim();
    cursor.line += 1;
    if (text === "" || isQuote(text) || isRule(text) || isAttribution(text, body, next)) {
      cursor.at = next;
      continue;
    }
    const fence = parseFence(raw);
    if (fence !== null) skipFence(body, cursor, next, fence);
    else if (text.startsWith("<!--")) skipHtmlComment(body, cursor);
    else if (indentOf(raw) > 3) return { ...nothing };
    else if (isSilent(text)) {
      cursor.others += 1;
      cursor.at = next;
    } else return { text, line: cursor.line, next, isSuggestionOnly: false };
  }
  return { ...nothing, isSuggestionOnly: cursor.suggestions > 0 && cursor.others === 0 };
}

const nothing: FirstLine = { text: null, line: 0, next: 0, isSuggestionOnly: false };

/** Most of a body built to be slow is line feeds: they cost no more than their number. */
function skipEmptyLines(body: string, cursor: Cursor): void {
  for (;;) {
    const code = body.charCodeAt(cursor.at);
    const length = code === 10 ? 1 : code === 13 && body.charCodeAt(cursor.at + 1) === 10 ? 2 : 0;
    if (length === 0) return;
    cursor.at += length;
    cursor.line += 1;
  }
}

const isQuote = (text: string) => text.startsWith(">");

/** `---`, `* * *`: https://spec.commonmark.org/0.31.2/#thematic-breaks */
function isRule(text: string): boolean {
  const mark = text[0];
  if (mark !== "-" && mark !== "*" && mark !== "_") return false;
  let marks = 0;
  for (const character of text) {
    if (character === mark) marks += 1;
    else if (character !== " ") return false;
  }
  return marks >= 3;
}

/** "On Monday, Alice wrote:" as mail programs put it in front of a quote. */
function isAttribution(text: string, body: string, next: number): boolean {
  if (text.length > 200 || !text.startsWith("On ") || !text.endsWith(" wrote:")) return false;
  return isQuote(readLine(body, next).text.trim());
}

function skipFence(body: string, cursor: Cursor, start: number, fence: Fence): void {
  if (/^suggestion(?![\w-])/i.test(fence.info)) cursor.suggestions += 1;
  else cursor.others += 1;
  let at = start;
  while (at <= body.length) {
    const { text, next } = readLine(body, at);
    at = next;
    cursor.line += 1;
    if (isClosingFence(text, fence)) break;
  }
  cursor.at = at;
}

/** Stops right behind the last of a run of HTML comments, so that what follows on the same line is read next. */
function skipHtmlComment(body: string, cursor: Cursor): void {
  const start = cursor.at;
  let at = body.indexOf("<!--", start);
  while (body.startsWith("<!--", at)) {
    const close = body.indexOf("-->", at + 4);
    at = close < 0 ? body.length + 1 : close + 3;
    while (body[at] === " ") at += 1;
  }
  cursor.at = at;
  // The line that it ends on is counted again when the rest of it is read.
  cursor.line += body.slice(start, at).split("\n").length - 2;
}

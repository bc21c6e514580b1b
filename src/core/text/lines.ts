/** A line of a text, which ends with CRLF, LF or a lone CR (CommonMark 2.1). */
export interface Line {
  /** Without its ending. */
  text: string;
  /** Where it starts in the text, in UTF-16 code units. */
  offset: number;
  /** Where the next line starts. */
  end: number;
}

const ending = /\r\n|\n|\r/g;

/**
 * The line that starts at `offset`; null at the text's end. Continue at its `end` to read on without
 * splitting the whole text.
 */
export function readLine(text: string, offset: number): Line | null {
  if (offset >= text.length) return null;
  ending.lastIndex = offset;
  const match = ending.exec(text);
  if (match === null) return { text: text.slice(offset), offset, end: text.length };
  return { text: text.slice(offset, match.index), offset, end: ending.lastIndex };
}

/** Splits a text into its lines; a final line ending adds no empty line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let line = readLine(text, 0); line !== null; line = readLine(text, line.end)) lines.push(line);
  return lines;
}

/**
 * Columns of leading white space; a tab counts up to the next multiple of four (CommonMark 2.2).
 * @param start the column at which the text starts.
 */
export function indentOf(text: string, start = 0): number {
  let column = start;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) column += 1;
    else if (code === 9) column += 4 - (column % 4);
    else break;
  }
  return column - start;
}

/** Is the line a thematic break: `---`, `* * *`, `_\t_\t_` (CommonMark 4.1)? */
export function isThematicBreak(line: string): boolean {
  if (indentOf(line) > 3) return false;
  const marks = line.replace(/[ \t]/g, "");
  const [mark = ""] = marks;
  if (marks.length < 3 || !"-*_".includes(mark)) return false;
  for (const character of marks) if (character !== mark) return false;
  return true;
}

/** A line of Markdown with what a reader sees of it. */
export interface VisibleLine extends Line {
  /** Without its ending and without what HTML comments hide. */
  text: string;
  /** Its number in the text, from 1. */
  number: number;
  /** The code fence that the line belongs to, the same object for all its lines; null outside of code. */
  fence: CodeFence | null;
}

/**
 * Reads a text line by line, in linear time, without a Markdown parser or backtracking. Leaves out blank
 * lines, and lines that are entirely in an HTML comment.
 */
export function* visibleLines(text: string): Generator<VisibleLine> {
  const comments = new CommentScanner(text);
  const items: number[] = [];
  let fence: CodeFence | null = null;
  let number = 0;
  for (let offset = 0; offset < text.length; ) {
    // Empty lines are skipped first, because hostile texts are mostly line feeds.
    const code = text.charCodeAt(offset);
    if (code === 10 || code === 13) {
      offset += code === 13 && text.charCodeAt(offset + 1) === 10 ? 2 : 1;
      number += 1;
      continue;
    }
    const line = readLine(text, offset);
    if (line === null) return;
    offset = line.end;
    number += 1;
    if (fence !== null && endsItem(line.text, fence.itemColumn)) fence = null;
    const isText: boolean = fence === null && !comments.hides(line);
    const opens: CodeFence | null = isText ? parseFence(enterItems(line.text, items)) : null;
    const shownFence: CodeFence | null = fence ?? opens;
    const shown = shownFence === null ? comments.visiblePartOf(line) : line.text;
    if (opens !== null) fence = opens;
    else if (fence !== null && isClosingFence(line.text, fence)) fence = null;
    if (shown.trim() !== "") yield { ...line, text: shown, number, fence: shownFence };
  }
}

/** A comment's start, or an escape or a code span, which may keep `<!--` from being one. */
const token = /\\[!-/:-@[-`{-~]|`+|<!--/g;

/**
 * Finds the parts of a text inside HTML comments. A comment at a line's start continues to its `-->` or the
 * text's end. A comment inside a paragraph ends within it, or is visible text (CommonMark 4.6 and 6.6).
 */
class CommentScanner {
  /** The last comment ends here. */
  #hiddenUntil = 0;
  /** Did the last comment start a line? Then the rest of its last line is HTML too. */
  #isHtml = false;
  /** The last answers, so that no part of the text is searched twice. */
  #close = 0;
  #blank = 0;

  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Does the line start inside a comment? */
  hides({ offset }: Line): boolean {
    return offset < this.#hiddenUntil;
  }

  /** The line without its hidden parts. */
  visiblePartOf(line: Line): string {
    const { text, offset } = line;
    let from = Math.max(0, this.#hiddenUntil - offset);
    if (from >= text.length) return "";
    if (!text.includes("<!--", from)) return text.slice(from);
    const isHtml = from > 0 ? this.#isHtml : indentOf(text) < 4 && text.trimStart().startsWith("<!--");
    let shown = "";
    const tokens = new RegExp(token);
    tokens.lastIndex = from;
    for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
      const [found] = match;
      if (found.startsWith("`") && !isHtml) {
        const close = findSpanEnd(text, tokens.lastIndex, found);
        if (close > 0) tokens.lastIndex = close;
      }
      if (found !== "<!--") continue;
      const end = this.#endOf(offset + match.index, isHtml);
      if (end < 0) continue;
      shown += text.slice(from, match.index);
      this.#hiddenUntil = end;
      this.#isHtml = isHtml;
      from = end - offset;
      if (from >= text.length) return shown;
      tokens.lastIndex = from;
    }
    return shown + text.slice(from);
  }

  /** Index after the comment that starts here; -1 when there is none. */
  #endOf(start: number, isHtml: boolean): number {
    if (this.#close >= 0 && this.#close < start + 5) this.#close = findCommentEnd(this.#text, start);
    if (isHtml) return this.#close < 0 ? this.#text.length : this.#close;
    if (this.#close < 0) return -1;
    if (this.#blank < start) {
      blankLine.lastIndex = start;
      this.#blank = blankLine.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#close <= this.#blank ? this.#close : -1;
  }
}

const blankLine = /(?:\r\n|\n|\r)[ \t]*(?:\r|\n)/g;

/** Index after the run of equally many backticks that ends the code span; -1 when the line has none. */
function findSpanEnd(line: string, from: number, run: string): number {
  for (let at = line.indexOf(run, from); at >= 0; at = line.indexOf(run, at)) {
    let end = at;
    while (line[end] === "`") end += 1;
    if (end - at === run.length) return end;
    at = end;
  }
  return -1;
}

/** The line with its code spans blanked out (CommonMark 6.1, within one line). */
export function stripCodeSpans(line: string): string {
  let text = "";
  let from = 0;
  for (let at = line.indexOf("`"); at >= 0; at = line.indexOf("`", from)) {
    const [run = ""] = /^`+/.exec(line.slice(at)) ?? [];
    const end = findSpanEnd(line, at + run.length, run);
    text += line.slice(from, at) + (end < 0 ? run : " ");
    from = end < 0 ? at + run.length : end;
  }
  return text + line.slice(from);
}

/** A list item's marker with the white space up to its content (CommonMark 5.2). */
const marker = /(?:[-+*]|\d{1,9}[.)])([ \t]+|$)/y;

/** What a line has after the markers of the list items that it starts. */
interface ItemText {
  text: string;
  /** The column at which the text starts. */
  column: number;
  /** The column at which the content of the innermost open item starts; 0 outside of lists. */
  itemColumn: number;
}

/** Does the line end a list item whose content starts at this column? Blank lines do not. */
const endsItem = (line: string, column: number) => indentOf(line) < column && trimBlanks(line) !== "";

/**
 * Leaves the list items that end before this line, and enters those that it starts.
 * @param items the columns at which the content of each open item starts, outermost first; changed in place.
 */
function enterItems(line: string, items: number[]): ItemText {
  // Measured once, because a hostile line is long and ends thousands of items.
  const indent = indentOf(line);
  if (trimBlanks(line) !== "") while (indent < (items.at(-1) ?? 0)) items.pop();
  let column = indent;
  let at = line.search(/[^ \t]|$/);
  const isBreak = isThematicBreak(line.slice(at));
  while (!isBreak && column - (items.at(-1) ?? 0) <= 3) {
    marker.lastIndex = at;
    const match = marker.exec(line);
    if (match === null) break;
    const [found, space = ""] = match;
    at += found.length;
    column += found.length - space.length;
    const width = indentOf(space, column);
    // Content further away is indented code.
    items.push(column + (at === line.length || width > 4 ? 1 : width));
    column += width;
  }
  return { text: line.slice(at), column, itemColumn: items.at(-1) ?? 0 };
}

/** A code fence's opening line (CommonMark 4.5). */
export interface CodeFence {
  character: string;
  length: number;
  info: string;
  /** The column at which the content of its list item starts, where the fence ends; 0 outside of lists. */
  itemColumn: number;
}

/** Trims spaces and tabs. Other white space is text (CommonMark 2.1). */
const trimBlanks = (line: string) => line.replace(/^[ \t]+/, "").trimEnd();

function runLength(text: string, character: string): number {
  let length = 0;
  while (text[length] === character) length += 1;
  return length;
}

/** The fence that a line opens; null when it opens none. */
function parseFence({ text, column, itemColumn }: ItemText): CodeFence | null {
  const [character] = text;
  if ((character !== "`" && character !== "~") || column - itemColumn > 3) return null;
  const length = runLength(text, character);
  const info = text.slice(length).trim();
  if (length < 3 || (character === "`" && info.includes("`"))) return null;
  return { character, length, info, itemColumn };
}

/** Does this line close the fence? Same character, at least as long, nothing else on the line. */
function isClosingFence(line: string, fence: CodeFence): boolean {
  const text = trimBlanks(line);
  if (text[0] !== fence.character || indentOf(line) - fence.itemColumn > 3) return false;
  const length = runLength(text, fence.character);
  return length >= fence.length && length === text.length;
}

/**
 * Index after the HTML comment whose `<!--` is at `start`; -1 when it has no end. `<!-->` and `<!--->` are
 * whole comments (CommonMark 6.6, and HTML's own rule).
 */
function findCommentEnd(text: string, start: number): number {
  const close = text.indexOf("-->", start + 2);
  return close < 0 ? -1 : close + 3;
}

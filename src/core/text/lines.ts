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

/** Columns of leading white space; a tab counts up to the next multiple of four (CommonMark 2.2). */
export function indentOf(line: string): number {
  let columns = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === 32) columns += 1;
    else if (code === 9) columns += 4 - (columns % 4);
    else break;
  }
  return columns;
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

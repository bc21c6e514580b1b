/** A line of a text: CRLF, LF and a lone CR end one (CommonMark 2.1). */
export interface Line {
  /** Without its ending. */
  text: string;
  /** Where it starts in the text, in UTF-16 code units. */
  offset: number;
  /** Where the next line starts. */
  end: number;
}

/** Splits a text into its lines; a text that ends with a line ending has no empty last line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const ending = /\r\n|\n|\r/g;
  let offset = 0;
  for (let match = ending.exec(text); match !== null; match = ending.exec(text)) {
    lines.push({ text: text.slice(offset, match.index), offset, end: ending.lastIndex });
    offset = ending.lastIndex;
  }
  if (offset < text.length) lines.push({ text: text.slice(offset), offset, end: text.length });
  return lines;
}

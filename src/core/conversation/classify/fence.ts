/** A code fence's opening line: its character, its length and its info string. */
export interface Fence {
  character: string;
  length: number;
  info: string;
}

/** Columns of white space in front, a tab counting up to the next multiple of four. */
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

function runLength(text: string, character: string): number {
  let length = 0;
  while (text[length] === character) length += 1;
  return length;
}

/** The fence that this line opens; null when it opens none. https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
export function parseFence(line: string): Fence | null {
  const text = line.trim();
  const character = text[0];
  if (character !== "`" && character !== "~") return null;
  if (indentOf(line) > 3) return null;
  const length = runLength(text, character);
  const info = text.slice(length).trim();
  if (length < 3 || (character === "`" && info.includes("`"))) return null;
  return { character, length, info };
}

/** Does this line close the fence? Same character, at least as long, nothing else on the line. */
export function isClosingFence(line: string, fence: Fence): boolean {
  const text = line.trim();
  if (text[0] !== fence.character || indentOf(line) > 3) return false;
  const length = runLength(text, fence.character);
  return length >= fence.length && length === text.length;
}

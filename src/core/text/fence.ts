import { indentOf } from "./lines.ts";

/** A code fence's opening line (CommonMark 4.5): its character, its length and its info string. */
export interface CodeFence {
  character: string;
  length: number;
  info: string;
}

/** Without the spaces and tabs around it; other white space is text (CommonMark 2.1). */
const strip = (line: string) => line.replace(/^[ \t]+/, "").trimEnd();

function runLength(text: string, character: string): number {
  let length = 0;
  while (text[length] === character) length += 1;
  return length;
}

/** The fence that this line opens; null when it opens none. */
export function parseFence(line: string): CodeFence | null {
  const text = strip(line);
  const [character] = text;
  if ((character !== "`" && character !== "~") || indentOf(line) > 3) return null;
  const length = runLength(text, character);
  const info = text.slice(length).trim();
  if (length < 3 || (character === "`" && info.includes("`"))) return null;
  return { character, length, info };
}

/** Does this line close the fence? Same character, at least as long, nothing else on the line. */
export function isClosingFence(line: string, fence: CodeFence): boolean {
  const text = strip(line);
  if (text[0] !== fence.character || indentOf(line) > 3) return false;
  const length = runLength(text, fence.character);
  return length >= fence.length && length === text.length;
}

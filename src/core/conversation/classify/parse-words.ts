import { normalizeWords } from "./prefix-table.ts";

/** A word of the line. */
export interface Word {
  /** In the form of `normalizeWords`. */
  word: string;
  start: number;
  /** Index after it. */
  end: number;
}

const wordAt = /[\p{L}\p{N}\p{M}'’]{1,40}/uy;
const joinerAt = /(?:[ \t]{1,3}|[-‑_/](?=[\p{L}]))/uy;

function takeAt(pattern: RegExp, line: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0] ?? null;
}

/** Up to seven words from `start`, joined by spaces or hyphens; anything else ends them. */
export function parseWords(line: string, start: number): Word[] {
  const words: Word[] = [];
  let at = start;
  while (words.length < 7) {
    const text = takeAt(wordAt, line, at);
    if (text === null) break;
    words.push({ word: normalizeWords(text), start: at, end: at + text.length });
    const joiner = takeAt(joinerAt, line, at + text.length);
    if (joiner === null || joiner === "/") break;
    at += text.length + joiner.length;
  }
  return words;
}

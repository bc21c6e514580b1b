import { nearestWord } from "./nearest-word.ts";

/** "did you mean …?" for a word that is not known, else the words that are. */
export function findWord(word: string, known: readonly string[]): string {
  const nearest = nearestWord(word, known);
  return nearest === null ? `expected one of ${known.join(", ")}.` : `did you mean ${nearest}?`;
}

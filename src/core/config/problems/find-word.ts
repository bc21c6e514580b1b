import { nearestWord } from "./nearest-word.ts";

/** "Did you mean …?" for a word that is not known, else the words that are. */
export function findWord(word: string, known: readonly string[]): string {
  const nearest = nearestWord(word, known);
  return nearest === null ? `Write one of ${known.join(", ")}.` : `Did you mean \`${nearest}\`?`;
}

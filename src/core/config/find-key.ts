import { nearestWord } from "./nearest-word.ts";

/** "did you mean …?" for a key that is not known, else the keys that are. */
export function findKey(name: string, known: readonly string[]): string {
  const nearest = nearestWord(name, known);
  if (nearest !== null) return `did you mean ${nearest}?`;
  return `expected one of ${known.join(", ")}.`;
}

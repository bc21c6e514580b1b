import { findKeyPaths } from "./find-key-paths.ts";
import { findWord } from "./find-word.ts";
import { nearestWord } from "./nearest-word.ts";

/** "Did you mean …?" for a key that is not known here, else where it belongs, else the keys that are known. */
export function findKey(name: string, known: readonly string[]): string {
  const elsewhere = findKeyPaths(name);
  const belongsElsewhere = elsewhere.length === 1 && nearestWord(name, known) === null;
  return belongsElsewhere ? `It belongs to \`${elsewhere[0]}\`.` : findWord(name, known);
}

import { light, presentational, questionWords } from "./parse/fillers.ts";
import type { Name } from "./parsed-description.ts";

/**
 * A name's words without their endings, sorted; the most exact first: without small words; then without
 * question words; then without "plan", "notes"…; then without what every description is about. None when no
 * word is left.
 */
export function stemName({ exact, isAlias }: Name): string[] {
  const words = exact.split(" ").filter((word) => !light.has(word));
  const telling = words.filter((word) => !questionWords.has(word));
  // What is left of "Work done" says less than it did; "Tests" is as much as "The tests".
  if (isAlias) return words.length === 1 && exact.includes(" ") ? [] : distinct([words]);
  const core = (from: string[]) => from.filter((word) => !presentational.has(word));
  const besides = core(telling).filter((word) => !/^changes?$/.test(word));
  return [...distinct([words, telling, core(words), core(telling), besides]), ...unstemmedName(exact)];
}

/** The same for an alias in a language whose endings are not known: the words as they are. */
export function unstemmedName(exact: string): string[] {
  const words = exact.split(" ").filter((word) => !light.has(word));
  return words.length < 2 ? [] : [`=${[...new Set(words)].sort().join(" ")}`];
}

function distinct(variants: string[][]): string[] {
  const stems = new Map<string, string>();
  for (const word of variants[0]!) if (!stems.has(word)) stems.set(word, stemWord(word));
  const keys = variants.map((words) => [...new Set(words.map((word) => stems.get(word)!))].sort().join(" "));
  return [...new Set(keys)].filter((key) => key !== "");
}

/** English endings only, and roughly: both sides of the comparison lose the same ones. */
function stemWord(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const singular = word.replace(/ies$/, "y").replace(/([^su])s$/, "$1");
  const bare = singular.replace(/(?:ation|ing|er|ed)$/, (ending) =>
    singular.length - ending.length >= 3 ? "" : ending,
  );
  return bare.replace(/[ey]$/, "").replace(/([bdgmnprt])\1$/, "$1");
}

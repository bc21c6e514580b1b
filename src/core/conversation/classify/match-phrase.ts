import type { Separator } from "./parse-suffix.ts";
import type { Word } from "./parse-words.ts";
import type { PrefixTable, PrefixWord } from "./prefix-table.ts";
import { isOpener, isQualifier, isSize } from "./qualifier-words.ts";

/** A reading of a line's first words as a prefix; what follows still decides whether it is used as one. */
export interface Phrase extends PrefixWord {
  /** Index after its last word. */
  end: number;
  /** What the words in front say about blocking ("non-blocking question"). */
  implied: string[];
  accepts(separator: Separator): boolean;
}

const longest = 4;
// "micronit", "piconit": the qualifier is glued on.
const glued = /^(?:micro|nano|pico|mini|tiny|super|uber|mega|ultra)(nit(?:s|pick)?)$/;
const strong: readonly Separator[] = ["colon", "dash", "bracket"];

/** The readings of the first words as a prefix, the best first. */
export function matchPhrase(words: readonly Word[], table: PrefixTable): Phrase[] {
  return [...exactPhrases(words, table), ...qualifiedPhrases(words, table), ...openedPhrases(words, table)];
}

const join = (words: readonly Word[]) => words.map(({ word }) => word).join(" ");

function exactPhrases(words: readonly Word[], table: PrefixTable): Phrase[] {
  const found: Phrase[] = [];
  for (let count = Math.min(longest, words.length); count > 0; count -= 1) {
    const text = join(words.slice(0, count));
    const end = words[count - 1]!.end;
    const entry = table.words.get(text);
    if (entry !== undefined) found.push({ ...entry, end, implied: [], accepts: () => true });
    const plural = entry === undefined ? singular(text, table) : undefined;
    if (plural !== undefined)
      found.push({ ...plural, end, implied: [], accepts: (separator) => separator === "colon" });
  }
  return found;
}

/** "Questions:" is "question", "Q2:" is "q"; never so for what blocks ("Issues:" heads a list, "issue 3" is a reference). */
function singular(text: string, table: PrefixTable): PrefixWord | undefined {
  const stem = /^\D{1,20}?(?=(?:s|\d{1,2})$)/.exec(text)?.[0];
  if (stem === undefined || stem === "thought") return undefined;
  const entry = table.words.get(stem);
  return entry?.kind === "blocking" || entry?.kind === "praise" ? undefined : entry;
}

/** `<qualifier> nit`: one to four plain words in front. */
function qualifiedPhrases(words: readonly Word[], table: PrefixTable): Phrase[] {
  const found: Phrase[] = [];
  for (let count = Math.min(longest + 2, words.length); count > 0; count -= 1) {
    const last = words[count - 1]!;
    const before = words.slice(0, count - 1);
    const stem = glued.exec(last.word)?.[1];
    const ofPair = count > 2 ? table.qualified.get(`${words[count - 2]!.word} ${last.word}`) : undefined;
    const entry = ofPair ?? table.qualified.get(stem ?? last.word);
    const qualifiers = ofPair === undefined ? before : before.slice(0, -1);
    const isQualified = stem !== undefined || qualifiers.length > 0;
    if (entry === undefined || !isQualified || qualifiers.length > longest) continue;
    if (qualifiers.some(({ word }) => !isQualifier(word))) continue;
    const isSized = qualifiers.every(({ word }) => isSize(word));
    const implied = impliedBy(qualifiers);
    found.push({
      ...entry,
      end: last.end,
      implied,
      accepts: (separator) => isSized || separator !== "space",
    });
  }
  return found;
}

/** "quick question:", "non-blocking issue:", "blocking question:". */
function openedPhrases(words: readonly Word[], table: PrefixTable): Phrase[] {
  const found: Phrase[] = [];
  for (let count = Math.min(longest, words.length); count > 1; count -= 1) {
    const entry = table.words.get(words[count - 1]!.word);
    const before = words.slice(0, count - 1);
    const implied = impliedBy(before);
    if (entry === undefined) continue;
    const isOpened = entry.kind !== "blocking" && before.every(({ word }) => isOpener(word));
    // "critical issue:" says the same kind twice.
    const isRepeated = before.every(({ word }) => table.words.get(word)?.kind === entry.kind);
    if (!isOpened && !isRepeated && implied.length === 0) continue;
    found.push({
      ...entry,
      end: words[count - 1]!.end,
      implied,
      accepts: (separator) => strong.includes(separator) || separator === "line",
    });
  }
  return found;
}

/** What words in front say like a decoration, when they say only that. */
function impliedBy(qualifiers: readonly Word[]): string[] {
  const text = join(qualifiers);
  if (text === "non blocking" || text === "not blocking") return ["non-blocking"];
  return text === "optional" || text === "blocking" ? [text] : [];
}

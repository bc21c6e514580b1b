import type { Name } from "../parsed-description.ts";
import { fillers, questionWords } from "./fillers.ts";

/** Headings are short; a longer text is a sentence, and has no name. */
const longestName = 160;

const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3/gu;
const shortcode = /:[a-z0-9_+-]{2,40}:/g;
const markup = /!?\[([^\][]*)\](?:\([^()]*\)|\[[^\][]*\])?|<[^<>]*>|[*_`~#|]/g;
const numbering =
  /^\s*(?:step\s+)?(?:\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):]|\d{1,2}(?:\.\d{1,2})*(?=\s))\s*/;
const punctuation = /[^\p{L}\p{N}\p{M}]+/gu;

/** Lower case, narrow, no emoji, numbering, Markdown; punctuation is still there. */
export function plainName(text: string): string {
  return text
    .slice(0, 1000)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(shortcode, " ")
    .replace(emoji, " ")
    .replace(markup, (_, label?: string) => ` ${label ?? ""}`)
    .replace(/['’]/g, "")
    .replace(numbering, "")
    .trim();
}

/** The name that a plain text is looked up by; null when nothing is left of it. */
export function toName(plain: string): Name | null {
  if (plain.length > longestName) return null;
  const exact = plain.replace(punctuation, " ").trim();
  return exact === "" ? null : { exact, stem: stemName(exact) };
}

function stemName(exact: string): string {
  const words = exact.split(" ").filter((word) => !fillers.has(word));
  const telling = words.filter((word) => !questionWords.has(word));
  const stems = (telling.length > 0 ? telling : words).map(stemWord);
  return [...new Set(stems)].sort().join(" ");
}

/** English endings only, and roughly: both sides of the comparison lose the same ones. */
function stemWord(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  return word
    .replace(/(?:ies|y)$/, "i")
    .replace(/(?:ations?|ings?|ers?|ed|es|s)$/, (ending) => (word.length - ending.length >= 3 ? "" : ending))
    .replace(/([bdgmnprt])\1$/, "$1")
    .replace(/e$/, "");
}

/** A heading's names: the whole, then without parentheses and without what a dash or colon appends. */
export function readNames(text: string): { names: Name[]; parts: Name[] } {
  const plain = plainName(text);
  const bare = plain.replace(/\([^()]*\)|\[[^\][]*\]|（[^（）]*）/g, " ").trim();
  const head = bare.split(/\s[-–—|]+\s|[:：?？]\s*\S/)[0]!.trim();
  const names = distinct(/^why\b/.test(bare) ? [plain, bare, head, "why"] : [plain, bare, head]);
  return { names, parts: distinct(splitName(bare)) };
}

const connector =
  /\s*(?:[&+/,、，・;]|\?|？)\s*|\s+(?:and|und|et|y|e|en|i|и|or|oder|ou|o|with|vs)\s+|(?:와|과|및)\s+|と|和|与|及/;

function splitName(plain: string): string[] {
  const parts = plain.split(connector).filter((part) => part !== "");
  return parts.length < 2 || parts.length > 5 ? [] : parts;
}

function distinct(texts: string[]): Name[] {
  const names = new Map<string, Name>();
  for (const text of texts) {
    const name = toName(text);
    if (name !== null) names.set(name.exact, name);
  }
  return [...names.values()];
}

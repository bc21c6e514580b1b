import type { HeadingPart, Name } from "../parsed-description.ts";
import { presentational, questionWords } from "./fillers.ts";

/** Headings are short; a longer text is a sentence, and has no name. */
const longestName = 160;

const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3/gu;
const shortcode = /:[a-z0-9_+-]{2,40}:/g;
const numbering =
  /^\s*(?:step\s+)?(?:\d{1,2}(?:\.\d{1,2})+\.?(?=\s)|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4}|第?[一二三四五六七八九十]{1,3})[.):、]|\d{1,2}(?=\s))\s*/;
/** `①`, `❷`: digits that would grow together with the word behind them. */
const circled = /^\s*[\u2460-\u2473\u2776-\u2793]/;
const arrows = /[-=]+>|[→⇒⟶➔➜➡]/g;
const punctuation = /[^\p{L}\p{N}\p{M}]+/gu;

/** Lower case, narrow, no emoji and numbering; punctuation is still there. */
export function plainName(text: string): string {
  return text
    .slice(0, 1000)
    .replace(circled, "")
    .replace(arrows, "→")
    .normalize("NFKC")
    .toLowerCase()
    .replace(shortcode, " ")
    .replace(emoji, " ")
    .replace(/['’]/g, "")
    .replace(numbering, "")
    .trim();
}

/** The name that a plain text is looked up by; null when nothing is left of it. */
export function toName(plain: string, isAlias = false): Name | null {
  if (plain.length > longestName) return null;
  const exact = plain.replace(punctuation, " ").trim();
  return exact === "" ? null : { exact, isAlias };
}

/**
 * A heading's names: the whole, then without parentheses and without what a dash or colon appends, and what
 * else tells what it means.
 */
export function readNames(text: string): Pick<HeadingPart, "names" | "parts" | "head" | "translation"> {
  const plain = plainName(text);
  const bare = plain.replace(/\([^()]*\)|\[[^\][]*\]|（[^（）]*）/g, " ").trim();
  const head = bare.split(/\s[-–—]+\s|[:：?？]\s*\S/)[0]!.trim();
  const names = distinct(/^why\b/.test(bare) ? [bare, plain, head, "why"] : [bare, plain, head]);
  return {
    names,
    parts: distinct(splitName(bare)),
    head: findHead(head),
    translation: findTranslation(plain, bare),
  };
}

/** What stands in parentheses in another script says the same again. */
function findTranslation(plain: string, bare: string): Name | null {
  const inner = /[（(]([^（）()]+)[）)]/.exec(plain)?.[1];
  return inner !== undefined && !isLatin(bare) && isLatin(inner) ? toName(inner, true) : null;
}

const isLatin = (text: string) => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(text);

const of = new Set("of for de del della dei do da dos das du des von der van из о".split(" "));

/** In "Description of the change" it stands before "of", in "Expected impact" last. Questions have none. */
function findHead(plain: string): Name | null {
  const words = plain.replace(punctuation, " ").trim().split(" ");
  const at = words.findIndex((word, index) => index > 0 && of.has(word));
  if (at !== -1) return toName(words[at - 1]!);
  const telling = words.filter((word) => !presentational.has(word));
  if (
    words.length < 2 ||
    words.length > 5 ||
    questionWords.has(words[0]!) ||
    /^(?:if|please|by|before|after|when)$/.test(words[0]!) ||
    /[?？]$/.test(plain)
  )
    return null;
  return telling.length === 0 ? null : toName(telling.at(-1)!);
}

// "i" is "and" in Polish and the writer in English: "How I tested this".
const connector =
  /\s*(?:[&+/|,、，・;→]|\?|？)\s*|(?<!^(?:how|what|why|where|when)\b.{0,12})\s+i\s+|\s+(?:and|und|et|y|e|en|и|or|oder|ou|o|with|vs)\s+|(?:와|과|및)\s+|と|和|与|及/;

function splitName(plain: string): string[] {
  const parts = plain.split(connector).filter((part) => part !== "");
  return parts.length < 2 || parts.length > 5 ? [] : parts;
}

function distinct(texts: string[]): Name[] {
  const names = new Map<string, Name>();
  for (const text of new Set(texts)) {
    const name = toName(text);
    if (name !== null) names.set(name.exact, name);
  }
  return [...names.values()];
}

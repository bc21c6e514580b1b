import { wordSet } from "../../text/words.ts";
import type { HeadingPart, Name } from "../parts.ts";

/**
 * Words that do not change a heading's meaning: "How has this been tested?" means "Test". Left out on both
 * sides of a comparison, so none of them can be a whole name.
 */
const light = wordSet(
  "a an the this that these those it its of for to in on at by from into as with is are was were be been being do does did " +
    "done doing has have had will would should can could we you your yours our i my me they their please pr prs pull request " +
    "requests mr merge patch commit branch diff code section optional required mandatory applicable if any some there " +
    "here new also introduced introduce taken introduces made make proposed requested " +
    // German, French, Spanish, Portuguese, Italian, Dutch
    "der die das des dem den ein eine und zu für von wie le la les du de des un une ce cette ces el los las del este esta " +
    "estos estas se es o os as do da dos das um uma isso il lo gli della dei di questo het een van voor " +
    // Russian, Polish
    "этот эта это эти этого был была было были запрос запроса реквест слияние объединение и в на для ten ta te tego",
);

/**
 * Words for how something is presented. They don't change a heading's meaning, but in an alias they count.
 */
const presentational = wordSet(
  "describe explain list provide include add write give tell short brief briefly quick detail details detailed information " +
    "info general main key high level instructions instruction steps step notes note plan strategy procedure results result " +
    "evidence performed manual manually automated unit local locally comments comment considerations consideration concerns " +
    "points point commands command logs log output outputs process overall specific potential possible expected about coverage assessment",
);

/** Words that count only when the heading has no other: in "What?", not in "What was tested?". */
const questionWords = wordSet(
  "what whats which how when where who cuál cual qué que cómo como quel quelle comment was wie",
);

/** Does it name a thing, and not only how something is presented ("Manual steps")? */
export const saysWhat = ({ names: [whole] }: Pick<HeadingPart, "names">) =>
  whole?.exact.split(" ").some((word) => !presentational.has(word) && !light.has(word)) ?? false;

export const isQuestionWord = (word: string) => questionWords.has(word);

/** Headings are short; a longer text is a sentence without a name. */
const maxNameLength = 160;

const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3/gu;
const shortcode = /:[a-z0-9_+-]{2,40}:/g;
const numbering =
  /^\s*(?:step\s+)?(?:\d{1,2}(?:\.\d{1,2})+\.?(?=\s)|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4}|第?[一二三四五六七八九十]{1,3})[.):、]|\d{1,2}(?=\s))\s*/;
/** `①`, `❷`: digits that would join the following word. */
const circled = /^\s*[\u2460-\u2473\u2776-\u2793]/;
const arrows = /[-=]+>|[→⇒⟶➔➜➡]/g;
const punctuation = /[^\p{L}\p{N}\p{M}]+/gu;

/** Lower case, narrow, without emoji and numbering, but with punctuation. */
export function plainName(text: string): string {
  if (/^[a-z ]{1,160}$/i.test(text)) return withoutRequest(text.toLowerCase()).trim();
  const plain = text
    .slice(0, 1000)
    .replace(circled, "")
    .replace(arrows, "→")
    .normalize("NFKC")
    .toLowerCase()
    // Turkish capitals
    .replace(/i\u0307|ı/g, "i")
    .replace(shortcode, " ")
    .replace(emoji, " ")
    .replace(/['’]/g, "")
    .replace(numbering, "")
    .trim();
  return withoutRequest(plain);
}

/** A "change request" is the pull request itself. */
const withoutRequest = (plain: string) => plain.replace(/\bchange(?= requests?\b)/, "pull");

/** The name for looking up a plain text; null when nothing is left of it. */
export function toName(plain: string, isAlias = false): Name | null {
  if (plain.length > maxNameLength) return null;
  const exact = plain.replace(punctuation, " ").trim();
  return exact === "" ? null : { exact, isAlias };
}

/**
 * A heading's names: the whole, without parentheses, without what a dash or colon appends, and its other
 * clues.
 */
export function readNames(text: string): Pick<HeadingPart, "names" | "nameParts" | "head" | "translation"> {
  const plain = plainName(text);
  if (isOneWord.test(plain))
    return { names: distinct([plain]), nameParts: [], head: null, translation: null };
  // Twice: `(as in "fixes #1(, fixes #2)")`
  const bare = plain.replace(bracketed, " ").replace(bracketed, " ").trim();
  const [front = ""] = bare.split(/\s[-–—|]+\s|[:：?？]\s*\S/);
  const head = front.trim();
  const names = distinct([
    bare,
    plain,
    head,
    head.replace(participle, ""),
    told
      .exec(head)
      ?.slice(1)
      .find((subject) => subject !== undefined) ?? "",
    /^why\b/.test(bare) ? "why" : "",
  ]);
  return {
    names,
    nameParts: distinct(splitName(bare)),
    head: readHead(head),
    translation: readTranslation(plain, bare),
  };
}

const bracketed = /\([^()]*\)|\[[^\][]*\]|（[^（）]*）/g;

/**
 * Romance languages put "proposed" and "made" behind their noun: "Solution proposée", "Cambios realizados",
 * "Modifiche apportate".
 */
const participle =
  /(?<=\p{L}) (?=\p{L}{6})\p{L}*(?:ée?s?|[ai]d[oa]s?|[aiu]t[oi]|ata|(?:ort|ttu|zz|gu)ate|(?:puest|post|fatt|feit|hech)[oaie]s?)$/u;

/** "Description of the fix" and "Fix overview" are about the fix; one of "the change" is about everything. */
const told =
  /^(?:\w+ )?(?:description|summary|overview|explanation|outline|rundown) of (?:the |this |these |our |my )*((?:how|why) .+|(?!.*\b(?:changes?|prs?|requests?)\b).+)$|^((?!.*\b(?:changes?|prs?|requests?)\b).+) (?:description|summary|overview|explanation|outline|rundown)$/;

/** Text in parentheses in another script is a translation. */
function readTranslation(plain: string, bare: string): Name | null {
  const inner = /[（(]([^（）()]+)[）)]/.exec(plain)?.[1];
  return inner !== undefined && !isLatin(bare) && isLatin(inner) ? toName(inner, true) : null;
}

const isLatin = (text: string) => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(text);

const isOneWord = /^[a-z]*$/;
const of = wordSet("of for de del della dei do da dos das du des von der van из о");

/**
 * The word before "of" in "Description of the change", or the last one in "Expected impact"; null for
 * questions.
 */
function readHead(plain: string): Name | null {
  if (isOneWord.test(plain)) return null;
  const words = plain.replace(punctuation, " ").trim().split(" ");
  const [first = ""] = words;
  const at = words.findIndex((word, index) => index > 0 && of.has(word));
  if (at !== -1) return toName(words[at - 1] ?? "");
  if (
    words.length < 2 ||
    words.length > 5 ||
    questionWords.has(first) ||
    /^(?:if|please|by|before|after|when)$/.test(first) ||
    /[?？]$/.test(plain)
  )
    return null;
  return toName(words.findLast(isCore) ?? "");
}

// "i" is "and" in Polish, and the author in English: "How I tested this".
const connector =
  /\s*,\s+(?:and|und|et|y|e|or|oder|ou)\s+|\s*(?:[&+/|,、，・;→]|\?|？)\s*|(?<!^(?:how|what|why|where|when)\b.{0,12})\s+i\s+|\s+(?:and|und|et|y|e|en|и|or|oder|ou|o|with|vs)\s+|(?:와|과|및)\s+|と|和|与|及/;

function splitName(plain: string): string[] {
  if (isOneWord.test(plain)) return [];
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

/**
 * A name's words without their endings, sorted. The most exact variant comes first: without small words, then
 * without question words, then without "plan", "notes" …, then without "change". None when no word is left.
 */
export function* stemName({ exact, isAlias }: Name): Generator<string> {
  const words = listWords(exact);
  // "Work" says less than "Work done"; "Tests" says as much as "The tests".
  if (isAlias && words.length === 1 && exact.includes(" ")) return;
  const stems = words.map((word) => ({ word, stem: stemWord(word) }));
  const toKey = (left: typeof stems) => sortWords(left.map(({ stem }) => stem));
  if (stems.length > 0) yield toKey(stems);
  if (isAlias) return;
  for (const counts of [isTelling, isCore, isTellingCore, isBesides]) {
    const left = stems.filter(({ word }) => counts(word));
    if (left.length > 0 && left.length < stems.length) yield toKey(left);
  }
  yield* unstemmedKey(words);
}

/** Without small words. */
const listWords = (exact: string) => exact.split(" ").filter((word) => !light.has(word));

const isTelling = (word: string) => !questionWords.has(word);
const isCore = (word: string) => !presentational.has(word);
const isTellingCore = (word: string) => isTelling(word) && isCore(word);
const isBesides = (word: string) => isTellingCore(word) && !/^changes?$/.test(word);

const sortWords = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? "") : [...new Set(words)].sort().join(" ");

/** The key of an alias in a language whose endings are unknown: its words as they are, sorted. */
export const unstemmedName = (exact: string): string[] => unstemmedKey(listWords(exact));

const unstemmedKey = (words: readonly string[]) => (words.length < 2 ? [] : [`=${sortWords(words)}`]);

/** English endings only, and roughly: both sides of a comparison lose the same ones. */
function stemWord(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const singular = word.replace(/ies$/, "y").replace(/([^su])s$/, "$1");
  const bare = singular.replace(/(?:ation|ing|er|ed)$/, (ending) =>
    singular.length - ending.length >= 3 ? "" : ending,
  );
  return bare.replace(/[ey]$/, "").replace(/([bdgmnprt])\1$/, "$1");
}

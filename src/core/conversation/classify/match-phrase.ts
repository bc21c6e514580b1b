import { wordSet } from "../../text/words.ts";
import type { Separator } from "./parse-suffix.ts";
import { normalizeWords, type PrefixTable, type PrefixWord } from "./prefix-table.ts";

/** A reading of a line's first words as a prefix. What follows decides whether it is used as one. */
interface Phrase extends PrefixWord {
  /** The words that name it, as written, in lower case: "style nit". */
  prefix: string;
  /** Index after its last word. */
  end: number;
  /** The decoration in the leading words ("non-blocking question"). */
  implied: string[];
  /** @param subject what follows the separator on its line */
  accepts(separator: Separator, subject: string): boolean;
}

/** A word of the line. */
interface LineWord {
  /** In the form of `normalizeWords`. */
  word: string;
  /** Index after the word. */
  end: number;
}

type FoundPhrase = Omit<Phrase, "prefix">;

// Words that make "… nit" part of a sentence: "adding to the nit", "fixed nits", "good nit".
const notQualifiers = wordSet(
  "the this that these those my your his her our their its it i we you he she they with to for from on in at of or but " +
    "no not per is are was were be see as minus plus adding add fix fixed fixes done fixing address addressed addresses " +
    "apply applied resolved resolve agree agreed thanks thank good great nice have has had left if when after all lgtm",
);
// Words that make a bare "tiny nit foo" a prefix without any separator.
const sizes = wordSet("super tiny small micro minor mini nano pico uber ultra very style naming optional");
// Words that may precede the others: "quick question:", "small suggestion:".
const openers = wordSet(
  "quick small minor tiny general side random one another last final a just more very super simple silly stupid dumb " +
    "naive genuine honest noob newbie beginner follow up personal style",
);
// Words that may precede "blocker": what it blocks, how many there are, how bad it is.
const blocks = wordSet("blocker blocking");
const blockerOpeners = wordSet(
  "security perf performance ship merge release launch deploy deployment pr hard real main major big one another only",
);

// "Critical security issue:" is one; "security issue:" may be a topic.
const weighty = wordSet("critical serious severe blocking");
// Words that may follow a topic: "design question:".
const takesTopic = wordSet("question suggestion");
const notTopics = wordSet(
  "previous earlier original old other open answered first second same next following re regarding",
);

const maxPhraseWords = 4;
const strong: readonly Separator[] = ["colon", "dash", "bracket", "line"];
const colon: readonly Separator[] = ["colon"];
const endsPrefix: readonly Separator[] = ["colon", "line"];
// "micronit", "piconit": the qualifier is attached.
const glued = /^(?:micro|nano|pico|mini|tiny|super|uber|mega|ultra)(nit(?:s|pick)?)$/;

/**
 * May the word precede "nit", or name a prefix's topic? Sentence words, numbers and possessives ("Megumi's
 * nit") may not.
 */
export function isQualifier(word: string): boolean {
  return !notQualifiers.has(word) && !/[\p{N}'’]/u.test(word);
}

/** The readings of the words at `start` as a prefix, best first. */
export function matchPhrases(line: string, start: number, table: PrefixTable): Phrase[] {
  const words = parseWords(line, start);
  const plain = [
    ...exactPhrases(words, table),
    ...qualifiedPhrases(words, table),
    ...openedPhrases(words, table),
  ].map((found) => ({ ...found, prefix: line.slice(start, found.end).toLowerCase() }));
  return [
    ...plain.flatMap((phrase) => extendPhrase(line, phrase, false)),
    ...plain,
    ...plain.flatMap((phrase) => extendPhrase(line, phrase, true)),
  ];
}

const wordAt = /[\p{L}\p{N}\p{M}'’]{1,40}/uy;
const joinerAt = /(?:[ \t]{1,3}|[-‑_](?=[\p{L}]))/uy;

function takeAt(pattern: RegExp, line: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0] ?? null;
}

/** Up to seven words from `start`, joined by spaces or hyphens; anything else ends them. */
function parseWords(line: string, start: number): LineWord[] {
  const words: LineWord[] = [];
  let at = start;
  while (words.length < 7) {
    const text = takeAt(wordAt, line, at);
    if (text === null) break;
    words.push({ word: normalizeWords(text), end: at + text.length });
    const joiner = takeAt(joinerAt, line, at + text.length);
    if (joiner === null) break;
    at += text.length + joiner.length;
  }
  return words;
}

const join = (words: readonly LineWord[]) => words.map(({ word }) => word).join(" ");

function exactPhrases(words: readonly LineWord[], table: PrefixTable): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (let count = Math.min(maxPhraseWords, words.length); count > 0; count -= 1) {
    const text = join(words.slice(0, count));
    const end = words[count - 1]?.end ?? 0;
    const entry = table.words.get(text);
    if (entry !== undefined) found.push({ ...entry, end, implied: [], accepts: () => true });
    const plural = entry === undefined ? singular(text, table) : undefined;
    if (plural !== undefined)
      found.push({
        ...plural,
        end,
        implied: [],
        accepts: (separator) => endsPrefix.includes(separator),
      });
    const alone = listPrefix(text, table);
    if (alone !== undefined)
      found.push({
        ...alone,
        end,
        implied: [],
        accepts: (separator, subject) => endsPrefix.includes(separator) && subject === "",
      });
  }
  return found;
}

/** "Questions:" is "question", "Q2:" is "q". "Issues: 3" and "bug 3" refer to something. */
function singular(text: string, table: PrefixTable): PrefixWord | undefined {
  const stem = /^\D{1,20}?(?=(?:s|\d{1,2})$)/.exec(text)?.[0];
  if (stem === undefined || stem === "thought") return undefined;
  const entry = table.words.get(stem);
  return entry?.kind === "praise" || isReference(stem) ? undefined : entry;
}

/** "Bugs:" and "Issues:" alone on their line, above a list of them. */
function listPrefix(text: string, table: PrefixTable): PrefixWord | undefined {
  const stem = text.replace(/s$/, "");
  return stem !== text && isReference(stem) ? table.words.get(stem) : undefined;
}

/** "Issue 3" and "bug 3" refer to a tracker. */
const isReference = (word: string) => word === "issue" || word === "bug";

/** `<qualifier> nit`: one to four plain words before it. */
function qualifiedPhrases(words: readonly LineWord[], table: PrefixTable): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (let count = Math.min(maxPhraseWords + 2, words.length); count > 0; count -= 1) {
    const before = words.slice(0, count);
    const last = before.pop();
    if (last === undefined) continue;
    const stem = glued.exec(last.word)?.[1];
    const ofPair = count > 2 ? table.qualified.get(`${before.at(-1)?.word} ${last.word}`) : undefined;
    const entry = ofPair ?? table.qualified.get(stem ?? last.word);
    const qualifiers = ofPair === undefined ? before : before.slice(0, -1);
    const isQualified = stem !== undefined || qualifiers.length > 0;
    if (entry === undefined || !isQualified || qualifiers.length > maxPhraseWords) continue;
    if (qualifiers.some(({ word }) => !isQualifier(word))) continue;
    const isSized = qualifiers.every(({ word }) => sizes.has(word));
    found.push({
      ...entry,
      end: last.end,
      implied: impliedBy(qualifiers),
      accepts: (separator) => isSized || separator !== "space",
    });
  }
  return found;
}

/** "quick question:", "non-blocking issue:", "merge blocker:". */
function openedPhrases(words: readonly LineWord[], table: PrefixTable): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (let count = Math.min(maxPhraseWords, words.length); count > 1; count -= 1) {
    const before = words.slice(0, count);
    const last = before.pop();
    if (last === undefined) continue;
    const entry = table.words.get(last.word) ?? singular(last.word, table);
    if (entry === undefined) continue;
    const implied = impliedBy(before);
    const isOpened = isOpener(before, entry);
    // "Design question:", "Naming suggestion:" name the topic.
    const isTopical = takesTopic.has(entry.word) && before.length <= 2 && before.every(isTopic);
    if (!isOpened && !isTopical && implied.length === 0) continue;
    const accepted = isOpened || implied.length > 0 ? strong : colon;
    found.push({ ...entry, end: last.end, implied, accepts: (separator) => accepted.includes(separator) });
  }
  return found;
}

function isOpener(before: readonly LineWord[], entry: PrefixWord): boolean {
  if (isReference(entry.word)) return weighty.has(before[0]?.word ?? "") && before.slice(1).every(isTopic);
  const known = blocks.has(entry.word) ? blockerOpeners : openers;
  return (entry.kind !== "blocking" || blocks.has(entry.word)) && before.every(({ word }) => known.has(word));
}

/** May it name a prefix's topic? "Previous question: answered" refers to another one. */
const isTopic = ({ word }: LineWord) => isQualifier(word) && !notTopics.has(word);

/** The decoration that leading words express, when they express nothing else. */
function impliedBy(qualifiers: readonly LineWord[]): string[] {
  const text = join(qualifiers);
  if (text === "non blocking" || text === "nonblocking" || text === "not blocking") return ["non-blocking"];
  return text === "optional" || text === "blocking" ? [text] : [];
}

const states = wordSet("blocking critical required must optional nonblocking");
/** Does the word express a weight, so that "comment" or "change" may follow? */
const isState = ({ word }: PrefixWord) => states.has(word.replace(/ .*/, "")) || word === "non blocking";
const noun =
  /(?:[ \t-](?:comment|issue|bug|concern|problem|change|note|point|item|request|finding|fix|remark)(?:e?s)?(?![\p{L}\p{N}_])){1,2}|[ \t]feedback(?![\p{L}])/iuy;
const number = /[ \t]?(?:(?:no|nr|number)\.?[ \t]?)?[#№]?\d{1,2}(?:\/\d{1,2})?(?![\p{L}\p{N}.])/uy;
const tail =
  /[ \t](?:still|here|below|above|imo|imho|(?:this |the )?(?:pr|merge|merging|release|approval)|(?:for|from|on|in|by|before|prior to|until)(?:[ \t](?:this|the|me|us|my|our|side|part|pr|merge|merging|release|releasing|launch|shipping|landing|approval|approving|it|we|you|i|can|now|later)(?![\p{L}\p{N}'’])){1,4})(?![\p{L}\p{N}'’])/iuy;

/**
 * The same phrase, extended by words before its separator: a number ("blocker #1:"), a deadline or a person
 * ("must fix before merge:"), and with `hasNoun` a noun ("blocking comment:").
 */
function extendPhrase(line: string, phrase: Phrase, hasNoun: boolean): Phrase[] {
  const name = hasNoun && isState(phrase) ? takeAt(noun, line, phrase.end) : "";
  if (name === null || (hasNoun && name === "")) return [];
  let end = phrase.end + name.length;
  if (hasNoun || !isReference(phrase.word)) end += takeAt(number, line, end)?.length ?? 0;
  end += takeAt(tail, line, end)?.length ?? 0;
  if (end === phrase.end) return [];
  const prefix = phrase.prefix + name.toLowerCase();
  return [{ ...phrase, prefix, end, accepts: (separator) => strong.includes(separator) }];
}

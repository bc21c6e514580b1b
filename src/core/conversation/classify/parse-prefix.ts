import { wordSet } from "../../text/words.ts";
import { isQualifier, matchPhrases } from "./match-phrase.ts";
import { isLink, parseSuffix, type Separator, type Suffix } from "./parse-suffix.ts";
import { isKnownDecoration, normalizeWords, type PrefixTable, type PrefixWord } from "./prefix-table.ts";
import { type Badge, type Ornaments, skipOrnaments } from "./skip-ornaments.ts";

/**
 * A prefix that was found at the start of a line:
 *
 *     line   = ornaments, [topic], words, {decorations}, separator, subject
 *     words  = {qualifier}, word, [noun], [number], [tail]
 */
export interface Prefix {
  entry: Pick<PrefixWord, "kind" | "word">;
  /** As written, in lower case. */
  prefix: string;
  decorations: string[];
  /** The decoration in the leading words ("non-blocking question"), which are part of the prefix. */
  implied: string[];
  hasExclamation: boolean;
  separator: Separator;
  /** The rest of the line. */
  subject: string;
}

/** Only this much of a line is read: a prefix has to be at its start. */
const maxCharacters = 1000;

/**
 * The prefix at the start of `text` (one line, trimmed); null when it has none.
 * @param within how many characters to read
 */
export function parsePrefix(text: string, table: PrefixTable, within = maxCharacters): Prefix | null {
  const line = text.slice(0, within);
  const ornaments = skipOrnaments(line, 0, (at) => symbolAt(line, at, table) !== undefined);
  if (ornaments.badge !== null) return fromBadge(text, ornaments.badge, ornaments.at, table);
  const symbol = symbolAt(line, ornaments.at, table);
  if (symbol !== undefined) return fromSymbol(text, symbol, ornaments);
  return fromWords(text, ornaments, table, within) ?? fromTopic(text, ornaments, table, within);
}

const symbolAt = (line: string, at: number, table: PrefixTable) =>
  table.symbols.find(({ symbol }) => line.startsWith(symbol, at));

function fromWords(text: string, ornaments: Ornaments, table: PrefixTable, within: number): Prefix | null {
  const line = text.slice(0, within);
  for (const phrase of matchPhrases(line, ornaments.at, table)) {
    // "nit-picking", "style-wise": part of another word. `[nit](https://…)`: a link with that text.
    if (/^[-‑]\p{L}/u.test(line.slice(phrase.end)) || isLink(line, phrase.end)) continue;
    const suffix = parseSuffix(line, phrase.end, ornaments);
    const subject = trimSubject(text, suffix.end, ornaments);
    if (!phrase.accepts(suffix.separator, subject) || !isUsedAsPrefix(phrase, suffix, subject)) continue;
    if (isPastedTodo(line, phrase.end, phrase.word, suffix)) continue;
    const after =
      suffix.separator === "bracket" &&
      isKnownDecoration(phrase.word) &&
      parsePrefix(subject, table, Math.max(0, within - (text.length - subject.length)));
    if (after) return { ...after, implied: [phrase.word, ...after.implied] };
    const { prefix, implied } = phrase;
    const { decorations, hasExclamation, separator } = suffix;
    return { entry: phrase, prefix, decorations, implied, hasExclamation, separator, subject };
  }
  return null;
}

// A prefix's topic may precede it: `security/blocking:`, `perf (non-blocking):`, `[security][blocking]`.
const topicAt =
  /([\p{L}][\p{L}\p{N}_-]{1,20}(?: [\p{L}][\p{L}\p{N}_-]{1,20})?)([)\]］】）*_]{0,3})(?:[ \t]?(?:[/|,+&][ \t]?|[:：–—][ \t])|[ \t]-[ \t]|[ \t]?(?=[([（［]))/uy;
// "timeout (required): a number" documents a parameter, so only some prefixes may have a topic.
const mayFollowTopic = new Set(
  [
    ["blocking", "blocker", "non blocking", "nonblocking", "not blocking", "must fix", "critical"],
    ["nit", "nits", "nitpick"],
  ].flat(),
);

function fromTopic(text: string, ornaments: Ornaments, table: PrefixTable, within: number): Prefix | null {
  topicAt.lastIndex = ornaments.at;
  const match = topicAt.exec(text.slice(0, within));
  if (match === null) return null;
  const [whole, topic = "", closed = ""] = match;
  if (!normalizeWords(topic).split(" ").every(isQualifier)) return null;
  // The topic's bracket is closed by the topic (`[security][blocking]`) or by the prefix
  // (`[security/blocking]`).
  const at = ornaments.at + whole.length;
  const isClosed = closed !== "";
  const inner = skipOrnaments(text.slice(0, within), at, () => false);
  const brackets = isClosed ? inner.brackets : [...ornaments.brackets, ...inner.brackets];
  const emphasis = ornaments.emphasis + inner.emphasis;
  const found = fromWords(text, { ...inner, emphasis, brackets }, table, within);
  const areBothInBrackets = isClosed && ornaments.brackets.length > 0 && inner.brackets.length > 0;
  if (found === null || !(areBothInBrackets || mayFollowTopic.has(found.entry.word))) return null;
  const isSetOff =
    found.separator === "colon" ||
    (found.separator === "line" && areBothInBrackets) ||
    (found.separator === "bracket" && (ornaments.brackets.length > 0 || isBehindDash(text, found.subject)));
  return isSetOff ? { ...found, decorations: [topic.toLowerCase(), ...found.decorations] } : null;
}

const isBehindDash = (text: string, subject: string) =>
  subject !== "" &&
  /[-–—]\s+$/.test(text.slice(Math.max(0, text.length - subject.length - 8), -subject.length));

/** `TODO(alice): …` is a line of code; `todo (non-blocking): …` is a prefix. */
function isPastedTodo(line: string, end: number, word: string, { decorations }: Suffix): boolean {
  return word === "todo" && line[end] === "(" && !decorations.some(isKnownDecoration);
}

// After a bare "nit" or "typo": words that make it the subject of a sentence ("nits addressed", "typo is
// fixed").
const verbs = wordSet(
  "is are was were has have had can will would should could may might fixed addressed resolved corrected removed done " +
    "applied gone that aside which fix fixes fixing picking picky free",
);
// After an emphasised word, or after "Note,": the sentence continues.
const continuations = wordSet("that is are was were to for of on how whether");

const firstWords = /^[\s,*_]*([\p{L}'’]{1,20})(?:[\s,]+([\p{L}'’]{1,20}))?/u;

/** Is the word used as a prefix, judging by what follows it? `subject` is the text after the separator. */
function isUsedAsPrefix({ looseness }: PrefixWord, suffix: Suffix, subject: string): boolean {
  const [, next = "", second = ""] = firstWords.exec(subject.slice(0, 60)) ?? [];
  const following = next.toLowerCase();
  switch (suffix.separator) {
    case "colon":
    case "bracket":
      return true;
    case "dash":
    case "stop":
    case "exclamation":
      return looseness !== "name";
    case "line":
      return looseness !== "name" || subject === "";
    case "emphasis":
      // "**Must** be" continues a sentence, "**Critical** This leaks" starts one.
      return looseness === "loose" || (!/^[\s*_]*\p{Ll}/u.test(subject) && !continuations.has(following));
    case "comma":
      // "Critical, high and low" is a list. Before a full stop, the word can only be a prefix.
      return (looseness === "loose" || looseness === "comma") && following !== "that";
    case "mark":
      return looseness === "loose";
    case "space":
      if (suffix.decorations.some(isKnownDecoration)) return true;
      return looseness === "loose" && !verbs.has(following) && !verbs.has(second.toLowerCase());
  }
}

function fromBadge(text: string, badge: Badge, end: number, table: PrefixTable): Prefix | null {
  const words = normalizeWords(badge.label);
  const entry = table.words.get(words) ?? table.qualified.get(words.replace(/.* /, ""));
  if (entry === undefined) return null;
  const subject = text.slice(end).replace(/^[\s*_:：]{1,10}/, "");
  return {
    entry,
    prefix: badge.label.toLowerCase(),
    decorations: badge.decorations,
    implied: [],
    hasExclamation: false,
    separator: "bracket",
    subject,
  };
}

function fromSymbol(text: string, found: PrefixTable["symbols"][number], ornaments: Ornaments): Prefix {
  const suffix = parseSuffix(text.slice(0, maxCharacters), ornaments.at + found.symbol.length, ornaments);
  return {
    entry: { kind: found.kind, word: found.symbol },
    prefix: found.symbol,
    decorations: suffix.decorations,
    implied: [],
    hasExclamation: suffix.hasExclamation,
    separator: suffix.separator,
    subject: trimSubject(text, suffix.end, ornaments),
  };
}

/** The rest of the line without the ornaments that belong to the prefix. */
function trimSubject(text: string, end: number, ornaments: Ornaments): string {
  let start = end;
  const isOrnament = (character: string | undefined) =>
    character !== undefined &&
    /[\s*_]/.test(character) &&
    (ornaments.emphasis > 0 || character.trim() === "");
  let emphasis = 0;
  while (isOrnament(text[start]) && emphasis <= ornaments.emphasis) {
    if (text.charAt(start).trim() !== "") emphasis += 1;
    if (emphasis <= ornaments.emphasis) start += 1;
  }
  const rest = text.slice(start).trimEnd();
  const tail = "*".repeat(ornaments.emphasis);
  // `**nit: all of it bold**`
  return emphasis === 0 && ornaments.emphasis > 0 && rest.endsWith(tail) && rest.length > tail.length
    ? rest.slice(0, -tail.length)
    : rest;
}

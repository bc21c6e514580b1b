import { isKnownDecoration } from "./decorations.ts";
import { isUsedAsLabel } from "./is-used-as-label.ts";
import { matchPhrase } from "./match-phrase.ts";
import { isLink, parseSuffix, type Separator, type Suffix } from "./parse-suffix.ts";
import { parseWords } from "./parse-words.ts";
import { normalizeWords, type PrefixTable, type PrefixWord } from "./prefix-table.ts";
import { type Ornaments, skipOrnaments } from "./skip-ornaments.ts";

/** A prefix that was found at the start of a line. */
export interface Label {
  entry: Pick<PrefixWord, "kind">;
  /** As written, in lower case. */
  prefix: string;
  decorations: string[];
  /** What words in front say like a decoration ("non-blocking question"); they are part of the prefix. */
  implied: string[];
  bang: boolean;
  separator: Separator;
  /** What is left of the line. */
  subject: string;
}

/** Longer lines are not read further for a prefix: it has to be at the start. */
const reach = 1000;

/** The prefix at the start of `text` (one line, trimmed); null when it has none. */
export function parseLabel(text: string, table: PrefixTable): Label | null {
  const line = text.slice(0, reach);
  const isSymbol = (at: number) => table.symbols.some(({ symbol }) => line.startsWith(symbol, at));
  const ornaments = skipOrnaments(line, isSymbol);
  if (ornaments.badge !== null) return fromBadge(text, ornaments, table);
  const symbol = table.symbols.find((candidate) => line.startsWith(candidate.symbol, ornaments.at));
  if (symbol !== undefined) return fromSymbol(text, symbol, ornaments);
  const words = parseWords(line, ornaments.at);
  for (const phrase of matchPhrase(words, table)) {
    // "nit-picking", "style-wise": a part of another word; `[nit](https://…)`: a link that is called so.
    if (/^[-‑]\p{L}/u.test(line.slice(phrase.end)) || isLink(line, phrase.end)) continue;
    const suffix = withNumber(line, phrase.end, ornaments, phrase.kind !== "blocking");
    const subject = trimSubject(text, suffix.end, ornaments);
    const isLabel = phrase.accepts(suffix.separator) && isUsedAsLabel(phrase, suffix, subject);
    if (!isLabel || isPastedTodo(line, phrase.end, phrase.word, suffix)) continue;
    const after =
      suffix.separator === "bracket" && isKnownDecoration(phrase.word) && parseLabel(subject, table);
    if (after) return { ...after, implied: [phrase.word, ...after.implied] };
    return {
      entry: phrase,
      prefix: line.slice(words[0]!.start, phrase.end).toLowerCase(),
      decorations: suffix.decorations,
      implied: phrase.implied,
      bang: suffix.bang,
      separator: suffix.separator,
      subject,
    };
  }
  return null;
}

/** `Question 2:` and `nit #1:` are numbered labels; `typo/missed change:` names two. */
function withNumber(line: string, end: number, ornaments: Ornaments, isAllowed: boolean): Suffix {
  const suffix = parseSuffix(line, end, ornaments);
  if (suffix.separator !== "space" || !isAllowed) return suffix;
  const extra = /^(?:\s?#?\d{1,2}|\s?\/\s?[\p{L}][\p{L} -]{0,30})(?=\s?[:：]|\s[-–—]\s)/u.exec(
    line.slice(end, end + 40),
  );
  return extra === null ? suffix : parseSuffix(line, end + extra[0].length, ornaments);
}

/** `TODO(alice): …` is a line of code; `todo (non-blocking): …` is a label. */
function isPastedTodo(line: string, end: number, word: string, suffix: Suffix): boolean {
  return (
    word === "todo" && line[end] === "(" && !suffix.decorations.some((item) => item.includes("blocking"))
  );
}

function fromBadge(text: string, ornaments: Ornaments, table: PrefixTable): Label | null {
  const badge = ornaments.badge!;
  const words = normalizeWords(badge.label);
  const entry = table.words.get(words) ?? table.qualified.get(words.split(" ").at(-1)!);
  if (entry === undefined) return null;
  const subject = text.slice(ornaments.at).replace(/^[\s*_:：]{1,10}/, "");
  return {
    entry,
    prefix: badge.label.toLowerCase(),
    decorations: badge.decorations,
    implied: [],
    bang: false,
    separator: "bracket",
    subject,
  };
}

function fromSymbol(text: string, found: PrefixTable["symbols"][number], ornaments: Ornaments): Label {
  const suffix = parseSuffix(text.slice(0, reach), ornaments.at + found.symbol.length, ornaments);
  return {
    entry: found,
    prefix: found.symbol,
    decorations: suffix.decorations,
    implied: [],
    bang: suffix.bang,
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
    if (text[start]!.trim() !== "") emphasis += 1;
    if (emphasis <= ornaments.emphasis) start += 1;
  }
  const rest = text.slice(start).trimEnd();
  const tail = "*".repeat(ornaments.emphasis);
  // `**nit: all of it bold**`
  return emphasis === 0 && ornaments.emphasis > 0 && rest.endsWith(tail) && rest.length > tail.length
    ? rest.slice(0, -tail.length)
    : rest;
}

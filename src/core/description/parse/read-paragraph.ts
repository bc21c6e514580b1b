import { countWords } from "../../text/words.ts";
import type { TextPart } from "../parts.ts";
import { findPseudoHeading, findTask, findUnspacedHeading, type PseudoHeading } from "./headings.ts";
import type { Containers, PartList } from "./part-list.ts";
import type { Comment } from "./read-lines.ts";
import type { TextLine } from "./text-line.ts";
import { isToolLine } from "./tool-line.ts";

/** Ranks of headings that only people see, all weaker than GitHub's six: a summary, a bold line, a label. */
export const rank = { summary: 7, bold: 8, marked: 9, label: 9, inline: 10, table: 10 } as const;

/** A label with more words than this is a sentence. */
const maxLabelWords = 4;

/** In characters; a template's hint in italics is longer than a heading. */
const minHint = 12;

export interface ParagraphPlace extends Containers {
  /** The kind of list item that it starts; null when it starts none. */
  startsItem: "bullet" | "ordered" | null;
  /** The item's box. */
  checked: TextPart["checked"];
}

interface ParagraphText {
  lines: readonly TextLine[];
  comments: readonly Comment[];
}

/** A paragraph line by line, because each line can be a heading to its readers, or a checkbox. */
export function readParagraph(
  list: PartList,
  place: ParagraphPlace,
  { lines, comments }: ParagraphText,
): void {
  for (const comment of comments) list.add(place, { kind: "comment", ...comment });
  const [first] = lines;
  const isWholeInItalics = first !== undefined && lines.every((line) => isInItalics(line, first));
  for (const [index, line] of lines.entries()) {
    readParagraphLine(list, place, line, {
      isFirst: index === 0,
      isAlone: lines.length === 1,
      isInItalics: isWholeInItalics || isInItalics(line, line),
    });
  }
}

/** Is it a template's hint in italics? A few words in italics are a heading. */
function isInItalics(line: TextLine, first: TextLine): boolean {
  return line.isItalic && line.runs[0]?.emphasis === first.runs[0]?.emphasis && first.text.length >= minHint;
}

interface LinePlace {
  isFirst: boolean;
  isAlone: boolean;
  isInItalics: boolean;
}

function readParagraphLine(list: PartList, place: ParagraphPlace, line: TextLine, at: LinePlace): void {
  const box = place.startsItem === null || at.isFirst ? findBox(place, line, at.isFirst) : null;
  const said = box?.rest ?? line;
  const checked = box?.checked ?? null;
  if (said.text.trim() === "" && said.media === null && checked === null) return;
  const reason = checked === false ? readDroppedTask(said) : null;
  if (reason !== null || (checked === null && said.isStruck)) {
    list.addLine(place, "ignored", said);
    if (reason !== null && reason.text.trim() !== "") list.addLine(place, "prose", reason);
    return;
  }
  if (checked === null && isToolLine(said)) {
    list.addLine(place, "tool", said);
    return;
  }
  const seen = place.isInQuote ? null : findLineHeading(place, said, checked === null, at);
  // A template's hint in italics, and a line with a link, are text.
  const pseudo = seen?.isSentence && (at.isInItalics || said.media !== null) ? null : seen;
  if (pseudo !== null) {
    list.addHeading(place, {
      syntax: checked === null ? pseudo.syntax : "task",
      text: pseudo.text,
      line: line.line,
      lastLine: line.line,
      rank: pseudo.rank ?? rank[pseudo.syntax],
      isCertain: isCertain(pseudo),
      isEmphasised: pseudo.isEmphasised,
      isField: pseudo.isField,
      isSentence: pseudo.isSentence ?? false,
      checked,
    });
  }
  const rest = pseudo === null ? said : pseudo.rest;
  if (rest !== null)
    list.addLine(place, "prose", rest, { checked: checked ?? findChoice(rest), isInItalics: at.isInItalics });
}

/** A box that GitHub shows, or one that only people see. */
function findBox(
  { startsItem, checked }: ParagraphPlace,
  line: TextLine,
  isFirst: boolean,
): { checked: boolean; rest: TextLine } | null {
  if (startsItem !== null && isFirst && checked !== null) return { checked, rest: line };
  const box = findTask(line);
  return box === null ? null : { checked: box.checked, rest: line.from(box.length) };
}

/** Checkboxes within a line, `Tests: [ ] yes / [x] no`: ticked if any is. */
function findChoice(line: TextLine): TextPart["checked"] {
  const box = findTask(line);
  if (box === null) return null;
  return /\[[xX✓✔]\]/.test(line.text) || box.checked;
}

interface LineHeading extends PseudoHeading {
  /** Set when the syntax alone does not decide. */
  rank?: number;
  isCertain?: boolean;
}

function findLineHeading(
  { startsItem }: ParagraphPlace,
  line: TextLine,
  isBare: boolean,
  { isFirst, isAlone }: LinePlace,
): LineHeading | null {
  const unspaced = line.startsPlain ? findUnspacedHeading(line.text) : null;
  if (unspaced !== null)
    return {
      syntax: "bold",
      rank: unspaced.level,
      isCertain: unspaced.isCertain,
      text: unspaced.text,
      rest: null,
      isEmphasised: false,
      isField: false,
    };
  const pseudo = findPseudoHeading(line);
  if (pseudo !== null) return pseudo;
  // With text on the next line, only a short one is a heading: "1. Why".
  const max = isAlone ? 2 * maxLabelWords : maxLabelWords;
  return startsItem === "ordered" && isBare && isFirst && countWords(line.text) <= max
    ? { syntax: "marked", text: line.text, rest: null, isEmphasised: false, isField: false }
    : null;
}

function isCertain({ syntax, text, isCertain: isKnown, isSentence }: LineHeading): boolean {
  if (isSentence === true || syntax === "inline" || syntax === "marked") return false;
  if (isKnown !== undefined) return isKnown;
  if (syntax === "bold") return !/[.!。]$/.test(text);
  return countWords(text) <= maxLabelWords && !/[?？]$/.test(text);
}

/**
 * The reason behind a task that was struck out, such as "not needed" or "in #12"; an empty line when there is
 * none. Null when the struck words only correct a task that stays: "~~two~~ three retries are tested".
 */
function readDroppedTask(line: TextLine): TextLine | null {
  const length = line.struckLength;
  if (length === 0) return null;
  const struck = line.text.slice(0, Math.min(length, maxRead));
  const rest = line.text.slice(length, length + maxRead);
  if (!isReason(struck.trim(), rest.trim())) return null;
  return line.from(length + (/^[\s(;:.,–—-]*/.exec(rest)?.[0].length ?? 0));
}

/** In characters; the beginning decides whether words are a reason. */
const maxRead = 200;

function isReason(struck: string, rest: string): boolean {
  const text = rest.replace(/^[^\p{L}\p{N}#]+/u, "");
  if (text === "" || isSetApart.test(rest) || refers.test(text)) return true;
  const [first = "", ...more] = words(struck);
  const [next, after] = words(text);
  // One word for another, or one task for another: "~~Use Redis~~ Use Postgres".
  const isSame = first === next && (more[0] === after || !/^(?:i|we|it|this)$/.test(first));
  if (isSame || (more.length === 0 && startsReason.test(struck))) return false;
  if (startsReason.test(text) || saysWhy.test(text)) return true;
  if (more.length > 0 && saysWhyOfTask.test(text)) return true;
  // A whole sentence was struck, and the rest does not begin another.
  const isSentence = more.length > 1 && /^\p{Lu}/u.test(struck) && !needsMore.test(struck);
  return isSentence && /^\p{Ll}/u.test(text) && !continuesList.test(text);
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];

/** By a dash or colon, or in parentheses. */
const isSetApart = /^(?:[;:.–—]|-+(?![->])|\([^()]*\)\W*$)/;

/** An issue, an address or a ticket. */
const refers = /^(?:#\d|https?:\/\/|[A-Z][A-Z0-9]+-\d)/;

const startsReason =
  /^(?:not|no|none|never|nothing|nobody|n\/a|na|nope|without|already|later|moved|obsolete|unneeded|unnecessary|unrelated|unchanged|irrelevant|dropped|skip(?:ped|ping)?|done|covered|handled|tracked|postponed|deferred|superseded|separate(?:ly)?|follow[- ]?up|see|next|out of|wontfix|ticket|issue|low risk|hard to|internal (?:only|change|refactoring)|because|since|as|will|won['’]t|do(?:es)?(?:n['’]t)?|did(?:n['’]t)?|is(?:n['’]t)?|was(?:n['’]t)?|can(?:['’]t|not)|would|there(?:['’]s)?|we(?:['’]\w+)?|i(?:['’]\w+)?|it(?:['’]s)?|this|that|they|in|by|per|via|after|before|until|once|when|on hold|for (?:now|later)|too|nicht|kein\w*|später|entfällt|siehe|folgt|bereits|schon|unnötig)(?![\p{L}\p{N}])/iu;

const saysWhy =
  /(?:\bonly\W*$|\b(?:unchanged|unaffected|unneeded|unnecessary|not (?:needed|necessary|required|applicable|relevant|affected|changed)|out of scope)\b)/i;

/** Count only after several struck words; after one they may describe its replacement. */
const saysWhyOfTask =
  /\b(?:not|no|\w+n['’]t|nothing|none|never|without|instead|enough|already|later|follow[- ]?up|cover(?:s|ed)?|exist(?:s|ing)?|overkill|trivial|internal)\b/i;

/** Words that only begin a sentence: "The first two". */
const needsMore = /^(?:the|an?|all|each|both|any|every|these|those|one|two|three|four|five|\d+)\b/i;

const continuesList = /^(?:and|or|but|plus|und|oder)\b/i;

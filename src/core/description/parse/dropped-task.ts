import type { TextLine } from "./text-line.ts";

/**
 * What is said about a task that was struck out, such as "not needed" or "in #12": an empty line when nothing
 * is. Null when the struck words only correct a task that goes on: "~~two~~ three retries are tested".
 */
export function readDroppedTask(line: TextLine): TextLine | null {
  const length = line.struckLength;
  if (length === 0) return null;
  const struck = line.text.slice(0, Math.min(length, maxRead));
  const rest = line.text.slice(length, length + maxRead);
  if (!isRemark(struck.trim(), rest.trim())) return null;
  return line.from(length + (/^[\s(;:.,–—-]*/.exec(rest)?.[0].length ?? 0));
}

/** In characters: whether words are a remark is decided by their beginning. */
const maxRead = 200;

function isRemark(struck: string, rest: string): boolean {
  const text = rest.replace(/^[^\p{L}\p{N}#]+/u, "");
  if (text === "" || isSetApart.test(rest) || refers.test(text)) return true;
  const [first = "", ...more] = words(struck);
  const [next, after] = words(text);
  // One word for another, or one task for another: "~~Use Redis~~ Use Postgres".
  const isSame = first === next && (more[0] === after || !/^(?:i|we|it|this)$/.test(first));
  if (isSame || (more.length === 0 && startsRemark.test(struck))) return false;
  if (startsRemark.test(text) || saysWhy.test(text)) return true;
  if (more.length > 0 && saysWhyOfTask.test(text)) return true;
  // A whole sentence was struck, and what follows begins none.
  const isSentence = more.length > 1 && /^\p{Lu}/u.test(struck) && !needsMore.test(struck);
  return isSentence && /^\p{Ll}/u.test(text) && !goesOn.test(text);
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];

/** By a dash or colon, or in parentheses. */
const isSetApart = /^(?:[;:.–—]|-+(?![->])|\([^()]*\)\W*$)/;

/** An issue, an address or a ticket. */
const refers = /^(?:#\d|https?:\/\/|[A-Z][A-Z0-9]+-\d)/;

const startsRemark =
  /^(?:not|no|none|never|nothing|nobody|n\/a|na|nope|without|already|later|moved|obsolete|unneeded|unnecessary|unrelated|unchanged|irrelevant|dropped|skip(?:ped|ping)?|done|covered|handled|tracked|postponed|deferred|superseded|separate(?:ly)?|follow[- ]?up|see|next|out of|wontfix|ticket|issue|low risk|hard to|internal (?:only|change|refactoring)|because|since|as|will|won['’]t|do(?:es)?(?:n['’]t)?|did(?:n['’]t)?|is(?:n['’]t)?|was(?:n['’]t)?|can(?:['’]t|not)|would|there(?:['’]s)?|we(?:['’]\w+)?|i(?:['’]\w+)?|it(?:['’]s)?|this|that|they|in|by|per|via|after|before|until|once|when|on hold|for (?:now|later)|too|nicht|kein\w*|später|entfällt|siehe|folgt|bereits|schon|unnötig)(?![\p{L}\p{N}])/iu;

const saysWhy =
  /(?:\bonly\W*$|\b(?:unchanged|unaffected|unneeded|unnecessary|not (?:needed|necessary|required|applicable|relevant|affected|changed)|out of scope)\b)/i;

/** Said of one word, these would be about the words that replace it. */
const saysWhyOfTask =
  /\b(?:not|no|\w+n['’]t|nothing|none|never|without|instead|enough|already|later|follow[- ]?up|cover(?:s|ed)?|exist(?:s|ing)?|overkill|trivial|internal)\b/i;

/** What only begins a sentence: "The first two". */
const needsMore = /^(?:the|an?|all|each|both|any|every|these|those|one|two|three|four|five|\d+)\b/i;

const goesOn = /^(?:and|or|but|plus|und|oder)\b/i;

import { measureWords } from "../../text/words.ts";
import { type HeadingPart, type HeadingSyntax, isSilent, type Part } from "../parts.ts";
import type { TextLine } from "./text-line.ts";

/**
 * Marks a heading or bold line as the title if nothing readable comes before it, and it is of the first rank
 * or the next heading is weaker.
 */
export function markTitle(parts: readonly Part[]): void {
  const shown = parts.filter((part) => part.type === "heading" || !isSilent(part));
  const [heading, ...below] = shown;
  if (heading?.type !== "heading" || !/^(?:atx|setext|html|bold)$/.test(heading.syntax)) return;
  const next = below.find((part): part is HeadingPart => part.type === "heading" && part.isCertain);
  const rank = heading.rank <= 6 ? heading.rank : 0;
  heading.isTitle = rank === 1 || (next !== undefined && next.rank > rank && next.rank <= 6);
  heading.hasLead = below[0]?.type === "text";
}

export interface PseudoHeading {
  syntax: Extract<HeadingSyntax, "bold" | "label" | "inline" | "marked">;
  /** Its words as written, without emphasis and colon. */
  text: string;
  /** The rest of its line; null when there is none. */
  rest: TextLine | null;
  isEmphasised: boolean;
  /** A colon ends it. */
  isField: boolean;
  /** As long as a sentence, or ending like one: a heading only where the config has exactly these words. */
  isSentence?: boolean;
}

/** In characters; longer lines are sentences. */
const maxLine = 120;
const maxWords = 10;
const maxLabel = 60;

/** Answers, which are never a heading. */
const isAnswer = /^(?:n\/?a|none|no|yes|todo|tbd|note)[.!]?$/i;
/**
 * Leading emoji, and asterisks that people read as emphasis and Markdown does not, because of their
 * neighbours.
 */
const decoration =
  /^(?:\s|\p{Extended_Pictographic}|\uFE0F|\u200D)*(?::[a-z0-9_+-]+:\s*)?(?:\*{1,3}(?=[\p{L}\p{N}]))?/u;

/**
 * The heading that people see in a line of text: `**What**`, `__Why:__`, `<b>Risk</b>`, `Context:`, `Testing:
 * ran the suite`. Null when the line is only text.
 */
export function findPseudoHeading(line: TextLine): PseudoHeading | null {
  const isBare = startsLetter.test(line.text);
  const bare = isBare ? line : line.from((decoration.exec(line.text)?.[0] ?? "").length);
  if (bare.text.trim() === "") return null;
  return (isBare ? null : findMarked(line)) ?? findEmphasised(bare) ?? findLabel(bare);
}

/** Most lines start with a letter and need no search for emoji, signs and numbers. */
const startsLetter = /^[A-Za-z]/;

/** `【背景】`, alone or followed by text. */
const bracketed = /^\s*【([^【】]{1,40})】\s*[:：]?\s*/;
/** `[Why]`, alone; more words in brackets are a template's hint. */
const inSquareBrackets = /^\s*\[(?=[\p{Lu}\p{Lo}])[^\][\s]{2,20}(?:\s[^\][\s]{1,20}){0,2}\]\s*$/u;
/** `■ 背景`; the other signs also mark list items. */
const signed = /^\s*(?:[■◆▼]|([□◇▽▲△●○◎▶►➤❖]))\uFE0F?\s*(?=[\p{L}\p{N}])/u;
/** `一、背景`, `（二）变更`, `3、测试`, `① 背景`: numbers that are not a list in Markdown. */
const numbered =
  /^\s*(?:第?[一二三四五六七八九十]{1,3}[、.．)）]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．）]|[\u2460-\u2473\u2776-\u2793])\s*/;
/** Anything longer is a sentence. */
const maxMarked = 30;

/** Headings as Chinese and Japanese authors mark them. */
function findMarked(line: TextLine): PseudoHeading | null {
  if (!line.startsPlain) return null;
  const inBrackets = bracketed.exec(line.text);
  if (inBrackets !== null) {
    const rest = line.from(inBrackets[0].length);
    const isAlone = rest.text.trim() === "" && rest.media === null;
    return {
      syntax: isAlone ? "bold" : "inline",
      text: inBrackets[1] ?? "",
      rest: isAlone ? null : rest,
      isEmphasised: true,
      isField: true,
    };
  }
  if (inSquareBrackets.test(line.text))
    return { syntax: "marked", text: line.text.trim(), rest: null, isEmphasised: false, isField: false };
  const sign = signed.exec(line.text);
  const mark = sign ?? numbered.exec(line.text);
  if (mark === null) return null;
  const text = line.text.slice(mark[0].length).trim();
  if (text === "" || text.length > maxMarked || /[.。!！,，;；:：]/.test(text)) return null;
  const syntax = sign !== null && sign[1] === undefined ? "bold" : "marked";
  return { syntax, text, rest: null, isEmphasised: false, isField: false };
}

/** `*(or)*` */
const isAside = /^\(.*\)$/;

/** `**Issue** (optional, as in "fixes #1"):`, `**Issue:** (if any)` */
const asideBeforeEnd =
  /^\s*\((?:(?:[^()]|\([^()]*\))*\)(?=\s*[:：])|(?:optional|if)\b(?:[^()]|\([^()]*\))*\)\s*$)/i;

/** Emphasis that starts the line and ends within it. */
function findEmphasised(line: TextLine): PseudoHeading | null {
  const emphasis = line.runs[0]?.emphasis ?? null;
  if (emphasis === null || emphasis.line !== line.line || emphasis.lastLine !== line.line) return null;
  const end = line.runs.findIndex((run) => run.emphasis !== emphasis);
  const written = line.runs
    .slice(0, end === -1 ? line.runs.length : end)
    .map(({ text }) => text)
    .join("");
  const inner = written.trim();
  const behind = line.from(written.length);
  const aside = asideBeforeEnd.exec(behind.text)?.[0] ?? "";
  const after = behind.from(aside.length);
  const words = measureWords(inner.replace(/\s\([^()]*\)/g, ""));
  if (inner === "" || isAnswer.test(inner) || isAside.test(inner)) return null;
  const isSentence = inner.length > maxLine || words > maxWords || (words > 3 && /[.!。]$/.test(inner));
  const text = `${inner.replace(/\s*[:：]$/, "")} ${aside}`.trim();
  const isField = /[:：?？]$/.test(inner) || /^\s*[:：]/.test(after.text);
  const bare = after.text.replace(/[\s:：.!?]|\p{Extended_Pictographic}|\uFE0F/gu, "");
  if (bare === "" && after.media === null)
    return { syntax: "bold", text, rest: null, isEmphasised: true, isField, isSentence };
  if (isSentence) return null;
  // "**Why?** It was slow.", "**Risk.** Low: …"
  const separator = /[:：?？.。]$/.test(inner) ? /^/ : /^\s*(?:[:：]|[-–—]\s)\s*/;
  const separated = separator.exec(after.text);
  if (separated === null || inner.length > maxLabel) return null;
  return { syntax: "inline", text, rest: after.from(separated[0].length), isEmphasised: true, isField: true };
}

function findLabel(line: TextLine): PseudoHeading | null {
  if (!line.startsPlain) return null;
  const text = line.text.trim();
  const colon = text.slice(0, maxLabel + 1).search(/[:：](?:\*{0,3}\s|\*{0,3}$|(?<=：))/);
  if (colon > 0 && line.runAt(colon)?.isCode === false) {
    const label = text.slice(0, colon).trim();
    const rest = line.from(colon + 1 + (/^\**/.exec(text.slice(colon + 1))?.[0] ?? "").length);
    // Lower case continues a sentence, or is a commit's type (`fix: …`). Scripts without case give no such
    // clue.
    if (!/^[\p{Lu}\p{Lo}]/u.test(label) || isAnswer.test(label)) return null;
    const isAlone = rest.text.trim() === "" && rest.media === null;
    return {
      syntax: isAlone ? "label" : "inline",
      text: label,
      rest: isAlone ? null : rest,
      isEmphasised: false,
      isField: true,
    };
  }
  // "Any feedback?" is the author's question; "How was this tested?" is the template's.
  if (/\b(?:feedback|thoughts?|comments?|questions?|ideas?|suggestions?|opinions?|think)\?$/i.test(text))
    return null;
  if (text.length <= maxLabel && /^\p{Lu}.*[?？]$/u.test(text))
    return { syntax: "label", text, rest: null, isEmphasised: false, isField: false };
  return null;
}

/**
 * `##Why`, or with a space that Markdown does not recognise: GitHub shows text, but readers see a heading.
 * "#include", "#12" and "#1. a" are text: only a heading has two signs, or a space after them.
 */
export function findUnspacedHeading(
  line: string,
): { level: number; text: string; isCertain: boolean } | null {
  if (!/^\s*[#＃]/.test(line)) return null;
  const [match, { length: level } = "", space, text = ""] =
    /^([#＃]{1,6})(\s*)([^\s#＃].{0,119})$/u.exec(line.trim()) ?? [];
  if (match === undefined) return null;
  const isCertain = level > 1 || space !== "";
  const isHeading = startsWord.test(text) || (isCertain && startsNumbered.test(text));
  return isHeading ? { level, text: text.replace(/[#\s]+$/, ""), isCertain } : null;
}

const startsWord = /^[\p{L}\p{Extended_Pictographic}*]/u;
/** `1. Why`, `(2) Why`, `①背景` */
const startsNumbered = /^(?:[(（[]?\d{1,2}[.)）\]:、]|[\u2460-\u2473\u2776-\u2793])\s*\p{L}/u;

/** A checkbox at the start of a line that remark does not recognise, and its length in characters. */
export function findTask({ text, runs, startsPlain }: TextLine): { checked: boolean; length: number } | null {
  const match = /^[-*+]?(?:\[([ xX✓✔]?|\s{2,3})\]|([☐☑]))\s*/u.exec(text);
  // `[x](…)` is a link, `[x]` in code an example, and struck-out text was dropped.
  if (match === null || !startsPlain || runs[0]?.isStruck) return null;
  return { checked: match[2] === "☑" || /[xX✓✔]/.test(match[1] ?? ""), length: match[0].length };
}

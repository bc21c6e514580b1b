import type { HeadingForm } from "../parsed-description.ts";
import { measureWords } from "./count-words.ts";
import type { TextLine } from "./text-line.ts";

export interface PseudoHeading {
  form: Extract<HeadingForm, "bold" | "label" | "inline">;
  /** Its words as written, without emphasis and colon. */
  text: string;
  /** What follows on the same line; null when nothing does. */
  rest: TextLine | null;
  isEmphasised: boolean;
  /** A colon ends it. */
  isField: boolean;
}

/** Longer lines are sentences. */
const longestLine = 120;
const mostWords = 10;
const longestLabel = 60;

/** Words that say something about the section that they are in; never a heading. */
const isAnswer = /^(?:n\/?a|none|no|yes|todo|tbd|note)[.!]?$/i;
/** Emoji in front; asterisks that emphasise only to people, because of what stands beside them. */
const decoration =
  /^(?:\s|\p{Extended_Pictographic}|\uFE0F|\u200D)*(?::[a-z0-9_+-]+:\s*)?(?:\*{1,3}(?=[\p{L}\p{N}]))?/u;

/**
 * The heading that people see in a line of text: `**What**`, `__Why:__`, `<b>Risk</b>`, `Context:`, `Testing: ran the suite`.
 * Null when the line is only text.
 */
export function findPseudoHeading(line: TextLine): PseudoHeading | null {
  const bare = line.from(decoration.exec(line.text)![0].length);
  if (bare.text.trim() === "") return null;
  return findEmphasised(bare) ?? findLabel(bare);
}

/** Emphasis that starts the line and ends in it. */
function findEmphasised(line: TextLine): PseudoHeading | null {
  const emphasis = line.runs[0]?.emphasis ?? null;
  if (emphasis === null || emphasis.line !== line.line || emphasis.lastLine !== line.line) return null;
  const end = line.runs.findIndex((run) => run.emphasis !== emphasis);
  const written = line.runs
    .slice(0, end === -1 ? line.runs.length : end)
    .map(({ text }) => text)
    .join("");
  const inner = written.trim();
  const after = line.from(written.length);
  const words = measureWords(inner);
  if (inner === "" || isAnswer.test(inner)) return null;
  if (inner.length > longestLine || words > mostWords || (words > 3 && /[.!。]$/.test(inner))) return null;
  const text = inner.replace(/\s*[:：]$/, "");
  const isField = /[:：]$/.test(inner) || /^\s*[:：]/.test(after.text);
  const bare = after.text.replace(/[\s:：.!?]|\p{Extended_Pictographic}|\uFE0F/gu, "");
  if (bare === "" && after.media === null)
    return { form: "bold", text, rest: null, isEmphasised: true, isField };
  const separator = /[:：]$/.test(inner) ? /^/ : /^\s*(?:[:：]|[-–—]\s)\s*/;
  const separated = separator.exec(after.text);
  if (separated === null || inner.length > longestLabel) return null;
  return { form: "inline", text, rest: after.from(separated[0].length), isEmphasised: true, isField: true };
}

function findLabel(line: TextLine): PseudoHeading | null {
  const [first] = line.runs;
  if (first!.isCode || first!.link !== null) return null;
  const text = line.text.trim();
  const colon = text.slice(0, longestLabel + 1).search(/[:：](?:\*{0,3}\s|\*{0,3}$|(?<=：))/);
  if (colon > 0) {
    const label = text.slice(0, colon).trim();
    const rest = line.from(colon + 1 + /^\**/.exec(text.slice(colon + 1))![0].length);
    // Lower case is a sentence that goes on, or a commit's type (`fix: …`). Scripts without case have no such sign.
    if (!/^[\p{Lu}\p{Lo}]/u.test(label) || isAnswer.test(label)) return null;
    const isAlone = rest.text.trim() === "" && rest.media === null;
    return {
      form: isAlone ? "label" : "inline",
      text: label,
      rest: isAlone ? null : rest,
      isEmphasised: false,
      isField: true,
    };
  }
  // "Any feedback?" asks; "How was this tested?" is what a form asks.
  if (/\b(?:feedback|thoughts?|comments?|questions?|ideas?|suggestions?|opinions?|think)\?$/i.test(text))
    return null;
  if (text.length <= longestLabel && /^\p{Lu}.*[?？]$/u.test(text))
    return { form: "label", text, rest: null, isEmphasised: false, isField: false };
  return null;
}

/** `##Why`: no heading to GitHub, for want of a space, but to everybody who reads it. */
export function findUnspacedHeading(line: string): { level: number; text: string } | null {
  const match = /^(#{1,6})(?=[\p{L}\p{Extended_Pictographic}*])(.{1,120})$/u.exec(line.trim());
  return match === null ? null : { level: match[1]!.length, text: match[2]!.replace(/[#\s]+$/, "") };
}

/** A checkbox at the start of a line that remark does not know as one, and how many characters it takes. */
export function findTask({ text, runs }: TextLine): { state: "ticked" | "open"; length: number } | null {
  const match = /^(?:\[([ xX✓✔]?|\s{2,3})\]|([☐☑]))\s*/u.exec(text);
  // `[x](…)` is a link, `[x]` in code an example.
  if (match === null || runs[0]!.isCode || runs[0]!.link !== null) return null;
  const ticked = match[2] === "☑" || /[xX✓✔]/.test(match[1] ?? "");
  return { state: ticked ? "ticked" : "open", length: match[0].length };
}

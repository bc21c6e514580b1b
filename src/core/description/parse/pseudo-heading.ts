import type { HeadingForm } from "../parsed-description.ts";
import { measureWords } from "./count-words.ts";

export interface PseudoHeading {
  form: Extract<HeadingForm, "bold" | "label" | "inline">;
  /** Its words as written, without emphasis and colon. */
  text: string;
  /** What follows on the same line; "" when nothing does. */
  rest: string;
  isEmphasised: boolean;
}

/** Longer lines are sentences. */
const longestLine = 120;
const mostWords = 10;
const longestLabel = 60;

const emphasised =
  /^(?:[*_]|<(?:b|strong|i|em|u)>)+\s?([^*_<>\s][^<>]*?)\s?(?:[*_]|<\/(?:b|strong|i|em|u)>)+/i;
/** Words that say something about the section that they are in; never a heading. */
const isAnswer = /^(?:n\/?a|none|no|yes|todo|tbd|note)[.!]?$/i;
const decoration = /^(?:\s|\p{Extended_Pictographic}|\uFE0F|\u200D)+/u;

/**
 * The heading that people see in a line of text: `**What**`, `__Why:__`, `<b>Risk</b>`, `Context:`, `Testing: ran the suite`,
 * `##Why`. Null when the line is only text.
 */
export function findPseudoHeading(line: string): PseudoHeading | null {
  const text = line
    .replace(decoration, "")
    .replace(/^:[a-z0-9_+-]+:\s*/, "")
    .trim();
  if (text === "") return null;
  return findEmphasised(text) ?? findLabel(text);
}

function findEmphasised(text: string): PseudoHeading | null {
  if (!/^[*_<]/.test(text)) return null;
  const match = emphasised.exec(text.slice(0, 300));
  if (match === null) return null;
  const inner = match[1]!.trim();
  const after = text.slice(match[0].length);
  const words = measureWords(inner);
  if (isAnswer.test(inner)) return null;
  if (inner.length > longestLine || words > mostWords || (words > 3 && /[.!。]$/.test(inner))) return null;
  const bare = after.replace(/[\s:：.!?]|\p{Extended_Pictographic}|\uFE0F/gu, "");
  if (bare === "")
    return { form: "bold", text: inner.replace(/\s*[:：]$/, ""), rest: "", isEmphasised: true };
  const separated = /[:：]$/.test(inner) ? after : /^\s*(?:[:：]|[-–—]\s)\s*([\s\S]*)$/.exec(after)?.[1];
  if (separated === undefined || inner.length > longestLabel) return null;
  return { form: "inline", text: inner.replace(/\s*[:：]$/, ""), rest: separated.trim(), isEmphasised: true };
}

function findLabel(text: string): PseudoHeading | null {
  const colon = text.slice(0, longestLabel + 1).search(/[:：](?:\s|$|(?<=：))/);
  if (colon > 0) {
    const label = text.slice(0, colon).trim();
    const rest = text.slice(colon + 1).trim();
    // Lower case is a sentence that goes on, or a commit's type (`fix: …`). Scripts without case have no such sign.
    if (!/^[\p{Lu}\p{Lo}]/u.test(label) || isAnswer.test(label)) return null;
    return { form: rest === "" ? "label" : "inline", text: label, rest, isEmphasised: false };
  }
  // "Any feedback?" asks; "How was this tested?" is what a form asks.
  if (/\b(?:feedback|thoughts?|comments?|questions?|ideas?|suggestions?|opinions?|think)\?$/i.test(text))
    return null;
  if (text.length <= longestLabel && /^\p{Lu}.*[?？]$/u.test(text))
    return { form: "label", text, rest: "", isEmphasised: false };
  return null;
}

/** `##Why`: no heading to GitHub, for want of a space, but to everybody who reads it. */
export function findUnspacedHeading(line: string): { level: number; text: string } | null {
  const match = /^(#{1,6})(?=[\p{L}\p{Extended_Pictographic}*])(.{1,120})$/u.exec(line.trim());
  return match === null ? null : { level: match[1]!.length, text: match[2]!.replace(/[#\s]+$/, "") };
}

/** A checkbox at the start of an item or line. */
export function findTask(line: string): { state: "ticked" | "open"; rest: string } | null {
  const match = /^(?:\\?\[([ xX✓✔]?|\s{2,3})\\?\]|([☐☑✅✔]))\s*/u.exec(line);
  if (match === null || (match[2] === undefined && /^\(/.test(line.slice(match[0].length)))) return null;
  if (match[2] === "✅" || match[2] === "✔") return null;
  const ticked = match[2] === "☑" || /[xX✓✔]/.test(match[1] ?? "");
  return { state: ticked ? "ticked" : "open", rest: line.slice(match[0].length) };
}

import type { UnreadReason } from "../finding.ts";

/** How a heading was written; the first four are headings to GitHub too, the others only to people. */
export type HeadingForm =
  | "atx"
  | "setext"
  | "html"
  | "summary"
  | "bold"
  | "label"
  | "inline"
  | "numbered"
  | "quote"
  | "task"
  | "table";

/**
 * A heading's words, ready to be looked up: without case, width, emoji, numbering, punctuation and Markdown.
 */
export interface Name {
  exact: string;
  /** An alias, or a heading's own translation: of these no word is left out. */
  isAlias: boolean;
}

export interface HeadingPart {
  type: "heading";
  form: HeadingForm;
  /** As written, without its markers. */
  text: string;
  /** From 1. */
  line: number;
  lastLine: number;
  /**
   * 1 to 6: as in HTML; above: the lower the stronger. A heading ends all that are open with its rank or a
   * higher one.
   */
  rank: number;
  /** Without what is in parentheses, then the whole, then without what is behind a dash. */
  names: Name[];
  /** "What & Why" has two. */
  parts: Name[];
  /**
   * What the words are about, grammatically: "impact" in "Expected impact", "description" in "Description of
   * the change".
   */
  head: Name | null;
  /** What another script in parentheses says: "Changes" in `変更内容 (Changes)`. */
  translation: Name | null;
  /** True: it is a heading whether or not its words are known. False: unknown words make it ordinary text. */
  isCertain: boolean;
  /** A line in bold or italics, or what starts one. */
  isEmphasised: boolean;
  /**
   * A line in bold as long as a sentence, or ended like one: a heading only where the config has just these
   * words.
   */
  isSentence: boolean;
  /**
   * It stands above all others, as the pull request's title does: a section only when all of it is a name.
   */
  isTitle: boolean;
  /** Inside an embedded changelog or release notes: never a section. */
  isEmbedded: boolean;
  /** In a table whose answers are all empty. */
  isUnfilled: boolean;
  /** A colon or question mark ends it: neighbours of its kind end each other, whatever stands behind. */
  isField: boolean;
  listDepth: number;
  /** How many `<details>` and callouts it is in. */
  details: number;
  words: number;
  /** The box in front of it. */
  task: TextPart["task"];
}

export interface TextPart {
  type: "text";
  /** `tool`: what a tool added, such as a trailer or a generated summary. */
  kind: "prose" | "code" | "table" | "comment" | "rule" | "definition" | "tool";
  /** What a reader sees, comments and tags removed; a comment's own text. */
  text: string;
  line: number;
  lastLine: number;
  task: "ticked" | "open" | null;
  /** Images, videos and links, which count whatever their words are. */
  media: "image" | "link" | null;
  /** In words; a CJK character counts as one. */
  words: number;
  isQuote: boolean;
  /** All of its line is in brackets or its paragraph in italics, as in `[describe here]`. */
  isSlot: boolean;
  listDepth: number;
  details: number;
}

export type Part = HeadingPart | TextPart;

/**
 * Where one outermost `<details>` or `<blockquote>`, table or raw HTML is, in lines from 1; `last` is null
 * when it is never closed.
 */
export interface LineRange {
  first: number;
  last: number | null;
}

/** The facts of a description's text: plain data, so that a worker can hand it over. */
export interface ParsedDescription {
  parts: Part[];
  enclosed: LineRange[];
  /** What the text ends inside of, and its first line: nothing can be added behind it. */
  openEnd: { kind: "code" | "comment" | "html"; line: number } | null;
}

/** Why a text was not read: it would cost too much, or did. */
export interface GaveUp {
  gaveUp: true;
  reason: UnreadReason;
}

/** True when there is a reason instead of parts: the text was too slow to read. */
export function hasGivenUp(parsed: object): parsed is GaveUp {
  return "gaveUp" in parsed;
}

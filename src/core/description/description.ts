import type { Finding, Level, UnreadReason } from "../finding.ts";

/** How a heading was written. The first four are headings to GitHub too, the others only to people. */
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
  /** An alias, or a heading's own translation: none of its words is left out. */
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
  /** 1 to 6 as in HTML; higher ones are weaker still. A heading ends all open ones that are no stronger. */
  rank: number;
  /** Without parentheses, then the whole, then without what follows a dash. */
  names: Name[];
  /** "What & Why" has two. */
  parts: Name[];
  /** The grammatical head: "impact" in "Expected impact", "description" in "Description of the change". */
  head: Name | null;
  /** A translation in parentheses, in another script: "Changes" in `変更内容 (Changes)`. */
  translation: Name | null;
  /** True: a heading whether or not its words are known. False: unknown words make it ordinary text. */
  isCertain: boolean;
  /** A line in bold or italics, or the beginning of one. */
  isEmphasised: boolean;
  /**
   * A bold line as long as a sentence, or ending like one: a heading only where the config has exactly these
   * words.
   */
  isSentence: boolean;
  /** It ranks above all others, like the pull request's title: a section only when all of it is a name. */
  isTitle: boolean;
  /** The first heading has text of its own, before any other. */
  hasLead: boolean;
  /** Inside an embedded changelog or release notes, so never a section. */
  isEmbedded: boolean;
  /** In a table whose answers are all empty. */
  isUnfilled: boolean;
  /** It ends with a colon or question mark. Neighbouring fields end each other, whatever follows them. */
  isField: boolean;
  listDepth: number;
  /** How many `<details>` and callouts contain it. */
  details: number;
  words: number;
  /** The box before it. */
  task: TextPart["task"];
}

export interface TextPart {
  type: "text";
  /** `tool`: added by a tool, such as a trailer or a generated summary. */
  kind: "prose" | "code" | "table" | "comment" | "rule" | "definition" | "tool";
  /** What a reader sees, without comments and tags; for a comment, its own text. */
  text: string;
  line: number;
  lastLine: number;
  task: "ticked" | "open" | null;
  /** Images, videos and links, which count whatever their words. */
  media: "image" | "link" | null;
  /** In words; a CJK character counts as one. */
  words: number;
  isQuote: boolean;
  /** The whole line is in brackets, or its paragraph in italics, as in `[describe here]`. */
  isSlot: boolean;
  /** All of a line is in code. */
  isCode: boolean;
  listDepth: number;
  details: number;
}

export type Part = HeadingPart | TextPart;

/**
 * An outermost `<details>` or `<blockquote>`, table or raw HTML, in lines from 1; `last` is null when it is
 * never closed.
 */
export interface LineRange {
  first: number;
  last: number | null;
}

/** A parsed description: plain data that one thread can send to another. */
export interface ParsedDescription {
  parts: Part[];
  enclosed: LineRange[];
  /** What the text ends inside of, with its first line: nothing can be added after it. */
  openEnd: { kind: "code" | "comment" | "html"; line: number } | null;
}

/** Why a text was not read: it would have cost too much, or did. */
export interface GaveUp {
  gaveUp: true;
  reason: UnreadReason;
}

/** Was the text not read, so that there is a reason instead of parts? */
export function hasGivenUp(parsed: object): parsed is GaveUp {
  return "gaveUp" in parsed;
}

/**
 * The first that applies, in this order: missing, unedited, empty, placeholder, too-short, not-applicable,
 * filled. `unread`: reading the description was given up, so nothing is known about its sections.
 */
export type SectionStatus =
  | "filled"
  | "missing"
  | "empty"
  | "placeholder"
  | "unedited"
  | "too-short"
  | "not-applicable"
  | "unread";

/** The verdict on one configured section. */
export interface SectionVerdict {
  id: string;
  /** The configured heading, for people. */
  name: string;
  /** The heading in the body that matched, as written; null when none did. */
  heading: string | null;
  /** Its line in the body, from 1. */
  line: number | null;
  status: SectionStatus;
  /** The level after `when`. */
  level: Level;
  hint: string;
  /** The conditions of the `when` entry that set the level; null when it is the section's own. */
  levelBecause: Condition[] | null;
  /** The rule that found something in it; null when none did. */
  rule: string | null;
}

/** A condition of a `when` entry that holds. `lines` and patterns are the config's own. */
export type Condition =
  | { type: "lines below" | "lines above"; lines: number }
  | { type: "a file" | "all files"; globs: string[] }
  | { type: "label"; name: string }
  | { type: "base" | "title"; pattern: string };

/** Why nothing is asked of a pull request. Patterns and names are the config's own. */
export type Exemption =
  | { type: "merge queue" | "draft" | "bot" }
  | { type: "label"; name: string }
  | { type: "author" | "title"; pattern: string };

/** The verdict on the description: the same for the check run, the comment and `lint`. */
export interface DescriptionVerdict {
  /** Why nothing is asked; null when it is judged. When set, there are no findings. */
  exempt: Exemption | null;
  /** Why the text was not read; null when it was. */
  gaveUp: UnreadReason | null;
  /** The line of an unclosed comment, which hides the rest of the text; null when there is none. */
  openComment: number | null;
  /** Every configured section in order, `off` included. */
  sections: SectionVerdict[];
  findings: Finding[];
}

/** The facts of a pull request and its description: everything that a rule sees. */
export interface DescriptionFacts {
  parsed: ParsedDescription | GaveUp;
  /** The repository's pull request templates, parsed in the same way. */
  templates: readonly ParsedDescription[];
  title: string;
  body: string;
  /** Login in the REST form: `dependabot[bot]`. */
  author: string;
  labels: readonly string[];
  isDraft: boolean;
  inMergeQueue: boolean;
  baseRef: string;
  files: readonly { path: string; additions: number; deletions: number }[];
  /** Lines; null when unknown. */
  additions: number | null;
  deletions: number | null;
  /** GitHub's own count; `files` may hold fewer. */
  changedFiles: number;
  /** The text of the repository's `.gitattributes`, when it was read. */
  gitattributes?: string;
  /** The pull request's repository, to recognise references to it. */
  repository?: { owner: string; name: string };
  number?: number;
}

/** The possible conclusions of a check on a description, in GitHub's words. */
export type Conclusion = "success" | "neutral" | "failure";

/** The check run's conclusion: failure only when findings may block and one is an error. */
export function concludeDescription(
  verdict: DescriptionVerdict,
  { enforcement }: { enforcement: "advise" | "block" },
): Conclusion {
  if (verdict.findings.length === 0) return "success";
  const hasError = verdict.findings.some(({ level }) => level === "error");
  return enforcement === "block" && hasError ? "failure" : "neutral";
}

/** Additions plus deletions; null when unknown. */
export function countChangedLines({
  additions,
  deletions,
}: Pick<DescriptionFacts, "additions" | "deletions">): number | null {
  return additions === null || deletions === null ? null : additions + deletions;
}

/**
 * The line of a comment without its `-->`: it hides the rest of the text, which its writer may not have seen.
 * Null when there is none.
 */
export function findOpenComment({ openEnd }: ParsedDescription): number | null {
  return openEnd?.kind === "comment" ? openEnd.line : null;
}

/** Changes the parts in [start, end), in place. */
export function changeParts(
  parts: Part[],
  [start, end]: [start: number, end: number],
  change: (part: Part) => Part,
): void {
  for (const [offset, part] of parts.slice(start, end).entries()) parts[start + offset] = change(part);
}

import type { UnreadReason } from "../finding.ts";
import { visibleLines } from "../text/lines.ts";
import { countWords } from "../text/words.ts";

/**
 * How a heading was written. GitHub shows the first four as headings; the others only look like headings to
 * people.
 */
export type HeadingSyntax =
  | "atx"
  | "setext"
  | "html"
  | "summary"
  | "bold"
  | "label"
  | "inline"
  | "marked"
  | "quote"
  | "task"
  | "table";

/**
 * A heading's words, ready to be looked up: without case, width, emoji, numbering, punctuation and Markdown.
 */
export interface Name {
  exact: string;
  /** An alias, or a heading's own translation: all of its words count. */
  isAlias: boolean;
}

export interface HeadingPart {
  type: "heading";
  syntax: HeadingSyntax;
  /** As written, without its markers. */
  text: string;
  /** From 1. */
  line: number;
  lastLine: number;
  /** 1 to 6 as in HTML, then weaker ones. A heading closes every open heading of its rank or a weaker one. */
  rank: number;
  /** In the order in which they are tried; the first is the whole, without parentheses. */
  names: Name[];
  /** "What & Why" has two. */
  nameParts: Name[];
  /** The grammatical head: "impact" in "Expected impact", "description" in "Description of the change". */
  head: Name | null;
  /** A translation in parentheses, in another script: "Changes" in `変更内容 (Changes)`. */
  translation: Name | null;
  /** Is it a heading even if its words are unknown? If not, unknown words make it ordinary text. */
  isCertain: boolean;
  /** A line in bold or italics, or the beginning of one. */
  isEmphasised: boolean;
  /**
   * A bold line as long as a sentence, or ending like one: a heading only where the config has exactly these
   * words.
   */
  isSentence: boolean;
  /** It looks like the pull request's title: a section only when all of it is a name. */
  isTitle: boolean;
  /** The first heading has text of its own, before any other. */
  hasLead: boolean;
  /** Inside an embedded changelog or release notes, so never a section. */
  isEmbedded: boolean;
  /** In a table whose answers are all empty. */
  isUnfilled: boolean;
  /** It ends with a colon or question mark. A field ends the field before it, whatever follows. */
  isField: boolean;
  listDepth: number;
  /** How many `<details>` and callouts contain it. */
  detailsDepth: number;
  words: number;
  /** The box before it. */
  checked: TextPart["checked"];
}

export interface TextPart {
  type: "text";
  /**
   * `comment`: hidden, in a comment or a hidden element. `ignored`: not meant for readers, such as a link's
   * definition, a dropped task or a table that nobody filled in. `tool`: added by a tool, such as a trailer.
   */
  kind: "prose" | "code" | "table" | "comment" | "thematicBreak" | "ignored" | "tool";
  /** What a reader sees, without comments and tags; for a comment, its own text. */
  text: string;
  line: number;
  lastLine: number;
  checked: boolean | null;
  /** An image or video, or a link: it counts however few its words are. */
  media: "image" | "link" | null;
  /** In words; a CJK character counts as one. */
  words: number;
  isQuote: boolean;
  /** The whole line is in brackets, or its paragraph in italics, as in `[describe here]`. */
  isSlot: boolean;
  /** All of a line is in code. */
  isCode: boolean;
  listDepth: number;
  detailsDepth: number;
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
  /** The unclosed block at the end of the text, and its first line: nothing can be added after it. */
  openEnd: { kind: "code" | "comment" | "html"; line: number } | null;
}

/** Why a text was not read. */
export interface Unread {
  unread: UnreadReason;
}

/** Was the text left unread? */
export function isUnread(parsed: object): parsed is Unread {
  return "unread" in parsed;
}

/**
 * The line of a comment without its `-->`: it hides the rest of the text, which its author may not see.
 * Null when there is none.
 */
export function findOpenComment({ openEnd }: ParsedDescription): number | null {
  return openEnd?.kind === "comment" ? openEnd.line : null;
}

/** Can a reader use it? Not a silent part, an empty bullet or an unticked box. */
export function isUsable(part: TextPart): boolean {
  if (isSilent(part) || part.checked === false) return false;
  return part.media !== null || /[^\s\p{Default_Ignorable_Code_Point}]/u.test(part.text);
}

/** Is it invisible, or not the author's? */
export const isSilent = ({ kind }: TextPart): boolean => silentKinds.has(kind);

const silentKinds: ReadonlySet<TextPart["kind"]> = new Set(["comment", "thematicBreak", "ignored", "tool"]);

/** The body without comments and code blocks but with links' targets, to search for references and files. */
export function readableText(body: string, parsed: ParsedDescription): string {
  const code = new Set<number>();
  for (const part of parsed.parts) {
    if (part.type !== "text" || part.kind !== "code") continue;
    for (let { line } = part; line <= part.lastLine; line++) code.add(line);
  }
  return [...visibleLines(body)]
    .filter(({ number, fence }) => fence === null && !code.has(number))
    .map(({ text }) => text)
    .join("\n");
}

/** Everything that the author wrote and a reader sees, headings included, to search for words. */
export function visibleText(parsed: ParsedDescription): string {
  return parsed.parts
    .filter((part) => part.type === "heading" || (part.kind !== "comment" && part.kind !== "tool"))
    .map(({ text }) => text)
    .join("\n");
}

/** Characters around a path in prose, in Markdown and in a link's target. */
const separators = /[\s'"()[\]<>,;*|=→]+/;

/**
 * The changed files and folders that a description names: by path, by name, or as the end of a link's target.
 * A name that is an ordinary word ("api", "test") counts only when written as a name: `api/`, or in
 * backticks.
 */
export function listNamedFiles(
  parsed: ParsedDescription,
  { body, files }: { body: string; files: readonly { path: string }[] },
): Set<string> {
  const text = `${visibleText(parsed)}\n${readableText(body, parsed)}`;
  const tokens = new Set<string>();
  for (const raw of text.split(separators)) {
    const [target = ""] = raw.split(/[?#]/, 1);
    // `src/a.ts:12` names one of its lines.
    const name = target.replace(/^[`~]*(?:\.?\/)?|[`~.:!]+$/g, "").replace(/:\d[\d:-]*$|\/+$/, "");
    if (/[`/]/.test(target.slice(name.length)) || !isWord(name)) tokens.add(name);
    if (name.includes("://")) for (const end of endsOf(name)) tokens.add(end);
  }
  const named = new Set<string>();
  for (const { path } of files) {
    for (const name of namesOf(path)) if (name.length > 2 && tokens.has(name)) named.add(name);
  }
  return named;
}

/** "api" is a word, `api.ts`, `src/api` and `Makefile` are not. */
const isWord = (name: string) =>
  /^(?:[\p{Ll}\p{N}_-]+|\p{Lu}[\p{Ll}\p{N}_-]*)$/u.test(name) && !/file$/i.test(name);

/** The paths that a link may lead to: its target's last segments. */
function endsOf(link: string): string[] {
  const steps = link.split("/").slice(-12);
  return steps.map((_, index) => steps.slice(index).join("/")).filter((end) => !isWord(end));
}

/** The path, the file's name, and each of its folders. */
function namesOf(path: string): string[] {
  const steps = path.split("/");
  const folders = steps.slice(0, -1).map((_, index) => steps.slice(0, index + 1).join("/"));
  return [path, steps.at(-1) ?? path, ...folders];
}

/** Changes the parts in [start, end), in place. */
export function changeParts(
  parts: Part[],
  [start, end]: [start: number, end: number],
  change: (part: Part) => Part,
): void {
  for (const [offset, part] of parts.slice(start, end).entries()) parts[start + offset] = change(part);
}

/**
 * Does a later heading end an earlier one? Yes, if it is of the same rank or a stronger one, and not deeper
 * in `<details>`. Folded text belongs to its `<summary>`, whatever headings it contains, up to the next
 * `<summary>` at the same depth. A field ends the field before it, even an empty one.
 */
export function isEndedBy(earlier: HeadingPart, later: HeadingPart): boolean {
  if (earlier.detailsDepth !== later.detailsDepth) return earlier.detailsDepth > later.detailsDepth;
  if (later.syntax === "summary" && later.detailsDepth > 0) return true;
  if (earlier.isField && later.isField && earlier.listDepth >= later.listDepth) return true;
  return earlier.syntax !== "summary" && earlier.rank >= later.rank;
}

/** A part that only looks like a heading, as text. */
export function asText(heading: HeadingPart): TextPart {
  const kind = heading.syntax === "table" ? "table" : "prose";
  return {
    type: "text",
    kind: heading.isUnfilled ? "ignored" : kind,
    text: heading.syntax === "summary" ? "" : heading.text,
    line: heading.line,
    lastLine: heading.lastLine,
    checked: heading.checked,
    media: null,
    words: heading.syntax === "summary" ? 0 : heading.words,
    isQuote: heading.syntax === "quote",
    isSlot: heading.syntax === "marked" && isSlot(heading.text),
    isCode: false,
    listDepth: heading.listDepth,
    detailsDepth: heading.detailsDepth,
  };
}

/**
 * `[describe here]`, `{reason}`, `(link)`: a few words in brackets that are neither a link nor a checkbox.
 */
export function isSlot(text: string): boolean {
  const match =
    /^\s*(?:\[([^\][]{3,200})\]|\{([^{}]{3,80})\}|\(([^()]{3,80})\)|<([^<>/="]{3,80})>)\s*[.:]?\s*$/.exec(
      text,
    );
  if (match === null) return false;
  // Authors put asides into parentheses, and "edit: …" into brackets.
  const maxWords = match[1] === undefined ? 8 : 30;
  return (
    countWords(match.slice(1).join("")) <= maxWords && !/^\W*(?:edit|note|update)\b|\w: /i.test(match[0])
  );
}

import type { Kind, KindsConfig } from "../../config/schema/review-schema.ts";
import {
  type CodeFence,
  indentOf,
  isThematicBreak,
  readLine,
  type VisibleLine,
  visibleLines,
} from "../../text/lines.ts";
import { type Prefix, parsePrefix } from "./parse-prefix.ts";
import { isBlocking, isKnownDecoration, type PrefixTable, prefixTable } from "./prefix-table.ts";
import { saysNothing, tag } from "./says-nothing.ts";
import { skipOrnaments } from "./skip-ornaments.ts";

/** What a comment says about its own kind. The first five fields are stable: scripts read them. */
export interface Classification {
  /** The kind of the prefix's word alone; null without a prefix. */
  kind: Kind | null;
  /**
   * The prefix as written, in lower case ("style nit"); null when there is none or only a suggestion block.
   */
  prefix: string | null;
  /** The words in parentheses after the prefix, in lower case, in order. */
  decorations: string[];
  /**
   * Does it block, given its decorations and exclamation mark? False for `issue (non-blocking)`, true for
   * `nit (blocking)`.
   */
  blocking: boolean;
  /** The first line after the prefix, or without a prefix the first line; "" when there is none. */
  subject: string;
  /** For people, in one sentence: what was seen, and where. */
  explanation: string;
}

/**
 * The kind that the gate, labels, table and turns use. Decorations beat the word: `nit (blocking)` is
 * blocking, `issue (non-blocking)` is a suggestion.
 */
export function effectiveKind(said: Pick<Classification, "kind" | "blocking">): Kind | null {
  if (said.blocking) return "blocking";
  return said.kind === "blocking" ? "suggestion" : said.kind;
}

/**
 * Finds a comment's kind by the prefix at its start. Skips a prefix with nothing under it (`Blocking: none`).
 * It scans lines without a Markdown parser or backtracking, so hostile bodies cost no more than others.
 */
export function classifyComment(body: string, kinds: KindsConfig): Classification {
  const table = prefixTable(kinds);
  const fences = new Set<CodeFence>();
  let hasPictures = false;
  let first: Classification | null = null;
  let left = maxEmptyLines;
  const lines = new OwnLines(body);
  for (let line = lines.take(); line !== null; line = lines.take()) {
    const text = line.text.trim();
    if (line.fence !== null) fences.add(line.fence);
    else if (isSilent(text, table)) hasPictures = true;
    else {
      const found = left > 0 ? parsePrefix(text, table) : null;
      if (found === null) return first ?? { ...silent, subject: text, explanation: unprefixed(line) };
      const isHeading = found.subject === "" || count.test(found.subject);
      const below = isHeading ? lines.findBelow() : null;
      const nothing = findNothing(found, text, below, table);
      if (nothing === null) return complete(found, line, below);
      if (nothing === "below" && below !== null) lines.skipTo(below);
      first ??= { ...silent, subject: text, explanation: emptied(found, line) };
      left -= 1;
    }
  }
  if (first !== null) return first;
  const isSuggestion = ({ info }: CodeFence) => /^suggestion(?![\w-])/i.test(info);
  return !hasPictures && fences.size > 0 && [...fences].every(isSuggestion) ? suggestionOnly : silent;
}

/** Forms have fewer prefixes; one with more is not read to its end. */
const maxEmptyLines = 20;

const silent: Classification = {
  kind: null,
  prefix: null,
  decorations: [],
  blocking: false,
  subject: "",
  explanation: "Nothing but quotes, code, pictures or white space.",
};

const suggestionOnly: Classification = {
  ...silent,
  kind: "suggestion",
  explanation: "Nothing but a suggested change.",
};

const unprefixed = ({ number }: VisibleLine) => `No prefix at the start of line ${number}.`;
const emptied = ({ prefix }: Prefix, { number }: VisibleLine) =>
  `Line ${number} starts with "${prefix}", with nothing under it.`;

function complete(found: Prefix, line: VisibleLine, below: VisibleLine | null): Classification {
  const { kind } = found.entry;
  const { prefix, decorations } = found;
  const blocking = isBlocking(found.entry, [...found.implied, ...decorations], found.hasExclamation);
  // If a prefix is alone on its line, code below it is not its subject.
  const subject = found.subject !== "" ? found.subject : below?.fence === null ? below.text.trim() : "";
  return { kind, prefix, decorations, blocking, subject, explanation: explain(found, blocking, line.number) };
}

/** One sentence: what was seen where, and why it blocks or not. */
function explain(found: Prefix, blocking: boolean, line: number): string {
  const { kind } = found.entry;
  const known = found.prefix === kind ? "" : `, a ${kind} prefix`;
  const seen = `Line ${line} starts with "${found.prefix}"${known}`;
  if (blocking === (kind === "blocking")) return `${seen}.`;
  const reason = found.hasExclamation ? "!" : [...found.implied, ...found.decorations].join(", ");
  return `${seen}; "${reason}" ${blocking ? "makes it block" : "keeps it from blocking"}.`;
}

/** A comment's own lines, one after the other, with a look ahead. */
class OwnLines {
  readonly #rest: Iterator<VisibleLine, void>;
  /** Looked at, but not taken. */
  #ahead: VisibleLine[] = [];

  constructor(body: string) {
    this.#rest = ownLines(body);
  }

  take(): VisibleLine | null {
    return this.#ahead.shift() ?? this.#read();
  }

  /** The next line with text or code; null when there is none. */
  findBelow(): VisibleLine | null {
    const hasText = ({ fence, text }: VisibleLine) => fence !== null || text.replace(tag, "").trim() !== "";
    const known = this.#ahead.find(hasText);
    if (known !== undefined) return known;
    for (let line = this.#read(); line !== null; line = this.#read()) {
      this.#ahead.push(line);
      if (hasText(line)) return line;
    }
    return null;
  }

  /** Drops what was looked at, up to and including this line. */
  skipTo(line: VisibleLine): void {
    this.#ahead = this.#ahead.slice(this.#ahead.indexOf(line) + 1);
  }

  #read(): VisibleLine | null {
    return this.#rest.next().value ?? null;
  }
}

/** Where the comment says that there is nothing under the prefix; null when it doesn't say so. */
function findNothing(
  found: Prefix,
  text: string,
  below: VisibleLine | null,
  table: PrefixTable,
): "here" | "below" | null {
  const { kind } = found.entry;
  if (kind === "note" || kind === "praise") return null;
  const isNothing = (said: string) => saysNothing(said, kind === "blocking");
  if (found.decorations.some((said) => !isKnownDecoration(said) && saysNothing(said, false))) return "here";
  const isTally = count.test(found.subject) && (below === null || countedPrefix.test(below.text));
  if (found.subject !== "") return isTally || isNothing(found.subject) ? "here" : null;
  if (below === null || below.fence !== null) return null;
  const next = below.text.trim();
  if (isNothing(next)) return "below";
  // This is the form's next prefix, so the one above was left empty.
  const level = headingLevel(text);
  if (level > 0 && headingLevel(next) > 0) return headingLevel(next) <= level ? "here" : null;
  return /^[*_-]/.test(next) && next[0] === text[0] && parsePrefix(next, table) !== null ? "here" : null;
}

/** A count of remarks made elsewhere, alone or in a list: `Critical: 3`, `Major: 1`. */
const count = /^[\s*_]*\d{1,3}[\s*_.]*$/;
const countedPrefix = /^\W*\p{L}[\p{L} -]{0,30}[\s*_]*[:：|][\s*_]*\d{1,3}[\s*_.]*$/u;

/** The level of a heading, `## a` or `<h2>a</h2>`; 0 for any other line. */
function headingLevel(line: string): number {
  const [, marks = "", digit = "0"] = /^(?:(#{1,6})\s|<h([1-6])\b)/i.exec(line) ?? [];
  return marks.length || Number(digit);
}

/** Only pictures, without a badge that carries words. */
function isSilent(line: string, table: PrefixTable): boolean {
  if (!line.startsWith("!") && !line.startsWith("[!") && !line.startsWith("<")) return false;
  const start = line.slice(0, 1000);
  const { at, badge } = skipOrnaments(start, 0, (index) =>
    table.symbols.some(({ symbol }) => start.startsWith(symbol, index)),
  );
  return badge === null && at >= line.length;
}

/**
 * A comment's own lines, code fences included, without quotes, thematic breaks and HTML comments. Indented
 * code ends them, because no prefix follows it.
 */
export function* ownLines(body: string): Generator<VisibleLine> {
  for (const line of visibleLines(body)) {
    const isQuoted = line.fence === null && line.text.trimStart().startsWith(">");
    if (isQuoted || (line.fence === null && (isThematicBreak(line.text) || isAttribution(line, body))))
      continue;
    if (line.fence === null && indentOf(line.text) > 3) return;
    yield line;
  }
}

/** "On Monday, Alice wrote:", as mail programs put it before a quote. */
function isAttribution({ text, end }: VisibleLine, body: string): boolean {
  if (text.length > 200 || !text.startsWith("On ") || !text.trimEnd().endsWith(" wrote:")) return false;
  return readLine(body, end)?.text.trimStart().startsWith(">") === true;
}

import { visibleLines } from "./lines.ts";

/**
 * Control characters, and invisible characters that hide text, reorder it or break it into lines:
 * bidirectional controls (https://www.unicode.org/reports/tr9/), zero width spaces, separators, interlinear
 * marks, tags. Tab, line feed and joiners are text; emoji and Persian need the joiners.
 */
const dangerous =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

/** JSON with dangerous characters escaped: it means the same and is harmless to look at. */
export const escapeDangerousJson = (json: string): string => json.replace(dangerous, escapeUnits);

/**
 * JSON with all invisible characters escaped, not only dangerous ones: soft hyphens, joiners and narrow
 * spaces make two values look alike.
 */
export const escapeHiddenJson = (json: string): string =>
  escapeDangerousJson(json).replace(/\u00ad|\u200c|\u200d|\u202f/g, escapeUnits);

const escapeUnits = (run: string): string =>
  run
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/**
 * The text without dangerous characters and unpaired surrogates. It loses CRs, so line endings have to be LF.
 */
export const removeDangerous = (text: string): string => text.toWellFormed().replace(dangerous, "");

/** Somebody else's text for a terminal: with its lines, without control characters. */
export function toTerminalText(text: string): string {
  return removeDangerous(text.replaceAll("\r\n", "\n"));
}

/** Somebody else's text on one line of a terminal, cut to at most `max` characters with "…". */
export function cutToTerminalLine(text: string, max: number): string {
  const characters = [...toTerminalText(text).replace(/\s+/g, " ").trim()];
  return characters.length <= max ? characters.join("") : `${characters.slice(0, max - 1).join("")}…`;
}

/** Somebody else's text on one line of a terminal, however long, such as a file's name in a finding. */
export const toTerminalLine = (text: string): string => toTerminalText(text).replace(/[\n\t]+/g, " ");

/** A value as compact JSON, with characters escaped that a terminal or a log would obey. */
export const toJsonLine = (value: unknown): string => escapeDangerousJson(JSON.stringify(value));

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text escaped for an HTML element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

/** A text on one line inside an HTML comment, without `-->`, which would end it. */
export function toCommentText(hint: string): string {
  return hint
    .replace(/-{2,}/g, "–")
    .replaceAll(">", "›")
    .replace(/[\r\n]+/g, " ")
    .trim();
}

// Within a word an underscore is not markup, and its backslash would show where Markdown is not rendered.
const markup = /[\\`*~[\]|!$]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g;

/**
 * Somebody else's words as one line of Markdown that shows them and does nothing: no mention, link,
 * cross-reference or HTML, and no end of a table cell. As `\@name` and `&#64;name` still mention, each `@` is
 * followed by a zero-width space.
 * @param max how many characters to keep; a longer text ends in "…".
 */
export function quoteText(text: string, max = 120): string {
  return escapeInline(cutText(text, max));
}

/** Our own message or a config's hint as one line of Markdown; text in single backticks is shown as code. */
export function quoteMessage(text: string, max = 120): string {
  return cutText(text, max)
    .split(/((?<!`)`[^`]+`(?!`))/)
    .map((piece, at) => (at % 2 === 0 ? escapeInline(piece) : quoteCode(piece.slice(1, -1), max)))
    .join("");
}

function escapeInline(text: string): string {
  const plain = text
    .replace(/[<>&]/g, (character) => entities[character] ?? "")
    .replace(markup, (character) => (character === "$" ? "<span>$</span>" : `\\${character}`))
    .replace(/[@#]/g, (character) => `${character}${breaker}`);
  return breakReferences(plain).replace(/^(?=[-+=]|\d{1,9}[.)])/, breaker);
}

/** A name or a path as a code span of harmless Markdown: shown literally, in a table too. */
export function quoteCode(text: string, max = 120): string {
  const cut = cutText(text, max)
    .replaceAll("@", `@${breaker}`)
    // A bar ends a table cell even in code, and a backslash before it must not undo its escape.
    .replaceAll("\\|", `\\${breaker}|`)
    .replaceAll("|", "\\|");
  const longestRun = Math.max(0, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longestRun + 1);
  const space = cut.startsWith("`") || cut.endsWith("`") || cut === "" ? " " : "";
  return `${ticks}${space}${cut}${space}${ticks}`;
}

/** One line without control characters, at most this many characters, never half a surrogate pair. */
export function cutText(text: string, max: number): string {
  // Cuts first, so that a long text costs no more than a short one.
  const flat = removeDangerous(text.slice(0, max * 4 + 64).replace(/\s+/g, " ")).trim();
  const characters = [...flat];
  const isWhole = characters.length <= max && text.length <= max * 4 + 64;
  return isWhole
    ? flat
    : `${characters
        .slice(0, Math.max(0, max - 1))
        .join("")
        .trimEnd()}…`;
}

/** U+200B: invisible, and stops GitHub from linking or mentioning. */
export const breaker = "\u200b";

/**
 * Breaks everything that GitHub links by itself, except mentions: addresses, `www.`, `GH-1`, `mailto:`,
 * commits. A commit is a whole word of seven or more hexadecimal digits; "feedback" only begins with seven.
 */
const breakReferences = (text: string): string =>
  text
    .replace(/:(?=\/\/)|www(?=\.)|GH(?=-\d)|(?:mailto|xmpp)(?=:)/gi, (start) => start + breaker)
    .replace(/(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])/gi, (sha) => sha.replace(/.{6}(?=.)/g, `$&${breaker}`));

const maxQuoteLength = 600;

/**
 * Makes a line of somebody else's text harmless: it mentions nobody, links to no pull request, hides nothing,
 * loads nothing, and has no heading and no link definition, which would count outside the quote.
 */
function neutralizeLine(line: string): string {
  // `&#64;bob` would mention as `@bob` does, so entities are shown as typed.
  const plain = removeDangerous(line).replace(/[@#&](?=[\w#])/g, (character) => character + breaker);
  return breakReferences(plain)
    .replace(/<(?=[a-z/!?])/gi, `<${breaker}`)
    .replace(/!\[/g, `!${breaker}[`)
    .replace(/\]:/g, `]${breaker}:`)
    .replace(/(?<![^\s>])#{1,6}(?!\S)/g, `$&${breaker}`)
    .replace(/^([\s>]*)(?=(?:-+|=+)\s*$)/, `$1${breaker}`);
}

/** The lines that fit. If not all do, those that match `preferred` come first. */
function chooseLines(lines: string[], preferred: RegExp | null): string[] {
  const isWhole = preferred === null || lines.join("\n").length <= maxQuoteLength;
  const ordered = isWhole
    ? lines
    : lines.toSorted((a, b) => Number(preferred.test(b)) - Number(preferred.test(a)));
  const chosen: string[] = [];
  let room = maxQuoteLength;
  for (const line of ordered) {
    if (room <= 0) break;
    const points = [...line];
    chosen.push(points.length <= room ? line : `${points.slice(0, room).join("")}…`);
    room -= points.length + 1;
  }
  return chosen.length < ordered.length ? [...chosen, "…"] : chosen;
}

/**
 * Somebody's text as a quote of about 600 characters at most, without HTML comments and empty lines; null
 * when nothing is left. An open fence or list ends with the quote (CommonMark: a block quote's children close
 * with it).
 * @param preferred lines that come first when not all fit.
 */
export function quoteHarmlessly(text: string | null, preferred: RegExp | null = null): string | null {
  const lines = [...visibleLines(text ?? "")].map((line) => neutralizeLine(line.text.trimEnd()));
  if (lines.length === 0) return null;
  return chooseLines(lines, preferred)
    .map((line) => `> ${line}`)
    .join("\n");
}

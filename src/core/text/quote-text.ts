import { removeDangerous } from "./dangerous-characters.ts";
import { visibleLines } from "./visible-lines.ts";

// Within a word an underscore is not markup, and its backslash would show where Markdown is not rendered.
const markup = /[\\`*~[\]|!$]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g;
const entities: Record<string, string> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/**
 * Somebody else's words as one line of Markdown that shows them and does nothing: no mention, link,
 * cross-reference or HTML, and no end of a table cell. `\@name` and `&#64;name` still mention; a zero-width
 * space behind the `@` does not.
 * @param most how many characters to keep; a longer text ends in "…".
 */
export function quoteText(text: string, most = 120): string {
  return disarm(cutText(text, most));
}

/** The same for our own message or a config's hint: text between single backticks is shown as code. */
export function quoteMessage(text: string, most = 120): string {
  return cutText(text, most)
    .split(/((?<!`)`[^`]+`(?!`))/)
    .map((piece, at) => (at % 2 === 0 ? disarm(piece) : quoteCode(piece.slice(1, -1), most)))
    .join("");
}

function disarm(text: string): string {
  const plain = text
    .replace(/[<>&]/g, (character) => entities[character] ?? "")
    .replace(markup, (character) => (character === "$" ? "<span>$</span>" : `\\${character}`))
    .replace(/[@#]/g, (character) => `${character}${breaker}`);
  return breakReferences(plain).replace(/^(?=[-+=]|\d{1,9}[.)])/, breaker);
}

/** The same as a code span, for names and paths: shown literally, in a table too. */
export function quoteCode(text: string, most = 120): string {
  const cut = cutText(text, most)
    .replaceAll("@", `@${breaker}`)
    // A bar ends a table cell even in code, and a backslash before it must not undo its escape.
    .replaceAll("\\|", `\\${breaker}|`)
    .replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  const space = cut.startsWith("`") || cut.endsWith("`") || cut === "" ? " " : "";
  return `${ticks}${space}${cut}${space}${ticks}`;
}

/** One line without control characters, at most this many characters, never half a surrogate pair. */
export function cutText(text: string, most: number): string {
  // Cut first, so that a long text costs no more than a short one.
  const flat = removeDangerous(text.slice(0, most * 4 + 64).replace(/\s+/g, " ")).trim();
  const characters = [...flat];
  const isWhole = characters.length <= most && text.length <= most * 4 + 64;
  return isWhole
    ? flat
    : `${characters
        .slice(0, Math.max(0, most - 1))
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

const longest = 600;

/**
 * Makes a stranger's text harmless: it mentions nobody, links to no pull request, hides nothing, loads
 * nothing, and contains no heading and no link definition, which would also count outside the quote.
 */
function defuse(line: string): string {
  // `&#64;bob` would mention as `@bob` does, so entities are shown as typed.
  const plain = removeDangerous(line).replace(/[@#&](?=[\w#])/g, (character) => character + breaker);
  return breakReferences(plain)
    .replace(/<(?=[a-z/!?])/gi, `<${breaker}`)
    .replace(/!\[/g, `!${breaker}[`)
    .replace(/\]:/g, `]${breaker}:`)
    .replace(/(?<![^\s>])#{1,6}(?!\S)/g, `$&${breaker}`)
    .replace(/^([\s>]*)(?=(?:-+|=+)\s*$)/, `$1${breaker}`);
}

/** The lines that fit; when not all do, those that match `preferred` come first. */
function chooseLines(lines: string[], preferred: RegExp | null): string[] {
  const isWhole = preferred === null || lines.join("\n").length <= longest;
  const ordered = isWhole
    ? lines
    : lines.toSorted((a, b) => Number(preferred.test(b)) - Number(preferred.test(a)));
  const chosen: string[] = [];
  let room = longest;
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
  const lines = [...visibleLines(text ?? "")].map((line) => defuse(line.text.trimEnd()));
  if (lines.length === 0) return null;
  return chooseLines(lines, preferred)
    .map((line) => `> ${line}`)
    .join("\n");
}

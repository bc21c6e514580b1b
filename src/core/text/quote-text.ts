import { breaker, breakReferences } from "./break-references.ts";
import { removeDangerous } from "./dangerous-characters.ts";

const markup = /[\\`*_~[\]|!$]/g;
const entities: Record<string, string> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/**
 * Somebody else's words, as one line of Markdown that shows them and does nothing: no mention, no link, no
 * cross-reference, no HTML, no table cell ended. `\@name` and `&#64;name` still mention; a zero-width space behind the
 * `@` does not.
 * @param most how many characters of the text are kept; what is longer ends in "…".
 */
export function quoteText(text: string, most = 120): string {
  return disarm(cutText(text, most));
}

/** The same for a message of ours or a hint from a config: what stands between single backticks is shown as code. */
export function quoteMessage(text: string, most = 120): string {
  return cutText(text, most)
    .split(/((?<!`)`[^`]+`(?!`))/)
    .map((piece, at) => (at % 2 === 0 ? disarm(piece) : quoteCode(piece.slice(1, -1), most)))
    .join("");
}

function disarm(text: string): string {
  const plain = text
    .replace(/[<>&]/g, (character) => entities[character]!)
    .replace(markup, (character) => (character === "$" ? "<span>$</span>" : `\\${character}`))
    .replace(/[@#]/g, (character) => `${character}${breaker}`);
  return breakReferences(plain).replace(/^(?=[-+=]|\d{1,9}[.)])/, breaker);
}

/** The same as a code span, for names and paths: shown letter by letter, in a table too. */
export function quoteCode(text: string, most = 120): string {
  const cut = cutText(text, most)
    .replaceAll("@", `@${breaker}`)
    // A table's cell ends at a bar even in code; a backslash before it may not take its escape away.
    .replaceAll("\\|", `\\${breaker}|`)
    .replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  const space = cut.startsWith("`") || cut.endsWith("`") || cut === "" ? " " : "";
  return `${ticks}${space}${cut}${space}${ticks}`;
}

/** One line without control characters, at most that many characters; never half a surrogate pair. */
export function cutText(text: string, most: number): string {
  // Cut first: the rest costs no more for a long text than for a short one.
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

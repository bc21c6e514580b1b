import { compileExpression, memoize } from "./expressions.ts";

/** Compiles a glob, each only once. For a broken glob, gives the reason. */
export const compileGlob = memoize((glob) => {
  const translated = globExpression(glob);
  return translated.ok ? compileExpression(`(?s)${translated.expression}`) : translated;
});

const matchesOne = (glob: string, path: string) => {
  const compiled = compileGlob(glob);
  return compiled.ok && compiled.test(path);
};

/**
 * Does a changed file's path match a list of globs? Read from first to last, like a `.gitignore`: a later
 * `!glob` excludes paths again. A list of nothing but `!globs` starts with every path. A broken glob matches
 * nothing. Linear in the path's length.
 */
export function matchesPath(globs: readonly string[], path: string): boolean {
  let matched = globs.length > 0 && globs.every((glob) => glob.startsWith("!"));
  for (const glob of globs) {
    const excludes = glob.startsWith("!");
    if (matched === excludes && matchesOne(excludes ? glob.slice(1) : glob, path)) matched = !excludes;
  }
  return matched;
}

/** A glob as an RE2 expression, or why it is not one. */
type GlobExpression = { ok: true; expression: string } | { ok: false; reason: string };

interface Cursor {
  glob: string;
  at: number;
  /** How many `{` are open. */
  depth: number;
  /** Is it at the start of the path, of a segment or of an alternative? */
  isAtStart: boolean;
}

const escapeLiteral = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");

/** `**` is special only as a whole segment; elsewhere it is a `*`. */
function readStars(cursor: Cursor): string {
  const { glob, isAtStart } = cursor;
  const start = cursor.at;
  while (glob[cursor.at] === "*") cursor.at += 1;
  const after = glob[cursor.at];
  cursor.isAtStart = false;
  if (cursor.at - start !== 2 || !isAtStart) return "[^/]*";
  if (after === "/") {
    cursor.at += 1;
    cursor.isAtStart = true;
    return "(?:.*/)?";
  }
  const endsAlternative = cursor.depth > 0 && (after === "}" || after === ",");
  return after === undefined || endsAlternative ? ".*" : "[^/]*";
}

/** `[abc]`, `[a-z]`, `[!abc]`; null when the bracket is never closed. */
function readClass(cursor: Cursor): string | null {
  const match = /^\[([!^]?)(\][^\]]*|[^\]]+)\]/.exec(cursor.glob.slice(cursor.at));
  if (match === null) return null;
  cursor.at += match[0].length;
  const members = (match[2] ?? "").replace(/[\\[\]^&]/g, "\\$&");
  return match[1] === "" ? `[${members}]` : `[^/${members}]`;
}

function readOne(cursor: Cursor): string | null {
  const character = cursor.glob.charAt(cursor.at);
  if (character === "*") return readStars(cursor);
  cursor.isAtStart = false;
  if (character === "[") return readClass(cursor);
  cursor.at += 1;
  if (character === "?") return "[^/]";
  if (character === "\\") return readLiteral(cursor, cursor.glob[cursor.at++] ?? "\\");
  if (character === "{") {
    cursor.depth += 1;
    cursor.isAtStart = true;
    return "(?:";
  }
  if (cursor.depth === 0) return readLiteral(cursor, character);
  if (character === "}") {
    cursor.depth -= 1;
    return ")";
  }
  if (character !== ",") return readLiteral(cursor, character);
  cursor.isAtStart = true;
  return "|";
}

function readLiteral(cursor: Cursor, character: string): string {
  cursor.isAtStart = character === "/";
  return escapeLiteral(character);
}

/**
 * Translates a glob: `*` and `?` stay inside a segment, `**` as a whole segment crosses them, and `[a-z]`,
 * `[!a]`, `{a,b}` and `\` work as in a shell. Dot files are ordinary files; case counts. The result is
 * anchored. Anybody can propose a glob in a pull request, and the well-known libraries translate it for a
 * backtracking engine: picomatch 4 needs more than a minute to match `*a*a*a*a*a*ab` with two hundred a's.
 */
function globExpression(glob: string): GlobExpression {
  if (glob.startsWith("/") || glob.startsWith("../"))
    return { ok: false, reason: "paths start at the repository's root, without a leading slash" };
  if (/[@!+?*]\(/.test(glob)) return { ok: false, reason: "alternatives are written {a,b}" };
  if (/\{[^{},]*\.\.[^{},]*\}/.test(glob)) return { ok: false, reason: "a range is written [1-3]" };
  const cursor: Cursor = { glob, at: 0, depth: 0, isAtStart: true };
  let expression = "";
  while (cursor.at < glob.length) {
    const piece = readOne(cursor);
    if (piece === null) return { ok: false, reason: "a [ is not closed" };
    expression += piece;
  }
  return cursor.depth > 0
    ? { ok: false, reason: "a { is not closed" }
    : { ok: true, expression: `^${expression}$` };
}

/**
 * Does a login match a pattern such as `*[bot]`, `renovate*` or `alice`? Only `*` is special (any run of
 * characters); case does not count. Logins are in the REST form: a bot's ends in `[bot]`. Linear in pattern
 * and login: finds the pieces between the stars from left to right, greedily.
 */
export function matchesLogin(pattern: string, login: string): boolean {
  const pieces = pattern.toLowerCase().split("*");
  const text = login.toLowerCase();
  const first = pieces.shift() ?? "";
  const last = pieces.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

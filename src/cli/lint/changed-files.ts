import type { DescriptionFacts } from "../../core/description/description.ts";
import { splitLines } from "../../core/text/lines.ts";
import { UnreadableInputError } from "../read-input.ts";

export type ChangedFiles = Pick<DescriptionFacts, "files" | "additions" | "deletions" | "changedFiles">;

/** Nothing is known about the change. */
export const noChangedFiles: ChangedFiles = { files: [], additions: null, deletions: null, changedFiles: 0 };

interface Entry {
  path: string;
  /** Lines; null when unknown. */
  additions: number | null;
  deletions: number | null;
}

const sizes = /^(\d+|-)\t(\d+|-)\t/;

/**
 * Parses the lines of `git diff --numstat` (additions, deletions and path, separated by tabs), or bare paths.
 * A bare path and a binary file (`-`) have no size, and one without a size makes the total unknown (null).
 * Throws UnreadableInputError for the first line that is neither, because guessing might judge the wrong
 * change.
 */
export function parseChangedFiles(text: string, file: string): ChangedFiles {
  const lines = splitLines(text).map((line) => line.text);
  const entries = lines.flatMap((line, index): Entry[] => {
    if (line.trim() === "") return [];
    const shape = nameOtherShape(line);
    if (shape === null) return [parseLine(line)];
    throw new UnreadableInputError(
      `${file}:${index + 1}:1`,
      `this looks like ${shape}; give the output of \`git diff --numstat\`, or one path per line`,
    );
  });
  return sumUp(entries);
}

/** Parses the output of `git diff --numstat -z`. A rename has an empty path, and its two paths follow. */
export function parseNumstat(text: string): ChangedFiles {
  const entries: Entry[] = [];
  const fields = text.split("\0");
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at] ?? "";
    const match = sizes.exec(field);
    if (match === null) continue;
    let path = field.slice(match[0].length);
    if (path === "") {
      path = fields[at + 2] ?? "";
      at += 2;
    }
    entries.push({ path, ...readSizes(match) });
  }
  return sumUp(entries);
}

function sumUp(entries: readonly Entry[]): ChangedFiles {
  const sum = (key: "additions" | "deletions") =>
    entries.reduce<number | null>(
      (total, entry) => (total === null || entry[key] === null ? null : total + entry[key]),
      0,
    );
  return {
    files: entries.map(({ path, additions, deletions }) => ({
      path,
      additions: additions ?? 0,
      deletions: deletions ?? 0,
    })),
    additions: sum("additions"),
    deletions: sum("deletions"),
    changedFiles: entries.length,
  };
}

const otherShapes: [shape: string, line: RegExp][] = [
  ["`git diff --numstat` with spaces for tabs", /^\s*(?:\d+|-)\s+(?:\d+|-)\s+\S/],
  ["`git diff --name-status`", /^[ACDMRTUX]\d*\t/],
  ["`git diff --stat`", / \| +(?:\d+(?: [+-]*)?|Bin .*)$|^ \d+ files? changed\b/],
  ["`git status --short`", /^(?:[ MADRCUT?!][MADRCUT?!]|[MADRCUT] ) \S/],
  ["a diff", /^(?:diff --git |@@ -|--- a\/|\+\+\+ b\/)/],
  ["JSON", /^(?:\[\s*$|\[?\s*\{|\[\s*")/],
  ["a path with tabs, or with spaces around it", /^\s|\s$|\t/],
];

function nameOtherShape(line: string): string | null {
  if (sizes.test(line)) return null;
  return otherShapes.find(([, expression]) => expression.test(line))?.[0] ?? null;
}

function parseLine(line: string): Entry {
  const match = sizes.exec(line);
  if (match === null) return { path: unquote(line), additions: null, deletions: null };
  return { path: newPath(line.slice(match[0].length)), ...readSizes(match) };
}

const readSizes = ([, additions, deletions]: RegExpExecArray) => ({
  additions: additions === "-" ? null : Number(additions),
  deletions: deletions === "-" ? null : Number(deletions),
});

/** A rename is `old => new`, or `src/{old => new}/file` (git-diff's manual, "--numstat"). */
function newPath(path: string): string {
  const last = path.replace(/\{[^{}]* => ([^{}]*)\}/, "$1").replace(/^.* => /, "");
  return unquote(last).replaceAll("//", "/");
}

const escapes: Record<string, string> = { a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r" };

/**
 * Git quotes a path with unusual characters and writes its bytes as octal numbers (git-config's manual,
 * "core.quotePath").
 */
function unquote(path: string): string {
  if (!/^".*"$/.test(path)) return path;
  const bytes = [...path.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)].map(
    ([, octal, letter = "", plain]) =>
      octal === undefined
        ? Buffer.from(plain ?? escapes[letter] ?? letter)
        : Buffer.from([parseInt(octal, 8)]),
  );
  return Buffer.concat(bytes).toString("utf8");
}

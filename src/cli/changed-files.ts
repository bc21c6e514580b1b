import { splitLines } from "../core/text/lines.ts";
import type { DescriptionFacts } from "../core/description/description.ts";

export type ChangedFiles = Pick<DescriptionFacts, "files" | "additions" | "deletions" | "changedFiles">;

/** Nothing is known about the change. */
export const noChangedFiles: ChangedFiles = { files: [], additions: null, deletions: null, changedFiles: 0 };

/**
 * Reads the lines of `git diff --numstat` (additions, deletions, path, with tabs between), or bare paths. A bare path and a
 * binary file (`-`) have no size; when one has none, the size of the whole is unknown (null).
 */
export function parseChangedFiles(text: string): ChangedFiles {
  const entries = splitLines(text)
    .map((line) => line.text)
    .filter((line) => line.trim() !== "")
    .map(parseLine);
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

function parseLine(line: string): { path: string; additions: number | null; deletions: number | null } {
  const match = /^(\d+|-)\t(\d+|-)\t(.+)$/.exec(line);
  if (match === null) return { path: line.trim(), additions: null, deletions: null };
  const size = (digits: string) => (digits === "-" ? null : Number(digits));
  return { path: newPath(match[3]!), additions: size(match[1]!), deletions: size(match[2]!) };
}

/** A rename is `old => new`, or `src/{old => new}/file` (git-diff's manual, "--numstat"). */
function newPath(path: string): string {
  return path
    .replace(/\{[^{}]* => ([^{}]*)\}/, "$1")
    .replace(/^.* => /, "")
    .replaceAll("//", "/");
}

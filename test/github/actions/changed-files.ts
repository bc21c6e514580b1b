import type { ChangedFile } from "../state/pull-request.ts";

/** A changed file. The head's tree has its `text`, or an empty file. */
export interface NewFile extends Partial<Omit<ChangedFile, "path">> {
  path: string;
  text?: string;
}

/** The changes that a commit with these files makes to the tree. */
export function textsOf(files: NewFile[]): Map<string, string | null> {
  return new Map(files.map((file) => [file.path, file.status === "removed" ? null : (file.text ?? "")]));
}

/** The pull request's files after another push: the newest change of each path. */
export function mergeFiles(before: ChangedFile[], pushed: NewFile[]): ChangedFile[] {
  const files = new Map(before.map((file) => [file.path, file]));
  for (const { path, text, additions, deletions, status } of pushed) {
    const lines =
      text === undefined || text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    files.set(path, {
      path,
      additions: additions ?? lines,
      deletions: deletions ?? 0,
      status: status ?? files.get(path)?.status ?? "modified",
    });
  }
  return [...files.values()];
}

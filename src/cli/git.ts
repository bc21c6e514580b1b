import { execFileSync } from "node:child_process";
import { type ChangedFiles, noChangedFiles, parseNumstat } from "./lint/changed-files.ts";
import { UsageError } from "./print.ts";

/**
 * Git's standard output in the working folder; null when Git is missing or fails. Uses no shell and no lock,
 * and starts no program that a repository names.
 */
function git(...args: string[]): string | null {
  try {
    return execFileSync("git", ["--no-optional-locks", "-c", "core.fsmonitor=false", ...args], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return null;
  }
}

/**
 * The repository of the remote `origin`, and its host (`github.com`, with the port if there is one); null
 * without such a remote.
 */
export function findOrigin(): { host: string; owner: string; name: string } | null {
  const address = git("remote", "get-url", "origin")?.trim() ?? "";
  const [match, host = "", owner = "", name = ""] =
    /^(?:\w+:\/\/)?(?:[^@/]*@)?([^/:]+(?::\d+)?)[/:]([\w-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
  return match === undefined ? null : { host, owner, name };
}

export interface GitChanges {
  changed: ChangedFiles;
  /** The branch that it was compared with, without its remote; "" when there is none. */
  baseRef: string;
  /** What was compared, for people; null when nothing is known. */
  used: string | null;
  /** Why nothing is known; "" when something is. */
  note: string;
}

/** Where a clone may say what its default branch is, the most reliable first. */
const candidates = [
  "remotes/origin/HEAD",
  "remotes/origin/main",
  "remotes/origin/master",
  "heads/main",
  "heads/master",
];

/**
 * What the commits on HEAD change since they left the base branch, as a pull request would show it. Without a
 * common commit or a difference, the change is unknown. Throws UsageError for a named `base` that does not
 * exist.
 */
export function readGitChanges(base: string | undefined): GitChanges {
  const found = base === undefined ? findDefaultBranch() : { name: base, commit: findCommit(base) };
  if (base !== undefined && found?.commit === null) {
    throw new UsageError(`--base is "${base}", which isn't a commit here; fetch it, or name another branch.`);
  }
  if (found === null || found.commit === null) {
    return unknown("", "no default branch was found; name one with --base");
  }
  const { name, commit } = found;
  const baseRef = name.replace(/^(?:refs\/)?(?:heads\/|remotes\/)?(?:origin\/)?/, "");
  const text = git("diff", "--numstat", "-z", "-M", "--no-ext-diff", "--no-textconv", `${commit}...HEAD`);
  if (text === null) return unknown(baseRef, `HEAD and ${name} share no commit`);
  const changed = parseNumstat(text);
  const count = changed.changedFiles;
  if (count === 0) return unknown(baseRef, `HEAD adds nothing to ${name}`);
  const files = count === 1 ? "the file" : `the ${count} files`;
  return { changed, baseRef, used: `${files} changed since ${name}`, note: "" };
}

const unknown = (baseRef: string, why: string): GitChanges => ({
  changed: noChangedFiles,
  baseRef,
  used: null,
  note: `What changed is unknown: ${why}.`,
});

function findDefaultBranch(): { name: string; commit: string } | null {
  for (const candidate of candidates) {
    const commit = findCommit(`refs/${candidate}`);
    if (commit === null) continue;
    const target = git("symbolic-ref", "--quiet", `refs/${candidate}`)?.trim() ?? candidate;
    return { name: target.replace(/^(?:refs\/)?(?:heads|remotes)\//, ""), commit };
  }
  return null;
}

const findCommit = (revision: string): string | null =>
  git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`)?.trim() ?? null;

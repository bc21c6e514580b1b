import { readFileSync } from "node:fs";
import { configPath, type EffectiveConfig, resolveConfig } from "../../core/config/effective.ts";

/** Why a file could not be read, in a person's words. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT")
    return "there is no such file; expected the path of an async.yml, or - for standard input";
  if (code === "EISDIR") return "this is a folder; expected the path of an async.yml";
  if (code === "EACCES") return "reading it is not allowed; expected a file that can be read";
  return error instanceof Error ? error.message : String(error);
}

/** A file's text (`-`: standard input). Null when it cannot be read: it was said on standard error, and the exit code is 2. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    process.stderr.write(`${path}: ${reasonOf(error)}\n`);
    process.exitCode = 2;
    return null;
  }
}

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * The effective config of files on disk. Without a path the usual one is taken, when it is there or nothing else was named.
 * Null when a file cannot be read: then it was said, and the exit code is 2.
 */
export function resolveFiles(
  path: string | undefined,
  organisationPath: string | undefined,
): EffectiveConfig | null {
  const isWanted = path !== undefined || organisationPath === undefined || exists(configPath);
  const base = isWanted ? readText(path ?? configPath) : null;
  const organisation = organisationPath === undefined ? null : readText(organisationPath);
  const isUnread = (isWanted && base === null) || (organisationPath !== undefined && organisation === null);
  if (isUnread) return null;
  const files = { repository: path ?? configPath, organisation: organisationPath ?? configPath };
  return resolveConfig({ base, defaultBranch: null, organisation }, files);
}

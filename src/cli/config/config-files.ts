import { readFileSync } from "node:fs";
import { configPath, type EffectiveConfig, resolveConfig } from "../../core/config/effective.ts";
import { readInput, tryReading } from "../read-input.ts";

/** A file's text (`-`: standard input). Null when it cannot be read: it was said on standard error, and the exit code is 2. */
export const readText = (path: string): string | null => tryReading(() => readInput(path));

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

import { type EffectiveConfig, resolveConfig } from "../../core/config/effective.ts";
import { findConfig, usualConfig } from "../checkout.ts";
import { tell } from "../print.ts";
import { readInput, tryReading } from "../read-input.ts";

/**
 * A file's text (`-` is standard input). Null when it cannot be read, after saying so on standard error and
 * setting exit code 2.
 */
export const readText = (path: string): string | null => tryReading(() => readInput(path));

/**
 * The effective config of files on disk, and which files those are. Without a path, the repository's config
 * is taken if it exists or nothing else was named. Null when a file cannot be read, after saying so and
 * setting exit code 2.
 */
export function resolveFiles(
  path: string | undefined,
  organisation: string | undefined,
): (EffectiveConfig & { files: string[] }) | null {
  const repository = path ?? findConfig();
  if (repository === null && organisation === undefined) {
    tell(`async-review: no ${usualConfig()}; name a file, or write one with \`async-review init\``);
    process.exitCode = 2;
    return null;
  }
  const texts = { base: readGiven(repository), defaultBranch: null, organisation: readGiven(organisation) };
  const files = [repository, organisation].filter((file) => file !== null && file !== undefined);
  const unread = files.length - [texts.base, texts.organisation].filter((text) => text !== null).length;
  if (unread > 0) return null;
  const names = { repository: repository ?? "", organisation: organisation ?? "" };
  return { ...resolveConfig(texts, names), files };
}

const readGiven = (path: string | null | undefined) =>
  path === null || path === undefined ? null : readText(path);

import { existsSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { configPath } from "../core/observation.ts";
import { readNpmCall } from "../env.ts";
import { makeFolder } from "../make-folder.ts";
import { tell } from "./print.ts";

/** The root of the Git repository that a folder is in (a worktree's `.git` is a file); null outside one. */
export function findRepository(folder: string): string | null {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : findRepository(parent);
}

/** Where `.github` is looked for: the repository's root, else the folder itself. */
export const findRoot = (folder = process.cwd()): string => findRepository(folder) ?? folder;

/** A path below the root, as seen from the working folder: `../.github/async.yml`. */
export const fromHere = (...parts: string[]): string =>
  relative(process.cwd(), join(findRoot(), ...parts)) || ".";

/** The path of the repository's config, seen from here, whether or not it is there. */
export const usualConfig = (): string => fromHere(configPath);

/** The path of the repository's config, seen from here; null when there is none. */
export const findConfig = (): string | null => (existsSync(usualConfig()) ? usualConfig() : null);

/** Writes a file, and its folders where they are missing. Without `force`, throws EEXIST when it is there. */
export function writeFile(path: string, text: string, { force }: { force: boolean }): void {
  makeFolder(dirname(path));
  writeFileSync(path, text, { flag: force ? "w" : "wx" });
}

/** Says on one line which files were found rather than given, and what else to know. */
export function tellUsed(used: readonly string[], note = ""): void {
  const sentence = used.length === 0 ? "" : `Using ${new Intl.ListFormat("en").format(used)}.`;
  const line = [sentence, note].filter(Boolean).join(" ");
  if (line !== "") tell(line);
}

const ownPackage = fileURLToPath(new URL("../../package.json", import.meta.url));

/**
 * npm runs a script in its package's folder and keeps the caller's in INIT_CWD
 * (https://docs.npmjs.com/cli/v11/using-npm/scripts). When the two are in different repositories (`npm
 * --prefix`), the caller's folder counts, for paths too. A script that has changed its folder itself stays
 * there.
 */
export function enterCallersFolder(): void {
  const { folder, packageFile } = readNpmCall();
  const here = process.cwd();
  const isPutHere = [packageFile, ownPackage].some(
    (file) => file !== null && resolve(dirname(file)) === here,
  );
  if (folder === null || !isPutHere || !existsSync(folder)) return;
  const caller = realpathSync(folder);
  if (findRoot(caller) !== findRoot(here)) process.chdir(caller);
}

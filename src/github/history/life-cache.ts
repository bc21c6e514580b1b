import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Instant } from "../../core/pull-request.ts";
import type { KeptLife } from "../../core/report/history/keep-life.ts";
import { makeFolder } from "../../make-folder.ts";

/** Everything updated between these two instants has been listed and read. */
interface Covered {
  from: Instant;
  to: Instant;
}

/**
 * The lives of one repository that were read: a file of lines in the user's cache folder, so that an
 * interrupted run continues where it stopped. The file holds instants and counts, no names or texts, and is
 * named by a hash. An unreadable file counts as none.
 */
export class LifeCache {
  readonly lives = new Map<number, KeptLife>();
  covered: Covered | null = null;
  readonly #file: string;
  readonly #header: string;

  /**
   * @param place which repository on which server
   * @param setting what the lives are read with, as in `KeptLife`
   */
  constructor(folder: string, { place, setting }: { place: string; setting: string }) {
    const name = createHash("sha256").update(place).digest("hex").slice(0, 32);
    this.#file = join(folder, `${name}.jsonl`);
    this.#header = JSON.stringify({ setting });
    makeFolder(folder, 0o700);
    this.#read();
  }

  #read(): void {
    let lines: string[] = [];
    try {
      lines = readFileSync(this.#file, "utf8").split("\n");
    } catch {
      // No cache yet.
    }
    // The last line of an interrupted run may be incomplete.
    const isOurs = lines.length > 1 && lines[0] === this.#header;
    for (const line of isOurs ? lines.slice(1, -1) : []) this.#take(line);
    // Later lines replace earlier ones, so a long file is mostly outdated.
    const isLong = lines.length > 2 * this.lives.size + 100;
    if (!isOurs || isLong || lines.at(-1) !== "") this.#start();
  }

  #take(line: string): void {
    try {
      // Only this class writes such a file, and `setting` names the version of its contents.
      const entry = JSON.parse(line) as KeptLife | { covered: Covered };
      if ("covered" in entry) this.covered = entry.covered;
      else this.lives.set(entry.life.number, entry);
    } catch {
      // An unreadable line's pull request is read again.
    }
  }

  /** Replaces the file with everything that is known. */
  #start(): void {
    const lines = [this.#header, ...[...this.lives.values()].map((entry) => JSON.stringify(entry))];
    if (this.covered !== null) lines.push(JSON.stringify({ covered: this.covered }));
    writeFileSync(`${this.#file}.new`, `${lines.join("\n")}\n`, { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }

  add(entries: readonly KeptLife[]): void {
    for (const entry of entries) this.lives.set(entry.life.number, entry);
    appendFileSync(this.#file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
  }

  /** Everything has been read, so the next run lists only what changes later. */
  cover(covered: Covered): void {
    this.covered = covered;
    appendFileSync(this.#file, `${JSON.stringify({ covered })}\n`);
  }
}

/** The folder for caches: the XDG folder, else the system's. */
export function readCacheFolder(
  { XDG_CACHE_HOME, LOCALAPPDATA }: Record<string, string | undefined>,
  { platform = process.platform, home = homedir() } = {},
): string {
  const system =
    platform === "darwin"
      ? join(home, "Library", "Caches")
      : platform === "win32"
        ? LOCALAPPDATA || join(home, "AppData", "Local")
        : join(home, ".cache");
  return join(XDG_CACHE_HOME || system, "async-review");
}

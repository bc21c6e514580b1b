import type { Database } from "better-sqlite3";

interface Waiting {
  work: () => unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** How many pieces of work one transaction takes. Few, because the calls block the event loop. */
const maxGroup = 64;

/**
 * Collects work that is asked for in the same turn of the event loop and commits it in one transaction: with
 * `synchronous=FULL` a commit costs a wait for the disk, and one wait serves all. Each caller is answered
 * after the commit. When a group fails, its pieces are tried one by one, so that a bad row affects only its
 * own caller. A lock that another program holds fails the whole group: each try waits for it and blocks the
 * event loop.
 */
export function groupCommits(file: Database): <T>(work: () => T) => Promise<T> {
  const waiting: Waiting[] = [];
  const transaction = file.transaction((group: Waiting[]) => group.map(({ work }) => work()));
  let isPlanned = false;

  const commitGroup = (group: Waiting[]) => {
    try {
      // `immediate` takes the write lock at once, so that a reader never has to become a writer half-way.
      const answers = transaction.immediate(group);
      for (const [index, { resolve }] of group.entries()) resolve(answers[index]);
    } catch (error) {
      if (group.length === 1 || isLocked(error)) for (const one of group) one.reject(error);
      else for (const one of group) commitGroup([one]);
    }
  };
  const commit = () => {
    isPlanned = false;
    const group = waiting.splice(0, maxGroup);
    if (waiting.length > 0) plan();
    commitGroup(group);
  };
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    // Two turns, so that sockets that are readable in this turn can join.
    setImmediate(() => setImmediate(commit));
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      plan();
    });
}

/** True when another connection held the lock for as long as this one waits. */
const isLocked = (error: unknown): boolean =>
  String((error as { code?: unknown }).code).startsWith("SQLITE_BUSY");

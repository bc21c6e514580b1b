import type { Database } from "better-sqlite3";

interface Waiting {
  work: () => unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** As many pieces of work as one transaction takes: the calls block the event loop, so it stays small. */
const maxGroup = 64;

/**
 * Collects pieces of work that are asked for in the same turn of the event loop and commits them in one
 * transaction: with `synchronous=FULL` the wait for the disk is what a commit costs, and one wait does for
 * all. Each is answered after the commit. When a group fails, its pieces are tried one by one, so that nobody
 * pays for somebody else's bad row.
 */
export function groupCommits(file: Database): <T>(work: () => T) => Promise<T> {
  const waiting: Waiting[] = [];
  const transaction = file.transaction((group: Waiting[]) => group.map(({ work }) => work()));
  let isPlanned = false;

  const commitGroup = (group: Waiting[]) => {
    try {
      // `immediate` takes the write lock at once, so that a reader never has to be turned into a writer
      // half-way.
      const answers = transaction.immediate(group);
      for (const [index, { resolve }] of group.entries()) resolve(answers[index]);
    } catch (error) {
      if (group.length === 1) group[0]!.reject(error);
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
    // Two turns: sockets that are readable in this turn get to ask too.
    setImmediate(() => setImmediate(commit));
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      plan();
    });
}

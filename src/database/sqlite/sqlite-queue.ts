import type { Database } from "better-sqlite3";
import type { Handler, Look, Queue } from "../../reconcile/ports.ts";
import { fromEpoch, toEpoch } from "../../reconcile/row/epoch.ts";
import { findRunAt } from "../../reconcile/row/merge-look.ts";
import type { SubjectRow } from "../../reconcile/row/subject-row.ts";
import { acceptDeliveries } from "../accept-deliveries.ts";
import type { DatabaseDependencies } from "../database.ts";
import { type RunStore, runSubject } from "../run-subject.ts";
import { checkWork, graceMs, startWorkLoop, type WorkLoop } from "../work-loop.ts";
import { groupCommits } from "./group-commit.ts";
import type { SqliteStore } from "./sqlite-store.ts";

/** How many of the app's own looks one transaction takes. */
const looksAtOnce = 100;

/**
 * The longest wait between two looks at the clock, in milliseconds: somebody may set the clock, or the
 * machine may sleep.
 */
const maxSleepMs = 30_000;
const minSleepMs = 100;

/** A subject that is being looked at. */
interface RunningSubject {
  /** The earliest instant for which a look was requested meanwhile, in milliseconds since 1970, if any. */
  requestedAt: number | null;
}

/**
 * The queue on the embedded database. There is one process, so it knows in memory what it is looking at and
 * needs no lease.
 */
export function createSqliteQueue(
  file: Database,
  store: SqliteStore,
  { clock, logger }: DatabaseDependencies,
): { queue: Queue; poke(): void; write: <T>(work: () => T) => Promise<T> } {
  const write = groupCommits(file);
  const running = new Map<string, RunningSubject>();
  let loop: WorkLoop | null = null;
  let stopping = new AbortController();
  const readNow = () => toEpoch(clock.now());

  const mergeLooks = (looks: Look[]) => {
    const instant = clock.now();
    const now = { instant, epoch: toEpoch(instant) };
    for (const look of looks) {
      const key = store.mergeLook(look, now);
      const run = key === null ? undefined : running.get(key);
      if (run !== undefined)
        run.requestedAt = Math.min(run.requestedAt ?? Infinity, findRunAt(look, now.epoch));
    }
  };
  const poke = () => loop?.wake();
  // Running rows are still due in the database, so ask for that many more.
  const take = (limit: number, taken: ReadonlySet<string>) =>
    store
      .listDue(readNow(), limit + taken.size)
      .filter(({ key }) => !taken.has(key))
      .slice(0, limit);
  const untilNext = () => {
    const now = readNow();
    const next = store.findNextRunAt(now);
    const wait = next === null ? maxSleepMs : next - now;
    // The clock has whole seconds, so it is read more often in the last second before a row falls due.
    return wait > 1000 ? Math.min(wait - 1000, maxSleepMs) : minSleepMs;
  };

  const findOldestDue = () => take(1, new Set(running.keys()))[0]?.runAt ?? null;

  const deliveries = acceptDeliveries(
    (delivery, looks, last) =>
      write(() => {
        const isNew = store.insertDelivery(delivery);
        if (isNew) mergeLooks(looks);
        last();
        return isNew ? "stored" : "known";
      }),
    poke,
  );

  const runs: RunStore = {
    findRepositoryFirstSeenAt: async (installationId, repositoryId) =>
      store.findRepositoryFirstSeenAt(installationId, repositoryId),
    updateMemory: (key, memory) => write(() => store.updateMemory(key, memory)),
    finishRun: (given, end) =>
      write(() => {
        const requestedAt = running.get(given.key)?.requestedAt ?? null;
        return store.finishRun(given.key, { given, requestedAt, now: readNow() }, end);
      }),
  };
  const run = async (row: SubjectRow, handler: Handler) => {
    running.set(row.key, { requestedAt: null });
    try {
      await runSubject(row, { store: runs, handler, stopped: stopping.signal, logger });
    } finally {
      running.delete(row.key);
    }
  };

  const queue: Queue = {
    accept: deliveries.accept,
    async look(looks) {
      for (let from = 0; from < looks.length; from += looksAtOnce) {
        await write(() => mergeLooks(looks.slice(from, from + looksAtOnce)));
      }
      poke();
    },
    findByHead: async (repositoryId, headSha) => store.findSubjectsByHead(repositoryId, headSha),
    findOnHead: async (repositoryId, headSha, numbers) => store.findOnHead(repositoryId, headSha, numbers),
    listRepositories: async () => store.listRepositories(),
    forget: (scope) => write(() => store.deleteSubjects(scope)),
    async start(handler, { concurrency, countLate }) {
      if (loop !== null) return;
      stopping = new AbortController();
      const work = (row: SubjectRow) => {
        countLate?.((readNow() - Number(row.runAt)) / 1000);
        return run(row, handler);
      };
      loop = startWorkLoop({ take, untilNext, run: work }, { concurrency, logger });
    },
    async stop() {
      const stopped = loop;
      loop = null;
      const late = setTimeout(() => stopping.abort(), graceMs);
      await stopped?.stop();
      clearTimeout(late);
    },
    async check() {
      // Rewrites a number that is already there: only a write shows a full disk or a missing folder.
      await write(() => file.pragma("user_version = 1"));
      await deliveries.check();
      checkWork(loop, { oldestDue: findOldestDue(), now: readNow() });
    },
    async findOldestDue() {
      const oldest = findOldestDue();
      return oldest === null ? null : fromEpoch(oldest);
    },
    findCaughtUpAt: async () => store.findCaughtUpAt(),
    markCaughtUp: (at) => write(() => store.markCaughtUp(at)),
    count: async () => store.count(readNow()),
  };
  return { queue, poke, write };
}

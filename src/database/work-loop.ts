import type { Logger } from "pino";
import type { SubjectRow } from "../reconcile/row/subject-row.ts";
import { DatabaseError } from "./database.ts";

/** The queue that the loop works on. */
export interface Work {
  /** Takes up to `limit` due rows that are not `running`, earliest first. */
  take(limit: number, running: ReadonlySet<string>): SubjectRow[] | Promise<SubjectRow[]>;
  /** Milliseconds until the loop looks for due rows again, unless it is woken before. */
  untilNext(): number;
  /** Looks at the subject of a row that was taken. */
  run(row: SubjectRow): Promise<void>;
}

/** Milliseconds since the loop's last actions. While all workers are busy, both count as just done. */
export interface Progress {
  /** Idle workers. */
  free: number;
  /** Since the database last said what is due. */
  sinceQuery: number;
  /** Since a look was last started. */
  sinceStarted: number;
}

export interface WorkLoop {
  /** Looks for due rows at once. */
  wake(): void;
  progress(): Progress;
  /** Starts no more runs, and waits for those under way. */
  stop(): Promise<void>;
}

/** Milliseconds that looks under way have to end by themselves when the server stops. */
export const graceMs = 20_000;

/** Milliseconds to pause after a query or a look failed. */
const pauseMs = 1000;

/**
 * Runs what is due, `concurrency` subjects at once and never the same one twice at once, and sleeps until the
 * next falls due. It asks the database again after every event and every run, so only running subjects are
 * kept in memory. When the database is away, it asks until it answers; nothing needs repair afterwards.
 */
export function startWorkLoop(work: Work, options: { concurrency: number; logger: Logger }): WorkLoop {
  const { concurrency, logger } = options;
  const running = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let filling: Promise<void> | null = null;
  let isWoken = false;
  let isStopped = false;
  let isAnswering = true;
  let lastQueryAt = performance.now();
  let startedAt = lastQueryAt;

  const start = (row: SubjectRow) => {
    startedAt = performance.now();
    const run = work
      .run(row)
      .catch(async (error) => {
        logger.error({ err: error, subject: row.key }, "Couldn't start a look; trying again in a second");
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      })
      .finally(() => {
        if (running.size >= concurrency) lastQueryAt = startedAt = performance.now();
        running.delete(row.key);
        wake();
      });
    running.set(row.key, run);
  };
  const fill = async () => {
    const free = concurrency - running.size;
    // The end of a run fills again.
    if (free <= 0) return;
    const rows = await work.take(free, new Set(running.keys()));
    lastQueryAt = performance.now();
    if (!isAnswering) logger.info("The database says what is due again");
    isAnswering = true;
    if (isStopped) return;
    for (const row of rows) start(row);
    if (rows.length < free) timer = setTimeout(wake, work.untilNext());
  };
  const tryFill = async () => {
    try {
      await fill();
    } catch (error) {
      if (isAnswering) {
        logger.error({ err: error }, "The database doesn't say what is due; asking again every second");
      }
      isAnswering = false;
      if (!isStopped) timer = setTimeout(wake, pauseMs);
    }
  };
  const fillWhileWoken = async () => {
    while (isWoken && !isStopped) {
      // Requests made in the same turn of the event loop become one.
      await new Promise((resolve) => setImmediate(resolve));
      isWoken = false;
      clearTimeout(timer);
      if (!isStopped) await tryFill();
    }
    filling = null;
  };
  const wake = () => {
    if (isStopped) return;
    isWoken = true;
    filling ??= fillWhileWoken();
  };
  wake();
  return {
    wake,
    progress: () => {
      const now = performance.now();
      return {
        free: concurrency - running.size,
        sinceQuery: now - lastQueryAt,
        sinceStarted: now - startedAt,
      };
    },
    stop: async () => {
      isStopped = true;
      await filling;
      clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}

/** Milliseconds that work may stand still. */
const stallAfterMs = 60_000;

/**
 * Throws when this process does not work: its loop is not running, the database has not said for a minute
 * what is due, or something has been due for a minute and no look was started in that time. A process with
 * all workers busy works. `oldestDue`: when the subject that has waited longest for a worker fell due, in
 * milliseconds since 1970; null when none waits.
 */
export function checkWork(
  loop: WorkLoop | null,
  { oldestDue, now }: { oldestDue: number | null; now: number },
): void {
  if (loop === null) throw new DatabaseError("The workers aren't running.", { reason: "stopped" });
  const progress = loop.progress();
  const stall = progress.free > 0 ? findStall(progress, oldestDue === null ? 0 : now - oldestDue) : null;
  if (stall !== null) throw new DatabaseError(stall, { reason: "stalled" });
}

function findStall({ sinceQuery, sinceStarted }: Progress, dueFor: number): string | null {
  if (sinceQuery > stallAfterMs) return `The database hasn't said what is due for ${seconds(sinceQuery)}.`;
  if (dueFor <= stallAfterMs || sinceStarted <= stallAfterMs) return null;
  return `Work has been due for ${seconds(dueFor)}, and no look has started for ${seconds(sinceStarted)}.`;
}

const seconds = (milliseconds: number) => `${Math.round(milliseconds / 1000)} s`;

import type { Logger } from "pino";

/** What the loop works on. Times are milliseconds since 1970 on the clock that decides what is due. */
export interface Work {
  now(): number;
  listDue(now: number, limit: number): string[];
  findNextRunAt(now: number): number | null;
  /** Looks at one subject. */
  run(key: string): Promise<void>;
}

/** At most so long without a glance at the clock: it may be set, or the machine may have slept. */
const longestSleep = 30_000;
/** The clock may have whole seconds only, so the last second before a row falls due is watched. */
const shortSleep = 100;

export interface WorkLoop {
  /** Looks for due rows at once. */
  wake(): void;
  /** Starts no more runs, and waits for those under way. */
  stop(): Promise<void>;
}

/**
 * Runs what is due, `concurrency` subjects at once and none twice at once, and sleeps until the next one falls due. The
 * database is asked again after every event and every run, which costs microseconds, so nothing is kept in memory.
 */
export function startWorkLoop(work: Work, options: { concurrency: number; logger: Logger }): WorkLoop {
  const running = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let planned: NodeJS.Immediate | undefined;
  let isStopped = false;

  const start = (key: string) => {
    const run = work
      .run(key)
      .catch(async (error) => {
        options.logger.error(
          { err: error, subject: key },
          "A look could not be started; trying again in a second",
        );
        await new Promise((resolve) => setTimeout(resolve, 1000));
      })
      .finally(() => {
        running.delete(key);
        wake();
      });
    running.set(key, run);
  };
  const fill = () => {
    const now = work.now();
    // A running row is still due in the database, so as many more are asked for.
    const due = work.listDue(now, options.concurrency + running.size);
    for (const key of due) {
      if (running.size >= options.concurrency) return;
      if (!running.has(key)) start(key);
    }
    sleepUntil(work.findNextRunAt(now), now);
  };
  const sleepUntil = (next: number | null, now: number) => {
    const wait = next === null ? longestSleep : next - now;
    timer = setTimeout(wake, wait > 1000 ? Math.min(wait - 1000, longestSleep) : shortSleep);
  };
  const tryFill = () => {
    planned = undefined;
    clearTimeout(timer);
    if (isStopped) return;
    try {
      fill();
    } catch (error) {
      options.logger.error({ err: error }, "The database does not say what is due; asking again in a second");
      timer = setTimeout(wake, 1000);
    }
  };
  const wake = () => {
    if (!isStopped) planned ??= setImmediate(tryFill);
  };
  wake();
  return {
    wake,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      clearImmediate(planned);
      await Promise.all(running.values());
    },
  };
}

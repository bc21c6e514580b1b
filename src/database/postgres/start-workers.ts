import type { Kysely } from "kysely";
import type pg from "pg";
import type { Handler } from "../../reconcile/ports.ts";
import { toEpoch } from "../epoch.ts";
import type { DatabaseParts } from "../opened-database.ts";
import type { PostgresTables } from "../tables.ts";
import { keepPoolRunning, type RunningPool } from "./keep-pool-running.ts";
import { rescheduleLost } from "./reschedule.ts";
import { createRunner } from "./run-subject.ts";
import { retirePool, watchPools } from "./watch-pools.ts";
import { startWorkerPool } from "./worker-pool.ts";

export interface Workers {
  /** Starts no more runs, and waits for those under way. */
  stop(): Promise<void>;
}

/** How often rows without a job are looked for, in milliseconds. */
const lostPause = 5 * 60 * 1000;
/** Until graphile-worker has opened a finished job's queue, in milliseconds: the job behind it is found only then. */
const unlockPause = 25;
/** How long runs under way may take to end before they are told to, in milliseconds. */
const grace = 20_000;

/** Everything that a process does to work on the queue. */
export async function startWorkers(
  parts: DatabaseParts & {
    pool: pg.Pool;
    database: Kysely<PostgresTables>;
    handler: Handler;
    concurrency: number;
  },
): Promise<Workers> {
  const { database, pool, clock, logger } = parts;
  const stopping = new AbortController();
  const look = createRunner({ ...parts, stopped: stopping.signal });
  const run = async (key: string) => {
    if (await look(key)) setTimeout(() => running.nudge(), unlockPause);
  };
  await rescheduleLost(database, toEpoch(clock.now()));
  const running: RunningPool = keepPoolRunning({
    start: () => startWorkerPool(pool, run, parts),
    retire: (id) => retirePool(database, id),
    logger,
  });
  const stopWatching = watchPools(database, running.id, { logger });
  const heal = () =>
    rescheduleLost(database, toEpoch(clock.now())).catch((error) =>
      logger.warn({ err: error }, "Rows without a job could not be looked for"),
    );
  const healing = setInterval(() => void heal(), lostPause);
  return {
    async stop() {
      clearInterval(healing);
      stopWatching();
      const late = setTimeout(() => stopping.abort(), grace);
      await running.stop();
      clearTimeout(late);
    },
  };
}

import { EventEmitter } from "node:events";
import { Logger as GraphileLogger, runTaskList, type WorkerEvents, type WorkerPool } from "graphile-worker";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { lookTask, type LookPayload } from "./jobs.ts";

/** How often each worker asks when nobody told it of a job, in milliseconds: the notification is what normally wakes it. */
const pollInterval = 1000;

/** Starts graphile-worker's workers on the tables that are there. `run` gets the key of a subject. */
export function startWorkerPool(
  pool: Pool,
  run: (key: string) => Promise<void>,
  { concurrency, logger }: { concurrency: number; logger: Logger },
): WorkerPool {
  const options = {
    concurrency,
    pollInterval,
    noHandleSignals: true,
    logger: new GraphileLogger(() => (level, message) => logger.debug({ level }, message)),
    events: new EventEmitter() as WorkerEvents,
    preset: {
      // Without a batch a failure to mark a job as done is an unhandled rejection, which ends the process; with one the
      // pool ends, and is started again.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
    },
  };
  const tasks = { [lookTask]: (payload: unknown) => run((payload as LookPayload).key) };
  return runTaskList(options, tasks, pool);
}

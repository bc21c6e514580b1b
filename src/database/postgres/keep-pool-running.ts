import type { WorkerPool } from "graphile-worker";
import type { Logger } from "pino";

/** Pause before workers that ended by themselves are started again, in milliseconds. */
const pause = 1000;

export interface RunningPool {
  /** Of the workers that run now. */
  id(): string;
  /** Has one of them look for a job now. */
  nudge(): void;
  /** Starts no more runs, and waits for those under way. */
  stop(): Promise<void>;
}

/**
 * Starts workers, and starts them again when they end by themselves: graphile-worker's give up when the database does not
 * take the end of a job. `retire` is told of every pool that ended, whose locks nobody would open for four hours.
 */
export function keepPoolRunning(parts: {
  start(): WorkerPool;
  retire(poolId: string): Promise<void>;
  logger: Logger;
}): RunningPool {
  const stopping = Promise.withResolvers<"stopped">();
  let isStopped = false;
  let current = parts.start();

  const supervise = async () => {
    while (!isStopped) {
      const ended = await Promise.race([settle(current.promise), stopping.promise]);
      if (ended === "stopped") return;
      parts.logger.warn({ err: ended }, "The workers ended; starting them again");
      await retireUntilDone(current.id);
      if (!isStopped) current = parts.start();
    }
  };
  const retireUntilDone = async (poolId: string) => {
    while (!isStopped) {
      await Promise.race([new Promise((resolve) => setTimeout(resolve, pause)), stopping.promise]);
      try {
        return await parts.retire(poolId);
      } catch (error) {
        parts.logger.warn({ err: error }, "The database is not back yet");
      }
    }
  };
  const supervising = supervise();
  return {
    id: () => current.id,
    nudge: () => {
      try {
        if (!isStopped) current.nudge(1);
      } catch {
        // These workers are about to end; the ones after them look by themselves.
      }
    },
    stop: async () => {
      isStopped = true;
      stopping.resolve("stopped");
      await supervising;
      await settle(Promise.resolve(current.gracefulShutdown("stopping")));
      await parts.retire(current.id).catch(() => undefined);
    },
  };
}

/** Null, or what it failed with. */
async function settle(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

import type { Logger } from "pino";
import type { Clock } from "../../reconcile/ports.ts";
import { toEpoch } from "../epoch.ts";
import type { SqliteStore } from "./sqlite-store.ts";

const hour = 60 * 60 * 1000;

/** GitHub Enterprise Server redelivers for up to seven days, github.com for three; one day to spare. */
export const keepDeliveriesFor = 8 * 24 * hour;

/** How often older ones are deleted. */
export const prunePause = hour;

const atOnce = 1000;

/** Deletes delivery ids that GitHub can no longer send again, now and every hour. Call the result to stop. */
export function startPruning(parts: {
  store: SqliteStore;
  write<T>(work: () => T): Promise<T>;
  clock: Clock;
  logger: Logger;
}): () => void {
  let isStopped = false;
  const prune = async () => {
    const before = toEpoch(parts.clock.now()) - keepDeliveriesFor;
    let deleted = atOnce;
    while (deleted === atOnce && !isStopped) {
      deleted = await parts.write(() => parts.store.deleteOldDeliveries(before, atOnce));
    }
  };
  const tryPrune = () =>
    prune().catch((error) => parts.logger.warn({ err: error }, "Couldn't delete old deliveries"));
  const timer = setInterval(() => void tryPrune(), prunePause);
  timer.unref();
  void tryPrune();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}

import { toEpoch } from "../reconcile/row/epoch.ts";
import type { DatabaseDependencies } from "./database.ts";

const hourMs = 60 * 60 * 1000;

/** GitHub Enterprise Server redelivers for up to seven days, github.com for three; one day to spare. */
const keepForMs = 8 * 24 * hourMs;

/** How many to delete at once, so that no transaction is long. */
const maxAtOnce = 1000;

/**
 * Deletes delivery ids that GitHub can no longer send again, now and every hour. `deleteOld` deletes at most
 * `limit` that were received before an instant (in milliseconds since 1970), and resolves with their number.
 * Call the result to stop.
 */
export function startPruning(
  { clock, logger }: DatabaseDependencies,
  deleteOld: (before: number, limit: number) => Promise<number>,
): () => void {
  let isStopped = false;
  const prune = async () => {
    const before = toEpoch(clock.now()) - keepForMs;
    let deleted = maxAtOnce;
    while (deleted === maxAtOnce && !isStopped) deleted = await deleteOld(before, maxAtOnce);
  };
  const tryPrune = () =>
    prune().catch((error) => logger.warn({ err: error }, "Couldn't delete old deliveries"));
  const timer = setInterval(() => void tryPrune(), hourMs);
  timer.unref();
  void tryPrune();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}

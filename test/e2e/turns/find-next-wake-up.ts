import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { Temporal } from "temporal-polyfill";

/**
 * The next instant at which the server, running or stopped, has something to look at; null when nothing is
 * pending.
 */
export function findNextWakeUp(dataDir: string): string | null {
  const file = new BetterSqlite3(join(dataDir, "async-review.sqlite"), { readonly: true });
  try {
    const at = file.prepare("select min(run_at) from subjects").pluck().get() as number | null;
    return at === null
      ? null
      : Temporal.Instant.fromEpochMilliseconds(Math.ceil(at / 1000) * 1000).toString();
  } finally {
    file.close();
  }
}

import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pino from "pino";
import { openDatabase } from "../../src/database/open-database.ts";
import { createSqliteStore } from "../../src/database/sqlite/sqlite-store.ts";
import { toEpoch } from "../../src/reconcile/row/epoch.ts";
import { clock, inSeconds, lookAt } from "./wake-ups.ts";

/**
 * Fills an embedded database with wake-ups over the month that begins tomorrow, faster than the queue could.
 */
const [dataDir = "", pending = "0"] = process.argv.slice(2);
await (await openDatabase({ dataDir }, { clock, logger: pino({ level: "warn" }) })).close();

const file = new BetterSqlite3(join(dataDir, "async-review.sqlite"));
file.pragma("synchronous = off");
const store = createSqliteStore(file);
const day = 86_400;
const instants = Array.from({ length: 5000 }, (_, index) => inSeconds(day + index * 518));
const now = { instant: clock.now(), epoch: toEpoch(clock.now()) };
const fill = file.transaction((from: number, to: number) => {
  for (let number = from; number < to; number += 1) {
    store.mergeLook(lookAt(number, instants[(number * 7919) % instants.length]!), now);
  }
});
const batch = 50_000;
for (let from = 1; from <= Number(pending); from += batch)
  fill(from, Math.min(from + batch, Number(pending) + 1));
file.close();

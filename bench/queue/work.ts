import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pino from "pino";
import { openDatabase } from "../../src/database/open-database.ts";
import { createSqliteStore } from "../../src/database/sqlite/sqlite-store.ts";
import { emptyMemory, type Outcome } from "../../src/reconcile/ports.ts";
import { toEpoch } from "../../src/reconcile/row/epoch.ts";
import { clock, inSeconds, lookAt } from "./wake-ups.ts";

/**
 * A process that works on a database with many wake-ups and prints its figures as JSON, with times in ms.
 */
const [dataDir = "", pending = "0"] = process.argv.slice(2);
const due = 100;

async function work(): Promise<Record<string, number>> {
  const opening = performance.now();
  const { queue, close } = await openDatabase({ dataDir }, { clock, logger: pino({ level: "warn" }) });
  const opened = performance.now() - opening;

  const dueAt = inSeconds(3);
  const late: number[] = [];
  const finished = Promise.withResolvers<void>();
  const done: Outcome = { type: "done", wakeAt: inSeconds(86_400), memory: emptyMemory };
  await queue.start(
    async () => {
      late.push(performance.timeOrigin + performance.now() - toEpoch(dueAt));
      if (late.length === due) finished.resolve();
      return done;
    },
    { concurrency: 8 },
  );
  await queue.look(Array.from({ length: due }, (_, index) => lookAt(Number(pending) + index + 1, dueAt)));
  const idleShare = await measureIdle(1500);
  await finished.promise;
  const counting = performance.now();
  await queue.count();
  const counted = performance.now() - counting;
  const resident = process.memoryUsage.rss();
  await close();
  late.sort((a, b) => a - b);
  return { opened, first: late[0]!, last: late.at(-1)!, idleShare, counted, resident };
}

/** The share of one processor that the idle queue uses. */
async function measureIdle(milliseconds: number): Promise<number> {
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / milliseconds;
}

/** The cost of one poll for due rows when there are none, in ms. */
function measurePoll(): number {
  const file = new BetterSqlite3(join(dataDir, "async-review.sqlite"));
  const store = createSqliteStore(file);
  const now = toEpoch(clock.now());
  const times = 10_000;
  const start = performance.now();
  for (let index = 0; index < times; index += 1) {
    store.listDue(now, 8);
    store.findNextRunAt(now);
  }
  const each = (performance.now() - start) / times;
  file.close();
  return each;
}

process.stdout.write(`${JSON.stringify({ ...(await work()), poll: measurePoll() })}\n`);

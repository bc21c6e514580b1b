import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { Temporal } from "temporal-polyfill";
import { openDatabase } from "../../../src/database/open-database.ts";
import type { Handler } from "../../../src/reconcile/ports.ts";
import { subjectKey } from "../../../src/reconcile/row/subject-row.ts";
import { noMemory } from "../examples.ts";

/**
 * One instance that works on a queue until its input ends, and prints when each look began and ended: `[key,
 * from, to]`, nanoseconds of the machine's monotonic clock. At the end it prints whether it is ready.
 */
const [databaseUrl = "", seed = "1"] = process.argv.slice(2);
const clock = { now: () => Temporal.Now.instant().toString() };
const logger = pino({ level: process.env.TEST_LOG_LEVEL ?? "silent" }, pino.destination(2));
const database = await openDatabase({ databaseUrl }, { clock, logger });
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

let step = Number(seed);
/** A duration of 1 to 20 ms, the same in every run. */
const nextPause = () => {
  step = (step * 16807) % 2147483647;
  return 1 + (step % 20);
};
const handler: Handler = async ({ subject }, { remember }) => {
  const key = subjectKey(subject);
  const from = String(process.hrtime.bigint());
  try {
    await sleep(nextPause());
    await remember(noMemory);
    await sleep(nextPause());
    return { type: "done", wakeAt: null, memory: noMemory };
  } finally {
    say([key, from, String(process.hrtime.bigint())]);
  }
};
await database.queue.start(handler, { concurrency: 10 });
say("started");
process.stdin.resume().on("end", async () => {
  say(
    await database.queue.check().then(
      () => "ready",
      (error: Error) => `not ready: ${error.message}`,
    ),
  );
  await database.close();
  process.exit();
});

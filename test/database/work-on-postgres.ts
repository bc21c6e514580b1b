import pg from "pg";
import pino from "pino";
import { Temporal } from "temporal-polyfill";
import { openDatabase } from "../../src/database/open-database.ts";
import type { Handler } from "../../src/reconcile/ports.ts";
import { subjectKey } from "../../src/reconcile/row/subject-row.ts";
import { noMemory } from "./examples.ts";

/**
 * A process that works on a queue until its input ends. It writes every look into a table whose key allows
 * one look at a subject at a time, so that two looks at once cause an error. With "hang", a look never ends.
 */
const [databaseUrl = "", name = "", mode = ""] = process.argv.slice(2);
const clock = { now: () => Temporal.Now.instant().toString() };
const pool = new pg.Pool({ connectionString: databaseUrl });
const database = await openDatabase({ databaseUrl }, { clock, logger: pino({ level: "silent" }) });

const handler: Handler = async ({ subject }) => {
  const key = subjectKey(subject);
  try {
    await pool.query("insert into looking (key, worker) values ($1, $2)", [key, name]);
  } catch {
    await pool.query("insert into twice (key, worker) values ($1, $2)", [key, name]);
  }
  process.stdout.write(`${key}\n`);
  if (mode === "hang") await new Promise(() => undefined);
  await pool.query("select pg_sleep(0.005)");
  await pool.query("insert into looked (key, worker) values ($1, $2)", [key, name]);
  await pool.query("delete from looking where key = $1 and worker = $2", [key, name]);
  return { type: "done", wakeAt: null, memory: noMemory };
};
await database.queue.start(handler, { concurrency: 4 });
process.stdout.write("started\n");
process.stdin.resume().on("end", async () => {
  await database.close();
  await pool.end();
});

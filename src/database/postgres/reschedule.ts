import { type Kysely, sql } from "kysely";
import type { PostgresTables } from "../tables.ts";
import { scheduleJob } from "./jobs.ts";

type Database = Kysely<PostgresTables>;

/** As many as are looked for at once. */
const atOnce = 1000;

/**
 * Gives a job to every row that wants to run and has none. The rows are what counts: a job that was lost (a restored
 * backup, somebody who tidied up) is made again.
 */
export async function rescheduleLost(database: Database, now: number): Promise<void> {
  while ((await rescheduleSome(database, now)) === atOnce);
}

async function rescheduleSome(database: Database, now: number): Promise<number> {
  const { rows } = await sql<{ key: string; run_at: string }>`select key, run_at from subjects
    where run_at is not null and not exists (select from graphile_worker.jobs
      where jobs.key = subjects.key and jobs.attempts < jobs.max_attempts)
    order by run_at limit ${atOnce}`.execute(database);
  for (const { key, run_at } of rows) await scheduleJob(database, key, Number(run_at) - now);
  return rows.length;
}

/** Has every due row run now, when the clock that decides is not the server's (it was moved by hand). */
export async function rescheduleDue(database: Database, now: number): Promise<void> {
  const due = await database
    .selectFrom("subjects")
    .select("key")
    .where("run_at", "<=", now)
    .orderBy("run_at")
    .limit(atOnce)
    .execute();
  for (const { key } of due) await scheduleJob(database, key, 0);
}

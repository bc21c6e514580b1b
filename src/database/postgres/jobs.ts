import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { PostgresTables } from "../tables.ts";

/** The one task of graphile-worker. */
export const lookTask = "look";

/**
 * graphile-worker runs jobs of one queue one after the other, which keeps a subject from being worked on twice at once. It
 * goes through the names of all queues to find a job, so subjects share a few hundred.
 */
const queueNames = 256;

export interface LookPayload {
  key: string;
}

/** Which of the queues a subject belongs to: always the same, so all its jobs meet there. */
function queueName(key: string): string {
  const hash = createHash("sha256").update(key).digest().readUInt32BE();
  return `look-${hash % queueNames}`;
}

/**
 * Has a subject run in so many milliseconds. There is one waiting job a subject (its key), which is moved; a job that runs
 * already is not touched, a new one waits behind it. The caller holds the subject's row, so `replace` loses nothing: the
 * row's instant is the earliest of all that were asked for.
 */
export async function scheduleJob(
  database: Kysely<PostgresTables>,
  key: string,
  wait: number,
): Promise<void> {
  const payload = JSON.stringify({ key } satisfies LookPayload);
  await sql`select graphile_worker.add_job(${lookTask}, payload := ${payload}::json, queue_name := ${queueName(key)},
    run_at := now() + ${Math.max(0, wait)} * interval '1 millisecond', job_key := ${key}, job_key_mode := 'replace')`.execute(
    database,
  );
}

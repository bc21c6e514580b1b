import { type Kysely, sql } from "kysely";
import type { Logger } from "pino";
import type { PostgresTables } from "../tables.ts";

type Database = Kysely<PostgresTables>;

/**
 * How often a process says that it is alive, after how long a silence it counts as dead, and how long one has to have
 * listened before it may say so of another; in milliseconds.
 */
export const livingPulse = { beat: 5000, deadAfter: 30_000, listenFor: 30_000 };

/**
 * Says every few seconds that this process' workers are alive, and opens the locks of those that are not: graphile-worker
 * itself would wait four hours for a process that was killed. Silence counts only while this process heard the server all
 * the time: after an outage everybody has been silent, and nobody is dead. The answer ends it.
 */
export function watchPools(
  database: Database,
  poolId: () => string,
  { logger, pulse = livingPulse }: { logger: Logger; pulse?: typeof livingPulse },
): () => void {
  let listeningSince = performance.now();
  let lastBeat = listeningSince;

  const beat = async () => {
    await markAlive(database, poolId());
    const now = performance.now();
    if (now - lastBeat > pulse.beat * 3) listeningSince = now;
    lastBeat = now;
    if (now - listeningSince >= pulse.listenFor) await openLocks(database, pulse.deadAfter);
  };
  const tryBeat = () =>
    beat().catch((error) => logger.warn({ err: error }, "PostgreSQL does not take the sign of life"));
  const timer = setInterval(() => void tryBeat(), pulse.beat);
  void tryBeat();
  return () => clearInterval(timer);
}

async function markAlive(database: Database, id: string): Promise<void> {
  await database
    .insertInto("worker_pools")
    .values({ id, seen_at: sql`now()` })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_at: sql`now()` }))
    .execute();
}

async function openLocks(database: Database, deadAfter: number): Promise<void> {
  const dead = await database
    .selectFrom("worker_pools")
    .select("id")
    .where("seen_at", "<", sql<Date>`now() - ${deadAfter} * interval '1 millisecond'`)
    .execute();
  for (const { id } of dead) await retirePool(database, id);
}

/** Opens the locks of workers that have ended: what they were working on is due again. */
export async function retirePool(database: Database, id: string): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(array[${id}])`.execute(database);
  // A job that was asked for again while it ran has a successor under its key, and nothing left to do.
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs
    where key is null and locked_at is null and attempts >= max_attempts))`.execute(database);
  await database.deleteFrom("worker_pools").where("id", "=", id).execute();
}

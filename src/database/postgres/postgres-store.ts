import type { Kysely } from "kysely";
import type { Instant } from "../../core/pull-request.ts";
import type { Delivery, Look } from "../../reconcile/ports.ts";
import { toEpoch } from "../epoch.ts";
import * as queries from "../queries.ts";
import { decodeRow, encodeRow } from "../row/encode-row.ts";
import { type End, finishRun, type Run } from "../row/finish-run.ts";
import { lookAt, mergeLook } from "../row/merge-look.ts";
import { subjectKey } from "../row/subject-key.ts";
import type { SubjectRow } from "../row/subject-row.ts";
import type { PostgresTables, Tables } from "../tables.ts";
import { scheduleJob } from "./jobs.ts";

type Database = Kysely<PostgresTables>;

interface Held {
  row: SubjectRow;
  /** Milliseconds since 1970; null when nothing was asked for since the run began. */
  askedAt: number | null;
}

/** The queries that both databases share know nothing of the columns that only this one has. */
export function shared(database: Database): Kysely<Tables> {
  return database as unknown as Kysely<Tables>;
}

/** True when the delivery is new. */
export async function insertDelivery(database: Database, delivery: Delivery): Promise<boolean> {
  const { id, event, action, receivedAt } = delivery;
  const columns = { id, event, action, received_at: toEpoch(receivedAt) };
  const { numInsertedOrUpdatedRows } = await queries
    .insertDelivery(shared(database), columns)
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Inside a transaction, in an order that all processes keep, so that none waits for the other in a circle. */
export async function mergeLooks(
  database: Database,
  looks: Look[],
  now: { instant: Instant; epoch: number },
): Promise<void> {
  const ordered = looks.map((look) => ({ look, key: subjectKey(look.subject) }));
  ordered.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  for (const { look, key } of ordered) await mergeOne(database, key, look, now);
}

async function mergeOne(
  database: Database,
  key: string,
  look: Look,
  now: { instant: Instant; epoch: number },
): Promise<void> {
  const held = (await holdRow(database, key)) ?? (await insertRow(database, look, now));
  const merged = held === null ? null : mergeLook(held.row, look, now);
  if (held === null || merged === null) return;
  const askedAt = Math.min(held.askedAt ?? Infinity, lookAt(look, now.epoch));
  await saveRow(database, merged, askedAt);
  await scheduleJob(database, key, merged.runAt! - now.epoch);
}

/** Null when the row is new and complete; the row when another process was faster. */
async function insertRow(
  database: Database,
  look: Look,
  now: { instant: Instant; epoch: number },
): Promise<Held | null> {
  const row = mergeLook(null, look, now)!;
  const { numInsertedOrUpdatedRows } = await database
    .insertInto("subjects")
    .values({ ...encodeRow(row), asked_at: null })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .executeTakeFirst();
  if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return holdRow(database, row.key);
  await scheduleJob(database, row.key, row.runAt! - now.epoch);
  return null;
}

/** The row of a subject, which nobody else may change until the transaction ends. */
async function holdRow(database: Database, key: string): Promise<Held | null> {
  const stored = await database
    .selectFrom("subjects")
    .selectAll()
    .where("key", "=", key)
    .forUpdate()
    .executeTakeFirst();
  if (stored === undefined) return null;
  return { row: decodeRow(stored), askedAt: stored.asked_at === null ? null : Number(stored.asked_at) };
}

async function saveRow(database: Database, row: SubjectRow, askedAt: number | null): Promise<void> {
  await database
    .updateTable("subjects")
    .set({ ...encodeRow(row), asked_at: askedAt })
    .where("key", "=", row.key)
    .execute();
}

/** Inside a transaction: the row that a run is about to look at; null when there is nothing to do (yet). */
export async function beginRun(database: Database, key: string, now: number): Promise<SubjectRow | null> {
  const held = await holdRow(database, key);
  if (held === null || held.row.runAt === null) return null;
  if (held.row.runAt > now) {
    // The server's clock is ahead of ours, or the job was moved after this one started.
    await scheduleJob(database, key, held.row.runAt - now);
    return null;
  }
  await saveRow(database, held.row, null);
  return held.row;
}

/** Inside a transaction: stores how a run ended. The row after it; null when there is none (any more). */
export async function endRun(
  database: Database,
  key: string,
  run: Omit<Run, "askedAt">,
  end: End,
): Promise<SubjectRow | null> {
  const held = await holdRow(database, key);
  if (held === null) return null;
  const row = finishRun(held.row, { ...run, askedAt: held.askedAt }, end);
  if (row === null) {
    await queries.deleteSubject(shared(database), { key }).execute();
    return null;
  }
  await saveRow(database, row, null);
  if (row.runAt !== null) await scheduleJob(database, key, row.runAt - run.now);
  return row;
}

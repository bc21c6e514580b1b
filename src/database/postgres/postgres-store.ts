import { type Kysely, sql } from "kysely";
import type { Instant } from "../../core/pull-request.ts";
import type { Delivery, Look, Memory } from "../../reconcile/ports.ts";
import { toEpoch } from "../../reconcile/row/epoch.ts";
import { type End, finishRun, type Run } from "../../reconcile/row/finish-run.ts";
import { findRunAt, mergeLook } from "../../reconcile/row/merge-look.ts";
import { type SubjectRow, subjectKey } from "../../reconcile/row/subject-row.ts";
import { decodeRow, encodeMemory, encodeRow, type PostgresTables } from "../tables.ts";

type Database = Kysely<PostgresTables>;

interface Held {
  row: SubjectRow;
  /** Milliseconds since 1970; null when no look was requested since the run began. */
  requestedAt: number | null;
  leasedBy: string | null;
}

/** Stores a delivery. True when it is new. */
export async function insertDelivery(database: Database, delivery: Delivery): Promise<boolean> {
  const { id, event, action, receivedAt } = delivery;
  const columns = { id, event, action, received_at: toEpoch(receivedAt) };
  const { numInsertedOrUpdatedRows } = await database
    .insertInto("deliveries")
    .values(columns)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/**
 * Merges looks into their rows, inside a transaction. All processes lock rows in the same order, so they
 * never deadlock.
 */
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
  const requestedAt = Math.min(held.requestedAt ?? Infinity, findRunAt(look, now.epoch));
  await database
    .updateTable("subjects")
    .set({ ...encodeRow(merged), asked_at: requestedAt })
    .where("key", "=", key)
    .execute();
}

/** Inserts a look's row. Null when that worked; the existing row when another process was faster. */
async function insertRow(
  database: Database,
  look: Look,
  now: { instant: Instant; epoch: number },
): Promise<Held | null> {
  const row = mergeLook(null, look, now);
  if (row === null) return null;
  const { numInsertedOrUpdatedRows } = await database
    .insertInto("subjects")
    .values(encodeRow(row))
    .onConflict((conflict) => conflict.column("key").doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) === 0 ? holdRow(database, row.key) : null;
}

/** A subject's row, locked until the transaction ends. */
async function holdRow(database: Database, key: string): Promise<Held | null> {
  const stored = await database
    .selectFrom("subjects")
    .selectAll()
    .where("key", "=", key)
    .forUpdate()
    .executeTakeFirst();
  if (stored === undefined) return null;
  return {
    row: decodeRow(stored),
    requestedAt: stored.asked_at === null ? null : Number(stored.asked_at),
    leasedBy: stored.leased_by,
  };
}

/** Milliseconds that a lease lasts without renewal. A killed process holds its subjects for this long. */
export const leaseMs = 30_000;

const leasedUntil = sql<Date>`now() + ${leaseMs} * interval '1 millisecond'`;

/**
 * Leases due rows to a process, earliest first: free ones, and ones that it already holds but isn't working
 * on (the answer to an earlier lease was lost with the connection). `now` is in milliseconds since 1970.
 */
export async function leaseDue(
  database: Database,
  { by, now, limit, running }: { by: string; now: number; limit: number; running: ReadonlySet<string> },
): Promise<SubjectRow[]> {
  const leased = await database
    .with("due", (queries) =>
      queries
        .selectFrom("subjects")
        .select("key")
        .where("run_at", "<=", now)
        .where((row) =>
          row.or([
            row("leased_until", "is", null),
            row("leased_until", "<", sql<Date>`now()`),
            row("leased_by", "=", by),
          ]),
        )
        .where("key", "!=", sql<string>`all(${[...running]}::text[])`)
        .orderBy("run_at")
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable("subjects")
    .from("due")
    .set({ leased_by: by, leased_until: leasedUntil, asked_at: null })
    .whereRef("subjects.key", "=", "due.key")
    .returningAll("subjects")
    .execute();
  return leased.map(decodeRow).sort((a, b) => Number(a.runAt) - Number(b.runAt));
}

/** Extends the leases, and returns the keys that the process still holds. */
export async function renewLeases(database: Database, by: string, keys: string[]): Promise<string[]> {
  const renewed = await database
    .updateTable("subjects")
    .set({ leased_until: leasedUntil })
    .where("leased_by", "=", by)
    .where("key", "=", sql<string>`any(${keys}::text[])`)
    .returning("key")
    .execute();
  return renewed.map(({ key }) => key);
}

/** Releases what a stopping process has leased and no longer works on. */
export async function endLeases(database: Database, { by, now }: { by: string; now: number }): Promise<void> {
  await database
    .updateTable("subjects")
    .set({ leased_by: null, leased_until: null })
    .where("run_at", "<=", now)
    .where("leased_by", "=", by)
    .execute();
}

/** Stores a subject's memory. False when the row is gone or leased to another process. */
export async function updateMemory(
  database: Database,
  { by, key, memory }: { by: string; key: string; memory: Memory },
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable("subjects")
    .set({ memory: encodeMemory(memory) })
    .where("key", "=", key)
    .where("leased_by", "=", by)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * The earliest instant at which a row that nobody works on fell due, in milliseconds since 1970; null when
 * there is none.
 */
export async function findOldestDue(database: Database, now: number): Promise<number | null> {
  const oldest = await database
    .selectFrom("subjects")
    .select("run_at")
    .where("run_at", "<=", now)
    .where((row) => row.or([row("leased_until", "is", null), row("leased_until", "<", sql<Date>`now()`)]))
    .orderBy("run_at")
    .limit(1)
    .executeTakeFirst();
  return oldest === undefined ? null : Number(oldest.run_at);
}

/**
 * Inside a transaction: stores how a run ended, if its lease still holds. Returns the row afterwards; null
 * when it is gone or another process has it.
 */
export async function endRun(
  database: Database,
  { by, key }: { by: string; key: string },
  run: Omit<Run, "requestedAt">,
  end: End,
): Promise<SubjectRow | null> {
  const held = await holdRow(database, key);
  if (held === null || held.leasedBy !== by) return null;
  const row = finishRun(held.row, { ...run, requestedAt: held.requestedAt }, end);
  if (row === null) {
    await database.deleteFrom("subjects").where("key", "=", key).execute();
    return null;
  }
  await database
    .updateTable("subjects")
    .set({ ...encodeRow(row), asked_at: null, leased_by: null, leased_until: null })
    .where("key", "=", key)
    .execute();
  return row;
}

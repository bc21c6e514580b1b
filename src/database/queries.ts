import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { Scope } from "./row/subject-row.ts";
import type { DeliveryColumns, SubjectColumns, Tables } from "./tables.ts";

/**
 * Every query of the queue, once for both databases. Here they are built; the owner of the connection runs
 * them: SQLite's prepares each one once, PostgreSQL's runs them in a transaction.
 */

type Database = Kysely<Tables>;

/** Changes nothing when the id is known. */
export function insertDelivery(database: Database, delivery: DeliveryColumns) {
  return database
    .insertInto("deliveries")
    .values(delivery)
    .onConflict((conflict) => conflict.column("id").doNothing());
}

export function findSubject(database: Database, { key }: { key: string }) {
  return database.selectFrom("subjects").selectAll().where("key", "=", key);
}

/** Replaces all columns of a known row except its key and when it was first seen. */
export function upsertSubject(database: Database, row: SubjectColumns) {
  return database
    .insertInto("subjects")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((column) => ({
        installation_id: column.ref("excluded.installation_id"),
        repository_id: column.ref("excluded.repository_id"),
        head_sha: column.ref("excluded.head_sha"),
        run_at: column.ref("excluded.run_at"),
        failures: column.ref("excluded.failures"),
        failure: column.ref("excluded.failure"),
        subject: column.ref("excluded.subject"),
        fence: column.ref("excluded.fence"),
        intents: column.ref("excluded.intents"),
        memory: column.ref("excluded.memory"),
      })),
    );
}

export function updateMemory(database: Database, { memory, key }: { memory: string; key: string }) {
  return database.updateTable("subjects").set({ memory }).where("key", "=", key);
}

export function deleteSubject(database: Database, { key }: { key: string }) {
  return database.deleteFrom("subjects").where("key", "=", key);
}

/** Earliest first; rows due at the same time in the order of their creation. */
export function listDue(database: Database, { now, limit }: { now: number; limit: number }) {
  return database
    .selectFrom("subjects")
    .selectAll()
    .where("run_at", "<=", now)
    .orderBy("run_at")
    .limit(limit);
}

/** When the next row that is not due yet falls due. */
export function findNextRunAt(database: Database, { now }: { now: number }) {
  return database
    .selectFrom("subjects")
    .select("run_at")
    .where("run_at", ">", now)
    .orderBy("run_at")
    .limit(1);
}

/** The pull requests of a repository that last had that head commit. */
export function findSubjectsByHead(
  database: Database,
  { repositoryId, headSha }: { repositoryId: number; headSha: string },
) {
  return database
    .selectFrom("subjects")
    .select("subject")
    .where("repository_id", "=", repositoryId)
    .where("head_sha", "=", headSha)
    .orderBy("key");
}

/** Whole rows of subjects of a repository that last had that head commit. */
export function findRowsByHead(
  database: Database,
  { repositoryId, headSha }: { repositoryId: number; headSha: string },
) {
  return database
    .selectFrom("subjects")
    .selectAll()
    .where("repository_id", "=", repositoryId)
    .where("head_sha", "=", headSha)
    .orderBy("key");
}

/**
 * All rows of an installation, or of one of its repositories, except that very fan-out: it is the one that
 * forgets, and may have been asked for again meanwhile.
 */
export function deleteSubjects(
  database: Database,
  { installationId, repositoryId, fanOut }: Scope & { fanOut: string },
) {
  const rows = database
    .deleteFrom("subjects")
    .where("installation_id", "=", installationId)
    .where("key", "!=", fanOut);
  return repositoryId === undefined ? rows : rows.where("repository_id", "=", repositoryId);
}

/** Rows that wait for an instant, due or not. */
export function countPending(database: Database) {
  return database
    .selectFrom("subjects")
    .select((column) => column.fn.countAll<number | string>().as("count"))
    .where("run_at", "is not", null);
}

/** `now` in milliseconds since 1970. */
export function countDue(database: Database, { now }: { now: number }) {
  return database
    .selectFrom("subjects")
    .select((column) => column.fn.countAll<number | string>().as("count"))
    .where("run_at", "<=", now);
}

/** Rows that were given up after too many failures. */
export function countFailed(database: Database) {
  return whereFailed(database.selectFrom("subjects")).select((column) =>
    column.fn.countAll<number | string>().as("count"),
  );
}

/** Ordered by key. */
export function listFailed(database: Database) {
  return whereFailed(database.selectFrom("subjects")).selectAll().orderBy("key");
}

/** Makes a subject that was given up due, with all its attempts. `now` in milliseconds since 1970. */
export function retryFailed(database: Database, { key, now }: { key: string; now: number }) {
  return database
    .updateTable("subjects")
    .set({ run_at: now, failures: 0 })
    .where("key", "=", key)
    .where("run_at", "is", null)
    .where("failures", ">", sql.lit(0));
}

/** Written exactly as in the index: only then does SQLite use a partial index. */
function whereFailed<Columns>(subjects: SelectQueryBuilder<Tables, "subjects", Columns>) {
  return subjects.where("run_at", "is", null).where("failures", ">", sql.lit(0));
}

export function findCaughtUpAt(database: Database) {
  return database.selectFrom("marks").select("at").where("name", "=", "caught_up");
}

export function markCaughtUp(database: Database, { at }: { at: number }) {
  return database
    .insertInto("marks")
    .values({ name: "caught_up", at })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((column) => ({ at: column.ref("excluded.at") })),
    );
}

/** When the first of a repository's subjects was seen. RFC 3339 instants in UTC compare as text. */
export function findRepositoryFirstSeen(
  database: Database,
  { installationId, repositoryId }: { installationId: number; repositoryId: number },
) {
  return database
    .selectFrom("subjects")
    .select((column) => column.fn.min("first_seen_at").as("first_seen_at"))
    .where("installation_id", "=", installationId)
    .where("repository_id", "=", repositoryId);
}

/** A limited number, so that no transaction is long. */
export function deleteOldDeliveries(
  database: Database,
  { before, limit }: { before: number; limit: number },
) {
  return database
    .deleteFrom("deliveries")
    .where("id", "in", (deliveries) =>
      deliveries.selectFrom("deliveries").select("id").where("received_at", "<", before).limit(limit),
    );
}

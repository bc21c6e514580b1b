import { type Kysely, sql } from "kysely";
import type { Scope } from "../../reconcile/row/subject-row.ts";
import type { PostgresTables } from "../tables.ts";

/** The queries that have nothing to do with leases, as in the embedded queue's `sqlite-store.ts`. */
type Database = Kysely<PostgresTables>;

/** The rows of a repository's subjects whose last known head is that commit. */
export function findByHead(
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
 * All rows of an installation, or of one of its repositories, except the row of the fan-out that deletes
 * them: a new look may have been requested in the meantime.
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

/** The index alone answers this. */
export function listRepositories(database: Database) {
  return database
    .selectFrom("subjects")
    .select(["installation_id", "repository_id"])
    .distinct()
    .where("repository_id", "is not", null);
}

/** A count is a bigint, which the driver gives as text. */
function countSubjects(database: Database) {
  return database
    .selectFrom("subjects")
    .select((column) => column.fn.countAll<number | string>().as("count"));
}

/** Rows that wait for an instant, due or not. */
export function countPending(database: Database) {
  return countSubjects(database).where("run_at", "is not", null);
}

/** `now` in milliseconds since 1970. */
export function countDue(database: Database, { now }: { now: number }) {
  return countSubjects(database).where("run_at", "<=", now);
}

/** Rows that were given up after too many failures. */
export function countFailed(database: Database) {
  return countSubjects(database).where("run_at", "is", null).where("failures", ">", sql.lit(0));
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

/** Deletes a limited number, so that no transaction is long. */
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

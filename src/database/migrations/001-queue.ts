import { type Kysely, sql } from "kysely";

/** Deliveries seen, and one row for each subject. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .createTable("deliveries")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("event", "text", (column) => column.notNull())
    .addColumn("action", "text")
    .addColumn("received_at", "bigint", (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex("deliveries_received_at")
    .on("deliveries")
    .column("received_at")
    .execute();
  await createSubjects(database);
}

async function createSubjects(database: Kysely<never>): Promise<void> {
  await database.schema
    .createTable("subjects")
    .addColumn("key", "text", (column) => column.primaryKey().notNull())
    .addColumn("installation_id", "bigint", (column) => column.notNull())
    .addColumn("repository_id", "bigint")
    .addColumn("head_sha", "text")
    .addColumn("run_at", "bigint")
    .addColumn("failures", "integer", (column) => column.notNull())
    .addColumn("is_dead", "integer", (column) => column.notNull())
    .addColumn("first_seen_at", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("fence", "text")
    .addColumn("intents", "text")
    .addColumn("memory", "text")
    .execute();
  // Partial indexes: most rows have nothing pending, and few are ever given up.
  await sql`create index subjects_run_at on subjects (run_at) where run_at is not null`.execute(database);
  await sql`create index subjects_dead on subjects (key) where is_dead = 1`.execute(database);
  await sql`create index subjects_head on subjects (repository_id, head_sha) where head_sha is not null`.execute(
    database,
  );
  await sql`create index subjects_installation on subjects (installation_id, repository_id, first_seen_at)`.execute(
    database,
  );
}

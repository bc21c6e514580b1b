import type { Kysely } from "kysely";

/**
 * What several processes have to know about each other: what was asked for during a run, and which processes
 * are alive. The embedded database has one process, which keeps this in memory.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema.alterTable("subjects").addColumn("asked_at", "bigint").execute();
  await database.schema
    .createTable("worker_pools")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("seen_at", "timestamptz", (column) => column.notNull())
    .execute();
}

import type { Kysely } from "kysely";

/** Instants that outlive the process: up to when no delivery is missing. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .createTable("marks")
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .execute();
}

import type { Kysely } from "kysely";

/**
 * Which process looks at a subject, and until when the others leave it to that one: a lease on the row
 * itself.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .alterTable("subjects")
    .addColumn("leased_by", "text")
    .addColumn("leased_until", "timestamptz")
    .execute();
  await database.schema.dropTable("worker_pools").execute();
}

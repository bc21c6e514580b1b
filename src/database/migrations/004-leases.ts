import type { Kysely } from "kysely";

/**
 * A lease on the row itself: which process looks at the subject, and until when the others leave it alone.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .alterTable("subjects")
    .addColumn("leased_by", "text")
    .addColumn("leased_until", "timestamptz")
    .execute();
  await database.schema.dropTable("worker_pools").execute();
}

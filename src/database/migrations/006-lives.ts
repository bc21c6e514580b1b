import type { Kysely } from "kysely";

/** What the report counts of a pull request that is closed, in the row that it has anyway. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema.alterTable("subjects").addColumn("life", "text").execute();
}

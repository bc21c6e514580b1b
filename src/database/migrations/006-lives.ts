import type { Kysely } from "kysely";

/** What the report counts of a closed pull request, in its existing row. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema.alterTable("subjects").addColumn("life", "text").execute();
}

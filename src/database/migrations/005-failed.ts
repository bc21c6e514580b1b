import { type Kysely, sql } from "kysely";

/**
 * A subject that was given up has failures and no instant, so it needs no column of its own. This one says
 * why the last look failed.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`drop index subjects_dead`.execute(database);
  await database.schema.alterTable("subjects").dropColumn("is_dead").execute();
  await database.schema.alterTable("subjects").addColumn("failure", "text").execute();
  await sql`create index subjects_failed on subjects (key) where run_at is null and failures > 0`.execute(
    database,
  );
}

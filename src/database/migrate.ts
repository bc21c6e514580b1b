import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";

/** Brings the tables up to date; throws the first error. */
export async function migrate<T>(database: Kysely<T>, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

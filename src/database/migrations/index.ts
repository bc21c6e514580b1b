import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import * as queue from "./001-queue.ts";
import * as postgres from "./002-postgres.ts";
import * as marks from "./003-marks.ts";
import * as leases from "./004-leases.ts";
import * as failed from "./005-failed.ts";
import * as lives from "./006-lives.ts";

/** Every migration, oldest first. A new one is a file and a line here; an old one never changes. */
export const migrations: Record<string, Migration> = {
  "001-queue": queue,
  "003-marks": marks,
  "005-failed": failed,
  "006-lives": lives,
};

/** The same, plus what only PostgreSQL needs. */
export const postgresMigrations: Record<string, Migration> = {
  ...migrations,
  "002-postgres": postgres,
  "004-leases": leases,
};

/** Brings the tables up to date. Throws the first error. */
export async function migrate<T>(database: Kysely<T>, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

import type { DatabaseDependencies, DatabaseLocation, OpenedDatabase } from "./database.ts";

/**
 * Opens the database, brings its tables up to date and returns its queue, not started. Throws a
 * `DatabaseError` whose message says what to do.
 */
export async function openDatabase(
  where: DatabaseLocation,
  dependencies: DatabaseDependencies,
): Promise<OpenedDatabase> {
  // Imported only when used: with PostgreSQL, no native module is loaded.
  if ("databaseUrl" in where) {
    const { openPostgres } = await import("./postgres/open-postgres.ts");
    return openPostgres(where.databaseUrl, dependencies);
  }
  const { openSqlite } = await import("./sqlite/open-sqlite.ts");
  return openSqlite(where.dataDir, dependencies);
}

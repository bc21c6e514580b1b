import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import { DatabaseError, type DatabaseLocation, findDatabase } from "./database.ts";
import type { Tables } from "./tables.ts";

/** A server's database, as the command line uses it beside the server. */
export interface ServerDatabase {
  database: Kysely<Tables>;
  /**
   * Resolves with the answer. A failure closes the database and throws a `DatabaseError` that says what to
   * do.
   */
  ask<T>(asked: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens the database of a server without the lock that the server holds on its folder, and changes no tables.
 * Throws a `DatabaseError` whose message says what to do.
 */
export async function openServerDatabase(where: DatabaseLocation): Promise<ServerDatabase> {
  const database = new Kysely<Tables>({
    dialect: "databaseUrl" in where ? await toPostgres(where.databaseUrl) : await toSqlite(where.dataDir),
  });
  return {
    database,
    async ask(asked) {
      try {
        return await asked;
      } catch (cause) {
        await database.destroy();
        throw await explain(where, cause);
      }
    },
    close: () => database.destroy(),
  };
}

/** Each driver is imported only where it is used, as in the server. */
async function toPostgres(databaseUrl: string): Promise<PostgresDialect> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 6000 });
  pool.on("error", () => undefined);
  return new PostgresDialect({ pool });
}

async function toSqlite(dataDir: string): Promise<SqliteDialect> {
  const file = findDatabase(dataDir);
  const { default: BetterSqlite3 } = await import("better-sqlite3");
  return new SqliteDialect({
    database: new BetterSqlite3(file, { fileMustExist: true, timeout: 5000 }),
  });
}

/** The drivers' codes for a missing table or column. */
const otherTables = new Set(["SQLITE_ERROR", "42P01", "42703"]);

async function explain(where: DatabaseLocation, cause: unknown): Promise<DatabaseError> {
  if (otherTables.has(String((cause as { code?: unknown }).code))) {
    return new DatabaseError(
      "The database was made by another version; start this version's server on it once, then try again.",
      { reason: "unusable", cause },
    );
  }
  if ("databaseUrl" in where) {
    const { explainPostgres } = await import("./postgres/explain-postgres.ts");
    return explainPostgres(where.databaseUrl, cause);
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseError(`The database in ${where.dataDir} can't be used (${why}).`, {
    reason: "unusable",
    cause,
  });
}

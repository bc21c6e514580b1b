import { existsSync } from "node:fs";
import { join } from "node:path";
import { Kysely, PostgresDialect, SqliteDialect, sql } from "kysely";
import type { Subject } from "../reconcile/ports.ts";
import { DatabaseError } from "./database.ts";
import { decodeRow } from "./row/encode-row.ts";
import type { Tables } from "./tables.ts";

/** A subject that was given up after too many failures. */
export interface FailedSubject {
  key: string;
  subject: Subject;
  attempts: number;
  /** Why the last attempt failed, in one line; null when that was not recorded. */
  why: string | null;
}

/** What the command line can do about subjects that were given up, beside a running server. */
export interface FailedSubjects {
  list(): Promise<FailedSubject[]>;
  /**
   * Makes one due at `now` (milliseconds since 1970), with all its attempts. False when it is no longer given
   * up.
   */
  retry(key: string, now: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Written into the text, as in the index: only then does SQLite use a partial index. */
const noFailures = sql.lit(0);

type Where = { dataDir: string } | { databaseUrl: string };

/**
 * Opens the database of a server without the lock that the server holds on its folder, and changes no tables.
 * Throws a `DatabaseError` whose message says what to do, and so do the returned functions.
 */
export async function openFailedSubjects(where: Where): Promise<FailedSubjects> {
  const database = new Kysely<Tables>({
    dialect: "databaseUrl" in where ? await toPostgres(where.databaseUrl) : await toSqlite(where.dataDir),
  });
  const explaining = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (cause) {
      await database.destroy();
      throw await explain(where, cause);
    }
  };
  return {
    async list() {
      const failed = database
        .selectFrom("subjects")
        .selectAll()
        .where("run_at", "is", null)
        .where("failures", ">", noFailures)
        .orderBy("key");
      const rows = await explaining(failed.execute());
      return rows.map(decodeRow).map(({ key, subject, failures, failure }) => ({
        key,
        subject,
        attempts: failures,
        why: failure,
      }));
    },
    async retry(key, now) {
      const retried = database
        .updateTable("subjects")
        .set({ run_at: now, failures: 0 })
        .where("key", "=", key)
        .where("run_at", "is", null)
        .where("failures", ">", noFailures);
      const { numUpdatedRows } = await explaining(retried.executeTakeFirstOrThrow());
      return numUpdatedRows > 0n;
    },
    close: () => database.destroy(),
  };
}

/** As in the server, each package is imported only where it is used. */
async function toPostgres(databaseUrl: string): Promise<PostgresDialect> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 6000 });
  pool.on("error", () => undefined);
  return new PostgresDialect({ pool });
}

async function toSqlite(dataDir: string): Promise<SqliteDialect> {
  const path = join(dataDir, "async-review.sqlite");
  if (!existsSync(path)) {
    throw new DatabaseError(
      `There is no database in ${dataDir}; run this in the server's folder, or set DATA_DIR to the server's.`,
      { reason: "unusable" },
    );
  }
  const { default: BetterSqlite3 } = await import("better-sqlite3");
  return new SqliteDialect({ database: new BetterSqlite3(path, { fileMustExist: true, timeout: 5000 }) });
}

/** No such table or column. */
const otherTables = new Set(["SQLITE_ERROR", "42P01", "42703"]);

async function explain(where: Where, cause: unknown): Promise<DatabaseError> {
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
  return new DatabaseError(`The database in ${where.dataDir} cannot be used (${why}).`, {
    reason: "unusable",
    cause,
  });
}

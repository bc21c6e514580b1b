import { sql } from "kysely";
import type { Subject } from "../reconcile/ports.ts";
import type { DatabaseLocation } from "./database.ts";
import { openServerDatabase } from "./open-server-database.ts";
import { decodeRow } from "./tables.ts";

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
   * Makes a subject due at `now` (milliseconds since 1970), and counts its attempts from zero. False when it
   * is no longer given up.
   */
  retry(key: string, now: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Written into the statement, exactly as in the index: only then does SQLite use a partial index. */
const noFailures = sql.lit(0);

/** Throws a `DatabaseError` whose message says what to do, and so do the returned functions. */
export async function openFailedSubjects(where: DatabaseLocation): Promise<FailedSubjects> {
  const { database, ask, close } = await openServerDatabase(where);
  return {
    async list() {
      const failed = database
        .selectFrom("subjects")
        .selectAll()
        .where("run_at", "is", null)
        .where("failures", ">", noFailures)
        .orderBy("key");
      const rows = await ask(failed.execute());
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
      const { numUpdatedRows } = await ask(retried.executeTakeFirstOrThrow());
      return numUpdatedRows > 0n;
    },
    close,
  };
}

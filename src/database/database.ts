import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Clock, Queue } from "../reconcile/ports.ts";

/** What a database needs of the server. */
export interface DatabaseDependencies {
  /** Its time decides what is due. */
  clock: Clock;
  logger: Logger;
}

/** The folder of the embedded database, or the address of PostgreSQL. */
export type DatabaseLocation = { dataDir: string } | { databaseUrl: string };

/** An open database, whichever kind it is. */
export interface OpenedDatabase {
  queue: Queue;
  /** Looks for due rows at once; for tests and demos that move the clock. */
  poke(): void;
  /** Stops the queue, waits for what is running, and closes every file and connection. */
  close(): Promise<void>;
}

/** Why the database cannot be used, in terms of what a person can do about it. */
export type DatabaseErrorReason = "locked" | "unreachable" | "refused" | "unusable" | "stopped" | "stalled";

/** The message is one sentence for the person who operates the app: what was seen and what to do. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
  readonly reason: DatabaseErrorReason;

  constructor(message: string, fields: { reason: DatabaseErrorReason; cause?: unknown }) {
    super(message, { cause: fields.cause });
    this.reason = fields.reason;
  }
}

/** The path of the embedded database in a server's folder. */
export const toDatabaseFile = (dataDir: string): string => join(dataDir, "async-review.sqlite");

/** True when there is a server's database in this folder. */
export const hasDatabase = (dataDir: string): boolean => existsSync(toDatabaseFile(dataDir));

/** The database's file in that folder. Throws a `DatabaseError` that says what to do when there is none. */
export function findDatabase(dataDir: string): string {
  if (hasDatabase(dataDir)) return toDatabaseFile(dataDir);
  throw new DatabaseError(
    `There is no database in ${dataDir}; run this in the server's folder, or set DATA_DIR to the server's.`,
    { reason: "unusable" },
  );
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseError } from "./database.ts";

/** Is there a server's database in this folder? */
export const hasDatabase = (dataDir: string): boolean => existsSync(toPath(dataDir));

const toPath = (dataDir: string) => join(dataDir, "async-review.sqlite");

/** The database's file in that folder. Throws a `DatabaseError` that says what to do when there is none. */
export function findDatabase(dataDir: string): string {
  if (hasDatabase(dataDir)) return toPath(dataDir);
  throw new DatabaseError(
    `There is no database in ${dataDir}; run this in the server's folder, or set DATA_DIR to the server's.`,
    { reason: "unusable" },
  );
}

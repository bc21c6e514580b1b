import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { makeFolder } from "../../make-folder.ts";
import { DatabaseError } from "../database.ts";

/**
 * Opens an SQLite file: better-sqlite3's constructor, passed in because the package is imported only when
 * needed.
 */
export type OpenFile = (path: string, options: { timeout: number }) => Database;

/** A data folder that belongs to this process. */
export interface FolderLock {
  release(): void;
}

/**
 * Unreferenced objects are collected, which would close the file and free the folder under a running server.
 */
const held = new Set<Database>();

/**
 * Takes a data folder for this process alone, until the returned lock is released. The lock is on a second
 * SQLite file, which the operating system frees however the process dies, so no process ids are needed (in
 * containers every process is number 1). Two processes on one queue would each believe they hold every
 * subject alone.
 *
 * Throws a `DatabaseError`: "locked" when another process has it, "unusable" when the folder cannot be
 * written.
 */
export function lockFolder(folder: string, openFile: OpenFile): FolderLock {
  const lock = openLock(folder, openFile);
  try {
    lock.pragma("locking_mode = exclusive");
    lock.exec("begin exclusive");
    held.add(lock);
  } catch (cause) {
    lock.close();
    throw explain(folder, cause);
  }
  const release = () => {
    held.delete(lock);
    lock.close();
  };
  return { release };
}

function openLock(folder: string, openFile: OpenFile): Database {
  try {
    makeFolder(folder);
    return openFile(join(folder, "lock.sqlite"), { timeout: 0 });
  } catch (cause) {
    throw explain(folder, cause);
  }
}

function explain(folder: string, cause: unknown): DatabaseError {
  const code = (cause as { code?: unknown }).code;
  if (code === "SQLITE_BUSY") {
    return new DatabaseError(
      `The data folder ${folder} is in use by another process; stop that one first, or give this one a folder of its own in DATA_DIR.`,
      { reason: "locked", cause },
    );
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseError(
    `The data folder ${folder} can't be used (${why}); make it a folder that this user may write, or name another one in DATA_DIR.`,
    { reason: "unusable", cause },
  );
}

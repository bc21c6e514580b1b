import type { Database } from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import {
  type DatabaseDependencies,
  DatabaseError,
  type OpenedDatabase,
  toDatabaseFile,
} from "../database.ts";
import { migrate, migrations } from "../migrations/index.ts";
import { startPruning } from "../prune-deliveries.ts";
import { type FolderLock, lockFolder, type OpenFile } from "./lock-folder.ts";
import { createSqliteQueue } from "./sqlite-queue.ts";
import { createSqliteStore } from "./sqlite-store.ts";

/** Waiting for another program's lock (a backup) blocks the event loop, so it is short. */
const lockTimeoutMs = 250;

/** Opens the embedded database in a folder, and creates the folder if needed. */
export async function openSqlite(
  dataDir: string,
  dependencies: DatabaseDependencies,
): Promise<OpenedDatabase> {
  // Imported here, so that it is never loaded with PostgreSQL.
  const { default: BetterSqlite3 } = await import("better-sqlite3");
  const openFile: OpenFile = (path, options) => new BetterSqlite3(path, options);
  const lock = lockFolder(dataDir, openFile);
  let file: Database | null = null;
  try {
    file = openFile(toDatabaseFile(dataDir), { timeout: lockTimeoutMs });
    await prepareFile(file);
    return startQueue(file, lock, dependencies);
  } catch (cause) {
    file?.close();
    lock.release();
    throw explain(dataDir, cause);
  }
}

async function prepareFile(file: Database): Promise<void> {
  file.pragma("journal_mode = wal");
  file.pragma("synchronous = full");
  // In pages of 4 KB. Checkpoints block the event loop; when they are rarer, a page that changed ten times is
  // copied once.
  file.pragma("wal_autocheckpoint = 4000");
  // One transaction around all migrations: a process that dies half-way leaves the tables as they were.
  file.exec("begin immediate");
  await migrate(new Kysely({ dialect: new SqliteDialect({ database: file }) }), migrations);
  file.exec("commit");
}

function startQueue(file: Database, lock: FolderLock, dependencies: DatabaseDependencies): OpenedDatabase {
  const store = createSqliteStore(file);
  const { queue, poke, write } = createSqliteQueue(file, store, dependencies);
  const stopPruning = startPruning(dependencies, (before, limit) =>
    write(() => store.deleteOldDeliveries(before, limit)),
  );
  const close = async () => {
    stopPruning();
    await queue.stop();
    // Commits what was handed in before the file closes.
    await write(() => undefined);
    file.close();
    lock.release();
  };
  return { queue, poke, close };
}

function explain(dataDir: string, cause: unknown): DatabaseError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseError(
    `The database in ${dataDir} can't be opened (${why}). Restore a backup, or move the folder away to start anew: open pull requests are found again on GitHub.`,
    { reason: "unusable", cause },
  );
}

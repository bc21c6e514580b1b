import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import BetterSqlite3 from "better-sqlite3";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DatabaseError } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { delivery, lookAt } from "./examples.ts";
import { RecordedRuns } from "./recorded-runs.ts";
import { TestClock } from "./test-clock.ts";

const logger = pino({ level: "silent" });
const script = fileURLToPath(new URL("accept-forever.ts", import.meta.url));
const dependencies = () => ({ clock: new TestClock(), logger });

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "async-review-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const failure = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  const { reason, message } = error as DatabaseError;
  return { reason, message: message.replaceAll(dataDir, "FOLDER") };
};

/** When this returns, all opened objects except the queue are unreachable. */
const openOnlyQueue = async () => (await openDatabase({ dataDir }, dependencies())).queue;

/**
 * Node hides its garbage collector. A flag and a new context expose it. Collected objects are closed a turn
 * later.
 */
async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  for (let turn = 0; turn < 5; turn += 1) {
    collect();
    await setImmediate();
  }
}

const locked = {
  reason: "locked",
  message:
    "The data folder FOLDER is in use by another process; stop that one first, or give this one a folder of its own in DATA_DIR.",
};

describe("the data folder", () => {
  it("belongs to one process, and is free again when that process is killed", async () => {
    const child = spawn(process.execPath, [script, dataDir, "a"], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    expect(await failure(openDatabase({ dataDir }, dependencies()))).toEqual(locked);
    child.kill("SIGKILL");
    await once(child, "close");
    await (await openDatabase({ dataDir }, dependencies())).close();
  });

  it("is locked within one process too", async () => {
    const first = await openDatabase({ dataDir }, dependencies());
    expect(await failure(openDatabase({ dataDir }, dependencies()))).toEqual(locked);
    await first.close();
    await (await openDatabase({ dataDir }, dependencies())).close();
  });

  it("stays locked when its process no longer refers to the open database", async () => {
    // When collected, SQLite's handle closes the file, and the operating system frees the lock.
    const queue = await openOnlyQueue();
    await collectGarbage();
    expect(await failure(openDatabase({ dataDir }, dependencies()))).toEqual(locked);
    await queue.stop();
  });

  it("is refused when it isn't a folder, or its file isn't a database", async () => {
    writeFileSync(join(dataDir, "file"), "");
    const noFolder = await failure(openDatabase({ dataDir: join(dataDir, "file") }, dependencies()));
    expect(noFolder.reason).toBe("unusable");
    expect(noFolder.message).toMatch(/^The data folder FOLDER\/file can't be used \(EEXIST.*DATA_DIR\.$/);
    writeFileSync(
      join(dataDir, "async-review.sqlite"),
      "not a database, but long enough to be read as one".repeat(99),
    );
    const noDatabase = await failure(openDatabase({ dataDir }, dependencies()));
    expect(noDatabase).toEqual({
      reason: "unusable",
      message:
        "The database in FOLDER can't be opened (file is not a database). Restore a backup, or move the folder away to start anew: open pull requests are found again on GitHub.",
    });
  });

  it("refuses deliveries while its file can't be written, and continues by itself afterwards", async () => {
    const database = await openDatabase({ dataDir }, dependencies());
    const runs = new RecordedRuns();
    await database.queue.start(runs.handler, { concurrency: 1 });
    await database.queue.accept(delivery("d1"), [lookAt(1)]);
    const run = await runs.next();

    const other = new BetterSqlite3(join(dataDir, "async-review.sqlite"));
    other.exec("begin immediate");
    await expect(database.queue.accept(delivery("d2"), [lookAt(2)])).rejects.toThrow("database is locked");
    await expect(database.queue.check()).rejects.toThrow("database is locked");
    run.done();
    other.exec("rollback");
    other.close();

    expect(await database.queue.accept(delivery("d2"), [lookAt(2)])).toBe("stored");
    await database.queue.check();
    (await runs.next()).done();
    await expect
      .poll(() => database.queue.count(), { timeout: 10_000 })
      .toEqual({ pending: 0, due: 0, failed: 0 });
    await database.close();
  });

  it("is not ready until a delivery can be stored again", async () => {
    const database = await openDatabase({ dataDir }, dependencies());
    const runs = new RecordedRuns();
    await database.queue.start(runs.handler, { concurrency: 1 });
    const other = new BetterSqlite3(join(dataDir, "async-review.sqlite"));
    other.exec("create trigger refuse before insert on deliveries begin select raise(abort, 'refused'); end");
    await database.queue.check();
    await expect(database.queue.accept(delivery("d1"), [lookAt(1)])).rejects.toThrow("refused");
    await expect(database.queue.check()).rejects.toThrow("refused");
    other.exec("drop trigger refuse");
    await database.queue.check();
    // The check left nothing behind.
    expect(await database.queue.count()).toEqual({ pending: 0, due: 0, failed: 0 });
    expect(await database.queue.accept(delivery("d1"), [])).toBe("stored");
    other.close();
    await database.close();
  });

  it("isn't ready when a page of its file is broken", async () => {
    await (await openDatabase({ dataDir }, dependencies())).close();
    const path = join(dataDir, "async-review.sqlite");
    const reader = new BetterSqlite3(path);
    const [{ rootpage }] = reader
      .prepare("select rootpage from sqlite_master where type = 'table' and name = 'deliveries'")
      .all() as [{ rootpage: number }];
    const pageSize = reader.pragma("page_size", { simple: true }) as number;
    reader.close();
    const file = openSync(path, "r+");
    writeSync(file, Buffer.alloc(pageSize, 0xff), 0, pageSize, (rootpage - 1) * pageSize);
    closeSync(file);

    const database = await openDatabase({ dataDir }, dependencies());
    await database.queue.start(new RecordedRuns().handler, { concurrency: 1 });
    await expect(database.queue.accept(delivery("d1"), [lookAt(1)])).rejects.toThrow("malformed");
    await expect(database.queue.check()).rejects.toThrow("malformed");
    await database.close();
  });
});

import pg from "pg";
import pino from "pino";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DatabaseError } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { delivery, lookAt, noMemory } from "./examples.ts";
import { Link } from "./link.ts";
import { ask, createDatabase, dropDatabase, serverUrl } from "./postgres-server.ts";
import { numberOf, RecordedRuns } from "./recorded-runs.ts";

const logger = pino({ level: "silent" });
const clock = { now: () => Temporal.Now.instant().toString() };
const name = `async_review_gone_${process.pid}`;

const failure = async (databaseUrl: string) => {
  const error = await openDatabase({ databaseUrl }, { clock, logger }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  return (error as DatabaseError).message;
};

describe("an unusable PostgreSQL", () => {
  it("is explained in one sentence", async () => {
    expect(await failure("postgres://me:secret@127.0.0.1:9/reviews")).toBe(
      "PostgreSQL at 127.0.0.1:9/reviews: nothing answers there; start the server, or correct host and port in DATABASE_URL.",
    );
    expect(await failure("postgres://me:secret@nowhere.invalid/reviews")).toBe(
      "PostgreSQL at nowhere.invalid:5432/reviews: no such host; correct it in DATABASE_URL.",
    );
  });
});

describe.skipIf(serverUrl === "")("a PostgreSQL queue while its database is gone", () => {
  let link: Link;
  let databaseUrl = "";
  beforeAll(async () => {
    const direct = new URL(await createDatabase(name));
    link = new Link({ host: direct.hostname, port: Number(direct.port || 5432) });
    await link.mend();
    direct.hostname = "127.0.0.1";
    direct.port = String(link.port);
    databaseUrl = direct.href;
  });
  afterAll(async () => {
    await link.cut();
    await dropDatabase(name);
  });

  it("names a database that doesn't exist", async () => {
    const url = new URL(databaseUrl);
    url.pathname = "/not_there";
    expect(await failure(url.href)).toBe(
      `PostgreSQL at 127.0.0.1:${link.port}/not_there: it has no such database; create it, or correct its name in DATABASE_URL.`,
    );
  });

  it("refuses deliveries meanwhile, and continues by itself, also with runs that ended meanwhile", async () => {
    const database = await openDatabase({ databaseUrl }, { clock, logger });
    const runs = new RecordedRuns();
    await database.queue.start(runs.handler, { concurrency: 2 });
    await database.queue.accept(delivery("d1"), [lookAt(1)]);
    const first = await runs.next();

    await link.cut();
    await expect(database.queue.accept(delivery("d2"), [lookAt(2)])).rejects.toThrow();
    await expect(database.queue.check()).rejects.toThrow();
    first.done();
    await link.mend();

    const accept = () => database.queue.accept(delivery("d2"), [lookAt(2)]);
    await expect.poll(() => accept().catch(() => "gone"), { timeout: 10_000 }).toMatch(/stored|known/);
    const second = await runs.next();
    expect(numberOf(second)).toBe(2);
    second.done();
    await expect
      .poll(() => database.queue.count(), { timeout: 10_000 })
      .toEqual({ pending: 0, due: 0, failed: 0 });
    await database.queue.check();
    expect(runs.started).toBe(2);
    await database.close();
  });

  it("isn't ready until a delivery can be stored again", async () => {
    const database = await openDatabase({ databaseUrl }, { clock, logger });
    await database.queue.start(new RecordedRuns().handler, { concurrency: 2 });
    await ask(databaseUrl, "alter table deliveries rename to hidden");
    await database.queue.check();
    await expect(database.queue.accept(delivery("d5"), [lookAt(5)])).rejects.toThrow("does not exist");
    await expect(database.queue.check()).rejects.toThrow("does not exist");
    await ask(databaseUrl, "alter table hidden rename to deliveries");
    await database.queue.check();
    // The check left nothing behind.
    expect(await database.queue.count()).toEqual({ pending: 0, due: 0, failed: 0 });
    expect(await database.queue.accept(delivery("d5"), [])).toBe("stored");
    await database.close();
  });

  it("isn't ready when it can't start work that has been due for a minute", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const database = await openDatabase({ databaseUrl }, { clock, logger });
    const runs = new RecordedRuns();
    const held = new pg.Client({ connectionString: databaseUrl });
    try {
      await database.queue.accept(delivery("d6"), [lookAt(6)]);
      await ask(
        databaseUrl,
        `update subjects set run_at = ${Date.now() - 61_000} where key = 'pull_request:7:6'`,
      );
      await held.connect();
      await held.query("begin; select 1 from subjects for update");
      await database.queue.start(runs.handler, { concurrency: 2 });
      await database.queue.check();
      vi.advanceTimersByTime(59_000);
      await database.queue.check();
      vi.advanceTimersByTime(2_000);
      const check = () => database.queue.check().catch((error: Error) => error.message);
      await expect.poll(check, { timeout: 10_000 }).toMatch(/^Work has been due for 6\d s, and no look/);
      await held.query("rollback");
      (await runs.next()).done();
      await database.queue.check();
    } finally {
      vi.useRealTimers();
      await held.end();
      await database.close();
    }
  });

  it("gives up a look once the database has been gone so long that another process may run it", async () => {
    const database = await openDatabase({ databaseUrl }, { clock, logger });
    const runs = new RecordedRuns();
    await database.queue.start(runs.handler, { concurrency: 2 });
    await database.queue.accept(delivery("d3"), [lookAt(3)]);
    const first = await runs.next();
    await ask(
      databaseUrl,
      "update subjects set leased_by = 'another', leased_until = now() + interval '1 hour' where leased_by is not null",
    );
    await expect.poll(() => first.context.signal.aborted, { timeout: 15_000 }).toBe(true);
    await expect(first.context.remember(noMemory)).rejects.toThrow();
    await ask(databaseUrl, "update subjects set leased_until = now()");
    const second = await runs.next();
    expect(numberOf(second)).toBe(3);
    second.done();
    await expect.poll(() => database.queue.count(), { timeout: 10_000 }).toMatchObject({ pending: 0 });
    await database.close();
  });
});

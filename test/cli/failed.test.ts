import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pino from "pino";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { failed } from "../../src/cli/failed.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import type { Look } from "../../src/reconcile/ports.ts";
import { delivery, lookAt, repository } from "../database/examples.ts";
import { createDatabase, dropDatabase, serverUrl } from "../database/postgres-server.ts";
import { RecordedRuns } from "../database/recorded-runs.ts";
import { TestClock } from "../database/test-clock.ts";
import { runHere } from "./run-cli.ts";

const logger = pino({ level: "silent" });
const folder = mkdtempSync(join(tmpdir(), "async-review-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sha = "c".repeat(40);
const mergeGroup = lookAt(0, {
  subject: { kind: "merge_group", installationId: 3, repository, headSha: sha, baseRef: "main" },
});

/** A server that works on a database while the command line uses it too. */
async function startServer(where: { dataDir: string } | { databaseUrl: string }) {
  const clock = new TestClock();
  const database = await openDatabase(where, { clock, logger });
  const runs = new RecordedRuns();
  await database.queue.start(runs.handler, { concurrency: 4 });
  return { clock, database, runs };
}

async function giveUp(
  { clock, database, runs }: Awaited<ReturnType<typeof startServer>>,
  id: string,
  look: Look,
  why: string,
): Promise<void> {
  const { failed: before } = await database.queue.count();
  await database.queue.accept(delivery(id), [look]);
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    (await runs.next()).fail(new Error(why));
    await expect.poll(async () => (await database.queue.count()).due).toBe(0);
    clock.advance({ hours: 1 });
    database.poke();
  }
  await expect.poll(async () => (await database.queue.count()).failed).toBe(before + 1);
}

const postgres = `async_review_failed_${process.pid}`;
const databases: [string, () => Promise<Record<string, string>>][] = [
  ["the embedded database", async () => ({ DATA_DIR: mkdtempSync(join(folder, "data-")) })],
];
if (serverUrl !== "") {
  databases.push(["PostgreSQL", async () => ({ DATABASE_URL: await createDatabase(postgres) })]);
}

describe.each(databases)("async-review failed on %s", (_name, create) => {
  let env: Record<string, string>;
  let server: Awaited<ReturnType<typeof startServer>>;
  const run = (...args: string[]) => runHere(failed, args, { cwd: folder, env });
  beforeEach(async () => {
    env = await create();
    const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir = "" } = env;
    server = await startServer(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  });
  afterEach(() => server.database.close());
  afterAll(async () => {
    if (env.DATABASE_URL !== undefined) await dropDatabase(postgres);
  });

  it("lists what failed, and why, and has it looked at again", async () => {
    expect(await run("list")).toEqual({ status: 0, stdout: "Nothing has failed.\n", stderr: "" });
    await giveUp(server, "d1", lookAt(1), "GitHub answered 422\nto POST");
    await giveUp(server, "d2", mergeGroup, "broken \u001b[31m\u202e");
    expect(await run("list")).toEqual({
      status: 1,
      stdout: `acme/shop@${sha}  12 tries; the last: broken [31m\nacme/shop#1  12 tries; the last: GitHub answered 422 to POST\n`,
      stderr: "",
    });
    const [, json] = (await run("list", "--format", "json")).stdout.trim().split("\n");
    expect(JSON.parse(json!)).toEqual({
      subject: "acme/shop#1",
      kind: "pull_request",
      installationId: 3,
      attempts: 12,
      why: "GitHub answered 422 to POST",
    });

    // The command uses the machine's clock, but the server's stands still in this test.
    server.clock.advance({ hours: 24 * 365 * 20 });
    expect(await run("retry", "acme/shop#1")).toEqual({
      status: 0,
      stdout: "acme/shop#1  due now\n",
      stderr: "",
    });
    server.database.poke();
    const again = await server.runs.next();
    expect(again.job).toMatchObject({ subject: lookAt(1).subject, attempt: 1 });
    again.done();
    await expect.poll(() => server.database.queue.count()).toEqual({ pending: 0, due: 0, failed: 1 });

    expect(await run("retry", "acme/shop#1")).toEqual({
      status: 2,
      stdout: "",
      stderr: "async-review: acme/shop#1 hasn't failed; `async-review failed list` lists what has.\n",
    });
    expect((await run("retry", "a#1", "b#2")).stderr).toBe(
      "async-review: a#1 and b#2 haven't failed; `async-review failed list` lists what has.\n",
    );
    expect((await run("retry", "--all")).stdout).toBe(`acme/shop@${sha}  due now\n`);
    server.database.poke();
    (await server.runs.next()).end({ type: "gone" });
    await expect.poll(() => server.database.queue.count()).toEqual({ pending: 0, due: 0, failed: 0 });
    expect((await run("list")).status).toBe(0);
  });
});

describe("async-review failed", () => {
  const run = (args: string[], env: Record<string, string>) => runHere(failed, args, { cwd: folder, env });

  it("asks for what to try again", async () => {
    const wrong = {
      status: 2,
      stdout: "",
      stderr: "async-review: Name what to retry, such as owner/repo#1, or pass --all.\n",
    };
    expect(await run(["retry"], {})).toEqual(wrong);
    expect(await run(["retry", "--all", "acme/shop#1"], {})).toEqual(wrong);
  });

  it("explains what to do without a database, or with another version's", async () => {
    const dataDir = mkdtempSync(join(folder, "data-"));
    expect((await run(["list"], { DATA_DIR: dataDir })).stderr).toBe(
      `async-review: There is no database in ${dataDir}; run this in the server's folder, or set DATA_DIR to the server's.\n`,
    );
    new BetterSqlite3(join(dataDir, "async-review.sqlite")).exec("create table subjects (key text)").close();
    expect(await run(["list"], { DATA_DIR: dataDir })).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "async-review: The database was made by another version; start this version's server on it once, then try again.\n",
    });
    expect((await run(["list"], { DATABASE_URL: "postgres://me:secret@127.0.0.1:9/reviews" })).stderr).toBe(
      "async-review: PostgreSQL at 127.0.0.1:9/reviews: nothing answers there; start the server, or correct host and port in DATABASE_URL.\n",
    );
  });
});

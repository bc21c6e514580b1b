import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { delivery, lookAt } from "./examples.ts";
import { ask, createDatabase, dropDatabase, serverUrl } from "./postgres-server.ts";
import { RecordedRuns } from "./recorded-runs.ts";

const logger = pino({ level: "silent" });
const clock = { now: () => Temporal.Now.instant().toString() };
const script = fileURLToPath(new URL("work-on-postgres.ts", import.meta.url));
const name = `async_review_processes_${process.pid}`;

describe.skipIf(serverUrl === "")("several processes on PostgreSQL", () => {
  let databaseUrl = "";
  beforeAll(async () => {
    databaseUrl = await createDatabase(name);
    await (await openDatabase({ databaseUrl }, { clock, logger })).close();
    await ask(databaseUrl, "create table looking (key text primary key, worker text)");
    await ask(databaseUrl, "create table looked (key text, worker text)");
    await ask(databaseUrl, "create table twice (key text, worker text)");
  });
  beforeEach(() => ask(databaseUrl, "truncate subjects, deliveries, looking, looked, twice"));
  afterAll(() => dropDatabase(name));

  const startWorker = async (worker: string, mode = "") => {
    const child = spawn(process.execPath, [script, databaseUrl, worker, mode]);
    child.stderr.pipe(process.stderr);
    await waitForLine(child, "started");
    return child;
  };

  it("share the work, and never look at one subject at the same time", async () => {
    const children = await Promise.all([startWorker("a"), startWorker("b")]);
    const database = await openDatabase({ databaseUrl }, { clock, logger });
    const numbers = [1, 2, 3, 4, 5, 6];
    const findWorkers = async () =>
      (await ask(databaseUrl, "select distinct worker from looked order by worker")).rows;
    // Until both have had a look, because on a busy machine one of them may be far behind.
    for (let round = 0; round < 40 || (round < 2_000 && (await findWorkers()).length < 2); round += 1) {
      await Promise.all(
        numbers.map((number) => database.queue.accept(delivery(`${round}-${number}`), [lookAt(number)])),
      );
    }
    await expect
      .poll(() => database.queue.count(), { timeout: 20_000 })
      .toEqual({ pending: 0, due: 0, failed: 0 });
    for (const child of children) child.stdin.end();
    await Promise.all(children.map((child) => once(child, "close")));
    await database.close();

    const { rows: twice } = await ask(databaseUrl, "select * from twice");
    expect(twice).toEqual([]);
    expect(await findWorkers()).toEqual([{ worker: "a" }, { worker: "b" }]);
    const { rows: subjects } = await ask(databaseUrl, "select distinct key from looked");
    expect(subjects.length).toBe(numbers.length);
  });

  it("take over the looks of a killed process, and no others", async () => {
    const database = await openDatabase({ databaseUrl }, { clock, logger });
    const child = await startWorker("a", "hang");
    const taken = waitForLine(child, "pull_request:7:1");
    await database.queue.accept(delivery("d1"), [lookAt(1)]);
    await taken;
    child.kill("SIGKILL");
    await once(child, "close");

    const runs = new RecordedRuns();
    await database.queue.start(runs.handler, { concurrency: 2 });
    expect(await database.queue.count()).toEqual({ pending: 1, due: 1, failed: 0 });
    // The test does not wait until the lease ends.
    expect(runs.started).toBe(0);
    await ask(databaseUrl, "update subjects set leased_until = now()");
    const run = await runs.next();
    expect(run.job.attempt).toBe(1);
    run.done();
    await expect
      .poll(() => database.queue.count(), { timeout: 10_000 })
      .toEqual({ pending: 0, due: 0, failed: 0 });
    await database.close();
  });

  it("take over a stopped process's work at once", async () => {
    const child = await startWorker("a", "hang");
    const database = await openDatabase({ databaseUrl }, { clock, logger });
    const taken = waitForLine(child, "pull_request:7:1");
    await database.queue.accept(delivery("d1"), [lookAt(1)]);
    await taken;
    const { rows: leased } = await ask(databaseUrl, "select key from subjects where leased_until > now()");
    expect(leased).toEqual([{ key: "pull_request:7:1" }]);
    child.stdin.end();
    // The process waits for the look that never ends, and then releases it.
    await once(child, "close");
    const { rows: left } = await ask(databaseUrl, "select leased_by, run_at is null as done from subjects");
    expect(left).toEqual([{ leased_by: null, done: false }]);
    await database.close();
  });
});

/** Resolves when the process writes this line. */
function waitForLine(child: ChildProcessWithoutNullStreams, line: string): Promise<void> {
  return new Promise((resolve) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split("\n").includes(line)) resolve();
    });
  });
}

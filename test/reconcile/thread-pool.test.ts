import { spawnSync } from "node:child_process";
import type { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { ThreadPool } from "../../src/reconcile/thread-pool.ts";

const pools: ThreadPool[] = [];
function open(
  thread: string,
  { budgetMs = 100, maxThreads = 1, idleMs = 60_000, startsAtOnce = false } = {},
): ThreadPool {
  const file = new URL(`./threads/${thread}.js`, import.meta.url);
  const pool = new ThreadPool({ file, budgetMs: () => budgetMs, maxThreads, idleMs, startsAtOnce });
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const task = (...steps: [string, string][]) => ({ input: { steps } });

describe("a pool of threads", () => {
  it("waits for a thread that the machine doesn't let run", async () => {
    expect(await open("starving", { budgetMs: 60 }).run({})).toEqual({ result: "read" });
  });

  it("kills a thread that works longer than its budget, and names the step", async () => {
    expect(await open("spinning").run({})).toMatchObject({ gaveUp: "time", step: null });
    const pool = open("obedient");
    expect(await pool.run(task(["config", "go on"], ["reading", "hang"]))).toEqual({
      gaveUp: "time",
      step: "reading",
      detail: "more than 100 milliseconds",
    });
    expect(await pool.run(task(["config", "go on"]))).toEqual({ result: {} });
  });

  it("continues after a crash", async () => {
    const pool = open("obedient");
    const crashed = pool.run(task(["conversation", "crash"]));
    const next = pool.run(task(["conversation", "go on"]));
    expect(await crashed).toEqual({ gaveUp: "crash", step: "conversation", detail: "the thread breaks" });
    expect(await next).toEqual({ result: {} });
  });

  it("answers other tasks while one thread works", async () => {
    const pool = open("obedient", { budgetMs: 60_000, maxThreads: 2 });
    const slow = pool.run(task(["reading", "hang"]));
    for (let count = 0; count < 3; count += 1)
      expect(await pool.run(task(["reading", "go on"]))).toEqual({ result: {} });
    await pool.close();
    expect(await slow).toBeNull();
  });

  it("keeps a thread while there is work, and none afterwards", async () => {
    const threadOf = async (pool: ThreadPool) => await pool.run(task(["reading", "name the thread"]));
    const busy = open("obedient");
    const first = await threadOf(busy);
    expect(await threadOf(busy)).toEqual(first);
    const pool = open("obedient", { idleMs: 0 });
    const before = await threadOf(pool);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await threadOf(pool)).not.toEqual(before);
  });

  it("starts a thread before the first task only if it is told to", async () => {
    const started: number[] = [];
    const note = ({ threadId }: Worker) => started.push(threadId);
    process.on("worker", note);
    onTestFinished(() => void process.off("worker", note));
    open("obedient");
    const pool = open("obedient", { startsAtOnce: true });
    await new Promise((resolve) => setImmediate(resolve));
    expect(started).toHaveLength(1);
    const [threadId] = started;
    expect(await pool.run(task(["reading", "name the thread"]))).toEqual({ result: { threadId } });
  });

  it("lets the process end while a thread without a task starts", () => {
    const script = [
      `import { ThreadPool } from "${new URL("../../src/reconcile/thread-pool.ts", import.meta.url)}";`,
      `const file = new URL("data:text/javascript,Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)");`,
      `new ThreadPool({ file, budgetMs: () => 100, maxThreads: 1, startsAtOnce: true });`,
    ].join("\n");
    const ended = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { timeout: 10_000 });
    expect([ended.status, String(ended.stderr)]).toEqual([0, ""]);
  });

  it("never blocks the event loop", async () => {
    let turns = 0;
    let next = setImmediate(function count() {
      turns += 1;
      next = setImmediate(count);
    });
    await open("spinning", { budgetMs: 300 }).run({});
    clearImmediate(next);
    expect(turns).toBeGreaterThan(5);
  });

  it("answers when no thread can start", async () => {
    expect(await open("no-such-thread").run({})).toEqual({
      gaveUp: "crash",
      step: null,
      detail: "no thread could be started",
    });
  });

  it("answers nothing once it is closed", async () => {
    const pool = open("obedient");
    const waiting = pool.run(task(["reading", "hang"]));
    await pool.close();
    expect([await waiting, await pool.run(task())]).toEqual([null, null]);
  });
});

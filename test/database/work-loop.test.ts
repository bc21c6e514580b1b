import pino from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startWorkLoop, type Work } from "../../src/database/work-loop.ts";
import { mergeLook } from "../../src/reconcile/row/merge-look.ts";
import { lookAt } from "./examples.ts";

const logger = pino({ level: "silent" });
const now = { instant: "2026-11-23T12:00:00Z", epoch: Date.UTC(2026, 10, 23, 12) };

/** Rows in memory. Due rows run once. */
class FakeWork implements Work {
  readonly due: string[] = [];
  readonly started: string[] = [];
  async take(limit: number, running: ReadonlySet<string>) {
    const free = this.due.filter((key) => !running.has(key)).slice(0, limit);
    return free.map((key) => ({ ...mergeLook(null, lookAt(1), now)!, key }));
  }
  untilNext = () => 30_000;
  async run({ key }: { key: string }): Promise<void> {
    this.started.push(key);
    this.due.splice(this.due.indexOf(key), 1);
  }
}

describe("the work loop", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: now.epoch });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("runs more jobs than fit at once, and sleeps until it is woken", async () => {
    const work = new FakeWork();
    work.due.push("a", "b", "c", "d", "e");
    const taken = vi.spyOn(work, "take");
    const loop = startWorkLoop(work, { concurrency: 2, logger });
    await vi.advanceTimersByTimeAsync(50);
    expect(work.started).toEqual(["a", "b", "c", "d", "e"]);
    taken.mockClear();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(taken.mock.calls.length).toBe(2);
    work.due.push("f");
    loop.wake();
    await vi.advanceTimersByTimeAsync(50);
    expect(work.started.at(-1)).toBe("f");
    await loop.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("continues when the database doesn't answer, and when a run can't start", async () => {
    const work = new FakeWork();
    work.due.push("row");
    vi.spyOn(work, "take").mockRejectedValueOnce(new Error("disk I/O error"));
    const run = vi.spyOn(work, "run").mockRejectedValueOnce(new Error("disk I/O error"));
    const loop = startWorkLoop(work, { concurrency: 2, logger });
    await vi.advanceTimersByTimeAsync(2200);
    expect(run).toHaveBeenCalledTimes(2);
    expect(work.started).toEqual(["row"]);
    await loop.stop();
  });

  it("reports when it last asked for and started work", async () => {
    const work = new FakeWork();
    work.due.push("row");
    const loop = startWorkLoop(work, { concurrency: 2, logger });
    await vi.advanceTimersByTimeAsync(50);
    vi.spyOn(work, "take").mockRejectedValue(new Error("disk I/O error"));
    await vi.advanceTimersByTimeAsync(70_000);
    const { free, sinceQuery, sinceStarted } = loop.progress();
    expect(free).toBe(2);
    expect(Math.round(sinceQuery / 1000)).toBe(70);
    expect(Math.round(sinceStarted / 1000)).toBe(70);
    await loop.stop();
  });
});

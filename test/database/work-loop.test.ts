import pino from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startWorkLoop, type Work } from "../../src/database/sqlite/work-loop.ts";

const logger = pino({ level: "silent" });
const noon = Date.UTC(2026, 10, 23, 12);

/** Rows in memory: what is due is run once, at the instant that is written down. */
class FakeWork implements Work {
  readonly rows = new Map<string, number>();
  readonly started: [string, number][] = [];
  /** The clock has whole seconds, as GitHub's instants do. */
  now = () => Math.floor(Date.now() / 1000) * 1000;
  listDue(now: number, limit: number): string[] {
    const due = [...this.rows].filter(([, runAt]) => runAt <= now).sort((a, b) => a[1] - b[1]);
    return due.slice(0, limit).map(([key]) => key);
  }
  findNextRunAt(now: number): number | null {
    const later = [...this.rows.values()].filter((runAt) => runAt > now);
    return later.length === 0 ? null : Math.min(...later);
  }
  async run(key: string): Promise<void> {
    this.started.push([key, Date.now() - noon]);
    this.rows.delete(key);
  }
}

describe("the loop of the embedded queue", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: noon });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("starts a row within a tenth of a second of its instant, without being woken", async () => {
    const work = new FakeWork();
    work.rows.set("soon", noon + 5000).set("later", noon + 3_600_000);
    const loop = startWorkLoop(work, { concurrency: 2, logger });
    await vi.advanceTimersByTimeAsync(2 * 3_600_000);
    expect(work.started.map(([key]) => key)).toEqual(["soon", "later"]);
    expect(work.started[0]![1] - 5000).toBeLessThanOrEqual(101);
    expect(work.started[1]![1] - 3_600_000).toBeLessThanOrEqual(101);
    await loop.stop();
  });

  it("notices within half a minute that the clock was moved", async () => {
    const work = new FakeWork();
    work.rows.set("row", noon + 3_600_000);
    const loop = startWorkLoop(work, { concurrency: 2, logger });
    await vi.advanceTimersByTimeAsync(1000);
    vi.setSystemTime(noon + 7_200_000);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(work.started.length).toBe(1);
    await loop.stop();
  });

  it("goes on when the database does not answer, and when a run cannot be started", async () => {
    const work = new FakeWork();
    work.rows.set("row", noon);
    vi.spyOn(work, "listDue").mockImplementationOnce(() => {
      throw new Error("disk I/O error");
    });
    const run = vi.spyOn(work, "run").mockRejectedValueOnce(new Error("disk I/O error"));
    const loop = startWorkLoop(work, { concurrency: 2, logger });
    await vi.advanceTimersByTimeAsync(2200);
    expect(run).toHaveBeenCalledTimes(2);
    expect(work.started.length).toBe(1);
    await loop.stop();
  });

  it("sleeps while nothing is due", async () => {
    const work = new FakeWork();
    const asked = vi.spyOn(work, "listDue");
    const loop = startWorkLoop(work, { concurrency: 2, logger });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(4);
    await loop.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

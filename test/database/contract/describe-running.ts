import { expect, it } from "vitest";
import { delivery, lookAt, minimumVersion, noMemory, press } from "../examples.ts";
import { numberOf } from "../recorded-runs.ts";
import type { Setting } from "./setting.ts";

/** Every queue: a run, and deliveries during the run. */
export function describeRunning(given: Setting): void {
  it("runs again after an event during the run, with the new facts alone", async () => {
    await given.queue.accept(delivery("d1"), [
      lookAt(1, { minimumVersion: minimumVersion("2026-11-23T08:00:00Z", "a", [1]), intents: [press("d1")] }),
    ]);
    await given.start();
    const first = await given.runs.next();
    await given.queue.accept(delivery("d2"), [
      lookAt(1, { minimumVersion: minimumVersion("2026-11-23T08:00:05Z", "b", [2]), intents: [press("d2")] }),
    ]);
    first.done(given.clock.in(3600));
    const second = await given.runs.next();
    expect(second.job.minimumVersion).toEqual(minimumVersion("2026-11-23T08:00:05Z", "b", [2]));
    expect(second.job.intents).toEqual([press("d2")]);
    second.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("requires a run to see the pushes that no run has seen yet", async () => {
    const pushed = (head: string) =>
      lookAt(1, { minimumVersion: { ...minimumVersion("2026-11-23T08:00:00Z", "a"), oldHeads: [head] } });
    await given.queue.accept(delivery("d1"), [pushed("c1")]);
    await given.queue.accept(delivery("d2"), [pushed("c2")]);
    await given.start();
    const first = await given.runs.next();
    expect(first.job.minimumVersion).toEqual({
      ...minimumVersion("2026-11-23T08:00:00Z", "a"),
      oldHeads: ["c1", "c2"],
    });
    await given.queue.accept(delivery("d3"), [pushed("c3")]);
    first.done();
    const second = await given.runs.next();
    expect(second.job.minimumVersion).toEqual({ ...minimumVersion(null, null), oldHeads: ["c3"] });
    second.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("runs again after an event during the run that has no new facts", async () => {
    await given.queue.accept(delivery("d1"), [lookAt(1)]);
    await given.start();
    const first = await given.runs.next();
    await given.queue.accept(delivery("d2"), [lookAt(1)]);
    first.end({ type: "gone" });
    const second = await given.runs.next();
    expect(second.job.minimumVersion).toBeNull();
    second.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("never works on one subject twice at once", async () => {
    await given.queue.accept(delivery("d1"), [lookAt(1)]);
    await given.start();
    const first = await given.runs.next();
    await given.queue.accept(delivery("d2"), [lookAt(1)]);
    await given.queue.accept(delivery("d3"), [lookAt(2)]);
    const other = await given.runs.next();
    expect([numberOf(first), numberOf(other)]).toEqual([1, 2]);
    expect(new Set(given.runs.running).size).toBe(2);
    first.done();
    other.done();
    const again = await given.runs.next();
    expect(numberOf(again)).toBe(1);
    again.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("keeps the minimum version and the intents for a run that ends with `again`, without counting a failure", async () => {
    const known = minimumVersion("2026-11-23T08:00:00Z", "a", [1]);
    await given.queue.accept(delivery("d1"), [lookAt(1, { minimumVersion: known, intents: [press("d1")] })]);
    await given.start();
    const first = await given.runs.next();
    first.end({ type: "again", at: given.clock.in(3), memory: { ...noMemory, staleReads: 1 } });
    await given.settled({ pending: 1, due: 0, failed: 0 });
    given.advance({ seconds: 3 });
    const second = await given.runs.next();
    expect(second.job).toEqual({ ...first.job, memory: { ...noMemory, staleReads: 1 } });
    second.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("keeps what a run remembers, even when the run fails", async () => {
    await given.queue.accept(delivery("d1"), [lookAt(1)]);
    await given.start();
    const run = await given.runs.next();
    const created = { key: "comment", id: null, hash: "h", at: given.clock.now() };
    await run.context.remember({ ...noMemory, created: [created] });
    run.fail(new Error("broken"));
    await given.settled({ pending: 1, due: 0, failed: 0 });
    given.advance({ seconds: 2 });
    const again = await given.runs.next();
    expect(again.job.memory).toEqual({ ...noMemory, created: [created] });
    again.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("waits for running jobs when it stops, and starts no more", async () => {
    await given.queue.accept(delivery("d1"), [lookAt(1)]);
    await given.start(1);
    const run = await given.runs.next();
    await given.queue.accept(delivery("d2"), [lookAt(2)]);
    let isStopped = false;
    const stopping = given.queue.stop().then(() => {
      isStopped = true;
    });
    await given.queue.count();
    expect(isStopped).toBe(false);
    run.done();
    await stopping;
    expect(await given.queue.count()).toEqual({ pending: 1, due: 1, failed: 0 });
    expect(given.runs.started).toBe(1);
  });

  it("says whether the workers run", async () => {
    await expect(given.queue.check()).rejects.toThrow("The workers aren't running.");
    await given.start();
    await given.queue.check();
    await given.queue.stop();
    await expect(given.queue.check()).rejects.toThrow("The workers aren't running.");
  });

  it("keeps all state over a restart", async () => {
    await given.queue.accept(delivery("d1"), [lookAt(1, { intents: [press("d1")] })]);
    await given.queue.look([lookAt(2, { notBefore: given.clock.in(60) })]);
    await given.restart();
    expect(await given.queue.accept(delivery("d1"), [lookAt(3)])).toBe("known");
    await given.start();
    const first = await given.runs.next();
    expect(first.job.intents).toEqual([press("d1")]);
    first.done();
    given.advance({ seconds: 60 });
    const second = await given.runs.next();
    expect(numberOf(second)).toBe(2);
    second.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });
}

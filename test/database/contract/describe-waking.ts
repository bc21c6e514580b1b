import { expect, it } from "vitest";
import { GitHubError } from "../../../src/reconcile/github-error.ts";
import { delivery, lookAt, press } from "../examples.ts";
import { numberOf } from "../recorded-runs.ts";
import type { Setting } from "./setting.ts";

/** Every queue: when a subject is looked at. */
export function describeWaking(given: Setting): void {
  it("looks again at wakeAt, and not before", async () => {
    await given.queue.accept(delivery("d1"), [lookAt(1)]);
    await given.start();
    (await given.runs.next()).done(given.clock.in(120));
    await given.settled({ pending: 1, due: 0, failed: 0 });
    given.advance({ seconds: 119 });
    expect(await given.queue.count()).toEqual({ pending: 1, due: 0, failed: 0 });
    given.advance({ seconds: 1 });
    const run = await given.runs.next();
    expect(run.job.attempt).toBe(1);
    run.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
    expect(given.runs.started).toBe(2);
  });

  it("spreads looks by notBefore, and lets an event overtake them", async () => {
    await given.queue.look([
      lookAt(1, { notBefore: given.clock.in(60) }),
      lookAt(2, { notBefore: given.clock.in(120) }),
    ]);
    await given.start();
    expect(await given.queue.count()).toEqual({ pending: 2, due: 0, failed: 0 });
    await given.queue.accept(delivery("d1"), [lookAt(2)]);
    const second = await given.runs.next();
    expect(numberOf(second)).toBe(2);
    second.done();
    await given.settled({ pending: 1, due: 0, failed: 0 });
    given.advance({ seconds: 60 });
    const first = await given.runs.next();
    expect(numberOf(first)).toBe(1);
    first.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("returns the instant since which the oldest job has waited for a worker", async () => {
    expect(await given.queue.findOldestDue()).toBeNull();
    const first = given.clock.in(1);
    await given.queue.look([
      lookAt(1, { notBefore: given.clock.in(3) }),
      lookAt(2, { notBefore: first }),
      lookAt(3, { notBefore: given.clock.in(60) }),
    ]);
    expect(await given.queue.findOldestDue()).toBeNull();
    given.advance({ seconds: 10 });
    expect(await given.queue.findOldestDue()).toBe(first);
    const late: number[] = [];
    await given.queue.start(given.runs.handler, {
      concurrency: 1,
      countLate: (seconds) => late.push(seconds),
    });
    const second = await given.runs.next();
    // The first job is already running, so it does not wait.
    expect(await given.queue.findOldestDue()).toBe("2026-11-23T09:00:03Z");
    second.done();
    (await given.runs.next()).done();
    await given.settled({ pending: 1, due: 0, failed: 0 });
    expect(await given.queue.findOldestDue()).toBeNull();
    expect(late).toEqual([9, 7]);
  });

  it("runs the earliest due job first", async () => {
    await given.queue.look([3, 1, 2].map((number) => lookAt(number, { notBefore: given.clock.in(number) })));
    given.advance({ seconds: 10 });
    await given.start(1);
    const order: (number | null)[] = [];
    for (let index = 0; index < 3; index += 1) {
      const run = await given.runs.next();
      order.push(numberOf(run));
      run.done();
    }
    expect(order).toEqual([1, 2, 3]);
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("retries a failed look with growing pauses, gives up after twelve attempts, and starts anew after an event", async () => {
    await given.queue.accept(delivery("d1"), [lookAt(1, { intents: [press("d1")] })]);
    await given.start();
    const pauses = [2, 5, 10, 20, 60, 300, 900, 3600, 3600, 3600, 3600];
    for (const [index, pause] of pauses.entries()) {
      const run = await given.runs.next();
      expect(run.job.attempt).toBe(index + 1);
      run.fail(new Error("broken"));
      await given.settled({ pending: 1, due: 0, failed: 0 });
      given.advance({ seconds: pause - 1 });
      expect((await given.queue.count()).due).toBe(0);
      given.advance({ seconds: 1 });
    }
    (await given.runs.next()).fail(new Error("broken"));
    await given.settled({ pending: 0, due: 0, failed: 1 });
    given.advance({ hours: 24 });
    expect(await given.queue.count()).toEqual({ pending: 0, due: 0, failed: 1 });
    await given.queue.accept(delivery("d2"), [lookAt(1)]);
    const revived = await given.runs.next();
    expect(revived.job.attempt).toBe(1);
    expect(revived.job.intents).toEqual([press("d1")]);
    revived.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("doesn't delay a retry because of events during the failed run", async () => {
    await given.queue.accept(delivery("d1"), [lookAt(1)]);
    await given.start();
    for (let event = 2; event <= 6; event += 1) {
      (await given.runs.next()).fail(new GitHubError("nobody there", { reason: "unavailable" }));
      await given.settled({ pending: 1, due: 0, failed: 0 });
      await given.queue.accept(delivery(`d${event}`), [lookAt(1)]);
    }
    (await given.runs.next()).fail(new GitHubError("nobody there", { reason: "unavailable" }));
    await given.settled({ pending: 1, due: 0, failed: 0 });
    given.advance({ seconds: 2 });
    (await given.runs.next()).done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it.each(["unavailable", "unauthorized"] as const)(
    "never gives up on a subject because GitHub is %s",
    async (reason) => {
      await given.queue.accept(delivery("d1"), [lookAt(1)]);
      await given.start();
      for (let attempt = 1; attempt <= 12; attempt += 1) {
        const run = await given.runs.next();
        expect(run.job.attempt).toBe(attempt);
        run.fail(new GitHubError("nobody there", { reason }));
        await given.settled({ pending: 1, due: 0, failed: 0 });
        given.advance({ hours: 1 });
      }
      (await given.runs.next()).done();
      await given.settled({ pending: 0, due: 0, failed: 0 });
    },
  );

  it("retries at the instant that GitHub names", async () => {
    await given.queue.accept(delivery("d1"), [lookAt(1)]);
    await given.start();
    const retryAt = given.clock.in(777);
    (await given.runs.next()).fail(new GitHubError("slow down", { reason: "rate_limited", retryAt }));
    await given.settled({ pending: 1, due: 0, failed: 0 });
    given.advance({ seconds: 776 });
    expect((await given.queue.count()).due).toBe(0);
    given.advance({ seconds: 1 });
    const run = await given.runs.next();
    expect(run.job.attempt).toBe(2);
    run.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });
}

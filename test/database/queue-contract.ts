import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenedDatabase } from "../../src/database/open-database.ts";
import { GitHubError, type Intent, type Queue } from "../../src/reconcile/ports.ts";
import { delivery, fence, lookAt, noMemory, repository } from "./examples.ts";
import { numberOf, RecordedRuns } from "./recorded-runs.ts";
import { TestClock } from "./test-clock.ts";

/** Opens an empty database of the kind under test. `reopen` opens the same one again after it was closed. */
export interface Harness {
  open(clock: TestClock): Promise<OpenedDatabase>;
  /** The same data, after a close. */
  reopen(clock: TestClock): Promise<OpenedDatabase>;
  drop(): Promise<void>;
}

const press = (id: string): Intent => ({ deliveryId: id, identifier: "recheck", sender: "alice" });

/** What every queue does, whatever it stands on. */
export function describeQueue(name: string, createHarness: () => Promise<Harness>): void {
  describe(`the queue on ${name}`, () => {
    let harness: Harness;
    let clock: TestClock;
    let database: OpenedDatabase;
    let queue: Queue;
    let runs: RecordedRuns;

    beforeEach(async () => {
      clock = new TestClock();
      harness = await createHarness();
      database = await harness.open(clock);
      queue = database.queue;
      runs = new RecordedRuns();
    });
    afterEach(async () => {
      await database.close();
      await harness.drop();
    });

    const start = (concurrency = 4) => queue.start(runs.handler, { concurrency });
    const figures = () => queue.count();
    /** Waits, without sleeping for a fixed time, until the queue's own bookkeeping is done. */
    const settled = async (expected: { pending: number; due: number; dead: number }) => {
      await expect.poll(figures, { timeout: 10_000, interval: 5 }).toEqual(expected);
    };
    const advance = (duration: { seconds?: number; minutes?: number; hours?: number }) => {
      clock.advance(duration);
      database.poke();
    };

    it("hands a delivery's subject to the handler, with what the delivery knew", async () => {
      const known = fence("2026-11-23T08:59:59Z", "abc", [5]);
      expect(await queue.accept(delivery("d1"), [lookAt(1, { fence: known, intents: [press("d1")] })])).toBe(
        "stored",
      );
      await start();
      const run = await runs.next();
      expect(run.job).toEqual({
        subject: { kind: "pull_request", installationId: 3, repository, number: 1 },
        fence: known,
        intents: [press("d1")],
        attempt: 1,
        firstSeenAt: "2026-11-23T09:00:00Z",
        repositoryFirstSeenAt: "2026-11-23T09:00:00Z",
        memory: noMemory,
      });
      run.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("knows a repeated delivery, and changes nothing for it", async () => {
      expect(await queue.accept(delivery("d1"), [lookAt(1)])).toBe("stored");
      expect(await queue.accept(delivery("d1"), [lookAt(2, { intents: [press("d1")] })])).toBe("known");
      expect(await figures()).toEqual({ pending: 1, due: 1, dead: 0 });
      const both = await Promise.all([
        queue.accept(delivery("d2"), [lookAt(2)]),
        queue.accept(delivery("d2"), [lookAt(2)]),
      ]);
      expect(both.sort()).toEqual(["known", "stored"]);
    });

    it("makes one run of many deliveries about one subject", async () => {
      await queue.accept(delivery("d1"), [lookAt(1, { fence: fence("2026-11-23T08:00:00Z", "new", [1]) })]);
      await queue.accept(delivery("d2"), [lookAt(1, { fence: fence("2026-11-23T07:00:00Z", "old", [2]) })]);
      await queue.accept(delivery("d3"), [lookAt(1, { intents: [press("d3")] })]);
      await start();
      const run = await runs.next();
      expect(run.job.fence).toEqual(fence("2026-11-23T08:00:00Z", "new", [1, 2]));
      expect(run.job.intents).toEqual([press("d3")]);
      run.done();
      await settled({ pending: 0, due: 0, dead: 0 });
      expect(runs.started).toBe(1);
    });

    it("runs again when an event comes during the run, with what came meanwhile and nothing else", async () => {
      await queue.accept(delivery("d1"), [
        lookAt(1, { fence: fence("2026-11-23T08:00:00Z", "a", [1]), intents: [press("d1")] }),
      ]);
      await start();
      const first = await runs.next();
      await queue.accept(delivery("d2"), [
        lookAt(1, { fence: fence("2026-11-23T08:00:05Z", "b", [2]), intents: [press("d2")] }),
      ]);
      first.done(clock.in(3600));
      const second = await runs.next();
      expect(second.job.fence).toEqual(fence("2026-11-23T08:00:05Z", "b", [2]));
      expect(second.job.intents).toEqual([press("d2")]);
      second.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("runs again when an event without any news comes during the run", async () => {
      await queue.accept(delivery("d1"), [lookAt(1)]);
      await start();
      const first = await runs.next();
      await queue.accept(delivery("d2"), [lookAt(1)]);
      first.end({ type: "gone" });
      const second = await runs.next();
      expect(second.job.fence).toBeNull();
      second.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("never works on one subject twice at once", async () => {
      await queue.accept(delivery("d1"), [lookAt(1)]);
      await start();
      const first = await runs.next();
      await queue.accept(delivery("d2"), [lookAt(1)]);
      await queue.accept(delivery("d3"), [lookAt(2)]);
      const other = await runs.next();
      expect([numberOf(first), numberOf(other)]).toEqual([1, 2]);
      expect(new Set(runs.running).size).toBe(2);
      first.done();
      other.done();
      const again = await runs.next();
      expect(numberOf(again)).toBe(1);
      again.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("looks again at wakeAt, and not before", async () => {
      await queue.accept(delivery("d1"), [lookAt(1)]);
      await start();
      (await runs.next()).done(clock.in(120));
      await settled({ pending: 1, due: 0, dead: 0 });
      advance({ seconds: 119 });
      expect(await figures()).toEqual({ pending: 1, due: 0, dead: 0 });
      advance({ seconds: 1 });
      const run = await runs.next();
      expect(run.job.attempt).toBe(1);
      run.done();
      await settled({ pending: 0, due: 0, dead: 0 });
      expect(runs.started).toBe(2);
    });

    it("keeps fence and intents for `again`, and does not count it as a failure", async () => {
      const known = fence("2026-11-23T08:00:00Z", "a", [1]);
      await queue.accept(delivery("d1"), [lookAt(1, { fence: known, intents: [press("d1")] })]);
      await start();
      const first = await runs.next();
      first.end({ type: "again", at: clock.in(3), memory: { ...noMemory, staleReads: 1 } });
      await settled({ pending: 1, due: 0, dead: 0 });
      advance({ seconds: 3 });
      const second = await runs.next();
      expect(second.job).toEqual({ ...first.job, memory: { ...noMemory, staleReads: 1 } });
      second.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("spreads looks by notBefore, and lets an event overtake them", async () => {
      await queue.look([lookAt(1, { notBefore: clock.in(60) }), lookAt(2, { notBefore: clock.in(120) })]);
      await start();
      expect(await figures()).toEqual({ pending: 2, due: 0, dead: 0 });
      await queue.accept(delivery("d1"), [lookAt(2)]);
      const second = await runs.next();
      expect(numberOf(second)).toBe(2);
      second.done();
      await settled({ pending: 1, due: 0, dead: 0 });
      advance({ seconds: 60 });
      const first = await runs.next();
      expect(numberOf(first)).toBe(1);
      first.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("takes the earliest due first", async () => {
      await queue.look([3, 1, 2].map((number) => lookAt(number, { notBefore: clock.in(number) })));
      advance({ seconds: 10 });
      await start(1);
      const order: (number | null)[] = [];
      for (let index = 0; index < 3; index += 1) {
        const run = await runs.next();
        order.push(numberOf(run));
        run.done();
      }
      expect(order).toEqual([1, 2, 3]);
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("tries a failed look again with growing pauses, counts it dead after ten, and an event revives it", async () => {
      await queue.accept(delivery("d1"), [lookAt(1, { intents: [press("d1")] })]);
      await start();
      const pauses = [5, 20, 60, 300, 900, 3600, 3600, 3600, 3600];
      for (const [index, pause] of pauses.entries()) {
        const run = await runs.next();
        expect(run.job.attempt).toBe(index + 1);
        run.fail(new Error("broken"));
        await settled({ pending: 1, due: 0, dead: 0 });
        advance({ seconds: pause - 1 });
        expect((await figures()).due).toBe(0);
        advance({ seconds: 1 });
      }
      (await runs.next()).fail(new Error("broken"));
      await settled({ pending: 0, due: 0, dead: 1 });
      advance({ hours: 24 });
      expect(await figures()).toEqual({ pending: 0, due: 0, dead: 1 });
      await queue.accept(delivery("d2"), [lookAt(1)]);
      const revived = await runs.next();
      expect(revived.job.attempt).toBe(1);
      expect(revived.job.intents).toEqual([press("d1")]);
      revived.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("comes back when GitHub said to", async () => {
      await queue.accept(delivery("d1"), [lookAt(1)]);
      await start();
      const retryAt = clock.in(777);
      (await runs.next()).fail(new GitHubError("slow down", { reason: "rate_limited", retryAt }));
      await settled({ pending: 1, due: 0, dead: 0 });
      advance({ seconds: 776 });
      expect((await figures()).due).toBe(0);
      advance({ seconds: 1 });
      const run = await runs.next();
      expect(run.job.attempt).toBe(2);
      run.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("looks at an unseen commit only when it was not observed yet", async () => {
      const suite = (headSha: string) => lookAt(1, { fence: fence(null, headSha), onlyIfUnseen: true });
      await queue.accept(delivery("d1"), [suite("a")]);
      await start();
      const run = await runs.next();
      run.end({ type: "done", wakeAt: null, memory: { ...noMemory, headSha: "a" } });
      await settled({ pending: 0, due: 0, dead: 0 });
      expect(await queue.accept(delivery("d2"), [suite("a")])).toBe("stored");
      expect(await figures()).toEqual({ pending: 0, due: 0, dead: 0 });
      await queue.accept(delivery("d3"), [suite("b")]);
      const next = await runs.next();
      expect(next.job.memory.headSha).toBe("a");
      next.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("asks for no second look at a commit that is pending, or being looked at", async () => {
      const suite = lookAt(1, { fence: fence(null, "a"), onlyIfUnseen: true });
      await queue.accept(delivery("d1"), [lookAt(1, { fence: fence("2026-11-23T08:00:00Z", "a") })]);
      await queue.accept(delivery("d2"), [suite]);
      await start();
      const run = await runs.next();
      await queue.accept(delivery("d3"), [suite]);
      run.end({ type: "done", wakeAt: null, memory: { ...noMemory, headSha: "a" } });
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("finds subjects by the head that was last seen", async () => {
      await queue.accept(delivery("d1"), [lookAt(1, { fence: fence("2026-11-23T08:00:00Z", "a") })]);
      await queue.accept(delivery("d2"), [lookAt(2)]);
      await start();
      for (let index = 0; index < 2; index += 1) {
        const run = await runs.next();
        const headSha = numberOf(run) === 1 ? "a" : "b";
        run.end({ type: "done", wakeAt: null, memory: { ...noMemory, headSha } });
      }
      await settled({ pending: 0, due: 0, dead: 0 });
      expect(await queue.findByHead(7, "b")).toEqual([lookAt(2).subject]);
      expect(await queue.findByHead(7, "a")).toEqual([lookAt(1).subject]);
      expect(await queue.findByHead(8, "a")).toEqual([]);
    });

    it("remembers during a run, even when the run fails", async () => {
      await queue.accept(delivery("d1"), [lookAt(1)]);
      await start();
      const run = await runs.next();
      const created = { part: "comment", id: null, hash: "h", at: clock.now() };
      await run.context.remember({ ...noMemory, created: [created] });
      run.fail(new Error("broken"));
      await settled({ pending: 1, due: 0, dead: 0 });
      advance({ seconds: 5 });
      const again = await runs.next();
      expect(again.job.memory).toEqual({ ...noMemory, created: [created] });
      again.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("forgets a repository or an installation, also what is being worked on", async () => {
      const elsewhere = { id: 8, owner: "acme", name: "till" };
      const other = lookAt(1, {
        subject: { kind: "pull_request", installationId: 3, repository: elsewhere, number: 1 },
      });
      await queue.accept(delivery("d1"), [lookAt(1)]);
      await start();
      const run = await runs.next();
      await queue.look([lookAt(2, { notBefore: clock.in(60) }), { ...other, notBefore: clock.in(60) }]);
      await queue.forget({ installationId: 3, repositoryId: 7 });
      run.done(clock.in(60));
      await settled({ pending: 1, due: 0, dead: 0 });
      await queue.forget({ installationId: 4 });
      await settled({ pending: 1, due: 0, dead: 0 });
      await queue.forget({ installationId: 3 });
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("waits for running jobs when it stops, and starts nothing more", async () => {
      await queue.accept(delivery("d1"), [lookAt(1)]);
      await start(1);
      const run = await runs.next();
      await queue.accept(delivery("d2"), [lookAt(2)]);
      let isStopped = false;
      const stopping = queue.stop().then(() => {
        isStopped = true;
      });
      await queue.count();
      expect(isStopped).toBe(false);
      run.done();
      await stopping;
      expect(await figures()).toEqual({ pending: 1, due: 1, dead: 0 });
      expect(runs.started).toBe(1);
    });

    it("says whether the workers run", async () => {
      await expect(queue.check()).rejects.toThrow("The workers are not running.");
      await start();
      await queue.check();
      await queue.stop();
      await expect(queue.check()).rejects.toThrow("The workers are not running.");
    });

    it("keeps everything over a restart", async () => {
      await queue.accept(delivery("d1"), [lookAt(1, { intents: [press("d1")] })]);
      await queue.look([lookAt(2, { notBefore: clock.in(60) })]);
      await database.close();
      database = await harness.reopen(clock);
      queue = database.queue;
      expect(await queue.accept(delivery("d1"), [lookAt(3)])).toBe("known");
      await start();
      const first = await runs.next();
      expect(first.job.intents).toEqual([press("d1")]);
      first.done();
      advance({ seconds: 60 });
      const second = await runs.next();
      expect(numberOf(second)).toBe(2);
      second.done();
      await settled({ pending: 0, due: 0, dead: 0 });
    });

    it("carries out only the newest of two fan-outs", async () => {
      const installation = (reason: "added" | "stop") =>
        lookAt(0, { subject: { kind: "installation", installationId: 3, reason } });
      await queue.accept(delivery("d1"), [installation("added")]);
      await queue.accept(delivery("d2"), [installation("stop")]);
      await start();
      const run = await runs.next();
      expect(run.job.subject).toEqual({ kind: "installation", installationId: 3, reason: "stop" });
      run.end({ type: "gone" });
      await settled({ pending: 0, due: 0, dead: 0 });
    });
  });
}

import { expect, it } from "vitest";
import type { Subject } from "../../../src/reconcile/ports.ts";
import { delivery, lookAt, minimumVersion, noMemory, press, repository } from "../examples.ts";
import { numberOf } from "../recorded-runs.ts";
import type { Setting } from "./setting.ts";

/** Every queue: the effect of deliveries and looks on the rows. */
export function describeAccepting(given: Setting): void {
  it("hands a delivery's subject to the handler, with the delivery's minimum version", async () => {
    const known = minimumVersion("2026-11-23T08:59:59Z", "abc", [5]);
    expect(
      await given.queue.accept(delivery("d1"), [
        lookAt(1, { minimumVersion: known, intents: [press("d1")] }),
      ]),
    ).toBe("stored");
    await given.start();
    const run = await given.runs.next();
    expect(run.job).toEqual({
      subject: { kind: "pull_request", installationId: 3, repository, number: 1 },
      minimumVersion: known,
      intents: [press("d1")],
      attempt: 1,
      firstSeenAt: "2026-11-23T09:00:00Z",
      repositoryFirstSeenAt: "2026-11-23T09:00:00Z",
      memory: noMemory,
    });
    run.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("forgets delivery ids after eight days", async () => {
    await given.queue.accept(delivery("old", "2026-11-15T08:59:59Z"), []);
    await given.queue.accept(delivery("new", "2026-11-15T09:00:01Z"), []);
    await given.restart();
    await expect.poll(() => given.queue.accept(delivery("old"), [])).toBe("stored");
    expect(await given.queue.accept(delivery("new"), [])).toBe("known");
  });

  it("recognises a repeated delivery, and changes nothing for it", async () => {
    expect(await given.queue.accept(delivery("d1"), [lookAt(1)])).toBe("stored");
    expect(await given.queue.accept(delivery("d1"), [lookAt(2, { intents: [press("d1")] })])).toBe("known");
    expect(await given.queue.count()).toEqual({ pending: 1, due: 1, failed: 0 });
    const both = await Promise.all([
      given.queue.accept(delivery("d2"), [lookAt(2)]),
      given.queue.accept(delivery("d2"), [lookAt(2)]),
    ]);
    expect(both.sort()).toEqual(["known", "stored"]);
  });

  it("starts one run for many deliveries about one subject", async () => {
    await given.queue.accept(delivery("d1"), [
      lookAt(1, { minimumVersion: minimumVersion("2026-11-23T08:00:00Z", "new", [1]) }),
    ]);
    await given.queue.accept(delivery("d2"), [
      lookAt(1, { minimumVersion: minimumVersion("2026-11-23T07:00:00Z", "old", [2]) }),
    ]);
    await given.queue.accept(delivery("d3"), [lookAt(1, { intents: [press("d3")] })]);
    await given.start();
    const run = await given.runs.next();
    expect(run.job.minimumVersion).toEqual(minimumVersion("2026-11-23T08:00:00Z", "new", [1, 2]));
    expect(run.job.intents).toEqual([press("d3")]);
    run.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
    expect(given.runs.started).toBe(1);
  });

  it("looks at an unseen commit only when it hasn't been observed yet", async () => {
    const suite = (headSha: string) =>
      lookAt(1, { minimumVersion: minimumVersion(null, headSha), onlyIfUnseen: true });
    await given.queue.accept(delivery("d1"), [suite("a")]);
    await given.start();
    const run = await given.runs.next();
    run.end({ type: "done", wakeAt: null, memory: { ...noMemory, headSha: "a" } });
    await given.settled({ pending: 0, due: 0, failed: 0 });
    expect(await given.queue.accept(delivery("d2"), [suite("a")])).toBe("stored");
    expect(await given.queue.count()).toEqual({ pending: 0, due: 0, failed: 0 });
    await given.queue.accept(delivery("d3"), [suite("b")]);
    const next = await given.runs.next();
    expect(next.job.memory.headSha).toBe("a");
    next.done();
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("adds no second look at a commit that is pending or being looked at", async () => {
    const suite = lookAt(1, { minimumVersion: minimumVersion(null, "a"), onlyIfUnseen: true });
    await given.queue.accept(delivery("d1"), [
      lookAt(1, { minimumVersion: minimumVersion("2026-11-23T08:00:00Z", "a") }),
    ]);
    await given.queue.accept(delivery("d2"), [suite]);
    await given.start();
    const run = await given.runs.next();
    await given.queue.accept(delivery("d3"), [suite]);
    run.end({ type: "done", wakeAt: null, memory: { ...noMemory, headSha: "a" } });
    await given.settled({ pending: 0, due: 0, failed: 0 });
    expect(given.runs.started).toBe(1);
  });

  it("finds subjects by their last seen head", async () => {
    await given.queue.accept(delivery("d1"), [
      lookAt(1, { minimumVersion: minimumVersion("2026-11-23T08:00:00Z", "a") }),
    ]);
    await given.queue.accept(delivery("d2"), [lookAt(2)]);
    await given.start();
    for (let index = 0; index < 2; index += 1) {
      const run = await given.runs.next();
      const headSha = numberOf(run) === 1 ? "a" : "b";
      run.end({ type: "done", wakeAt: null, memory: { ...noMemory, headSha } });
    }
    await given.settled({ pending: 0, due: 0, failed: 0 });
    expect(await given.queue.findByHead(7, "b")).toEqual([lookAt(2).subject]);
    expect(await given.queue.findByHead(7, "a")).toEqual([lookAt(1).subject]);
    expect(await given.queue.findByHead(8, "a")).toEqual([]);
  });

  it("returns the state of pull requests at a head, and of others by number", async () => {
    const told = minimumVersion("2026-11-23T08:00:00Z", "a");
    await given.queue.accept(delivery("d1"), [
      lookAt(1, { minimumVersion: told }),
      lookAt(2, { minimumVersion: told }),
    ]);
    await given.queue.accept(delivery("d2"), [lookAt(3), lookAt(4)]);
    const group = {
      kind: "merge_group" as const,
      installationId: 3,
      repository,
      headSha: "a",
      baseRef: "main",
    };
    await given.queue.accept(delivery("d3"), [lookAt(0, { subject: group })]);
    const waiting = { toldAt: null, runAt: "2026-11-23T09:00:00Z", failures: 0, memory: noMemory };
    const onHead = { ...waiting, headSha: "a", toldAt: "2026-11-23T08:00:00Z" };
    const known = await given.queue.findOnHead(7, "a", [2, 3, 9]);
    expect(known.sort((a, b) => a.number - b.number)).toEqual([
      { ...onHead, number: 1 },
      { ...onHead, number: 2 },
      { ...waiting, number: 3, headSha: null },
    ]);
    expect(await given.queue.findOnHead(8, "a", [])).toEqual([]);
  });

  it("remembers the instant up to which it has caught up", async () => {
    expect(await given.queue.findCaughtUpAt()).toBeNull();
    await given.queue.markCaughtUp("2026-11-23T08:00:00Z");
    await given.queue.markCaughtUp("2026-11-23T09:30:00Z");
    await given.restart();
    expect(await given.queue.findCaughtUpAt()).toBe("2026-11-23T09:30:00Z");
  });

  it("carries out only the newest of two fan-outs", async () => {
    const installation = (reason: "added" | "stop") =>
      lookAt(0, { subject: { kind: "installation", installationId: 3, reason } });
    await given.queue.accept(delivery("d1"), [installation("added")]);
    await given.queue.accept(delivery("d2"), [installation("stop")]);
    await given.start();
    const run = await given.runs.next();
    expect(run.job.subject).toEqual({ kind: "installation", installationId: 3, reason: "stop" });
    run.end({ type: "gone" });
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });
  it("gives a repository's old and new installation a fan-out each", async () => {
    const repositoryOf = (installationId: number, reason: "added" | "stop") =>
      lookAt(0, { subject: { kind: "repository", installationId, repository, reason } });
    await given.queue.accept(delivery("d1"), [repositoryOf(4, "added")]);
    await given.queue.accept(delivery("d2"), [repositoryOf(3, "stop")]);
    await given.start();
    const runs = [await given.runs.next(), await given.runs.next()];
    expect(runs.map(({ job }) => job.subject.installationId).sort()).toEqual([3, 4]);
    for (const run of runs) run.end({ type: "gone" });
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("keeps a fan-out that was asked for while a repository is being forgotten", async () => {
    const about = (kind: "installation" | "repository", reason: "added" | "stop") =>
      lookAt(0, { subject: { kind, installationId: 3, repository, reason } as Subject });
    await given.start();
    for (const [kind, scope] of [
      ["installation", { installationId: 3 }],
      ["repository", { installationId: 3, repositoryId: 7 }],
    ] as const) {
      await given.queue.accept(delivery(`${kind} stops`), [about(kind, "stop")]);
      const run = await given.runs.next();
      await given.queue.accept(delivery(`${kind} is back`), [about(kind, "added")]);
      await given.queue.forget(scope);
      run.end({ type: "gone" });
      const next = await given.runs.next();
      expect(next.job.subject).toMatchObject({ kind, reason: "added" });
      next.end({ type: "gone" });
    }
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });

  it("forgets a repository or an installation, including running work", async () => {
    const elsewhere = { id: 8, owner: "acme", name: "till" };
    const other = lookAt(1, {
      subject: { kind: "pull_request", installationId: 3, repository: elsewhere, number: 1 },
    });
    await given.queue.accept(delivery("d1"), [lookAt(1)]);
    await given.start();
    const run = await given.runs.next();
    await given.queue.look([
      lookAt(2, { notBefore: given.clock.in(60) }),
      { ...other, notBefore: given.clock.in(60) },
    ]);
    await given.queue.forget({ installationId: 3, repositoryId: 7 });
    run.done(given.clock.in(60));
    await given.settled({ pending: 1, due: 0, failed: 0 });
    await given.queue.forget({ installationId: 4 });
    await given.settled({ pending: 1, due: 0, failed: 0 });
    await given.queue.forget({ installationId: 3 });
    await given.settled({ pending: 0, due: 0, failed: 0 });
  });
}

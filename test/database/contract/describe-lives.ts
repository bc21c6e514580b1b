import { expect, it } from "vitest";
import type { KeptLife } from "../../../src/core/report/history/keep-life.ts";
import { delivery, lookAt, noMemory, repository } from "../examples.ts";
import type { Setting } from "./setting.ts";

const keep = (number: number): KeptLife => ({
  ...{ id: `PR_${number}`, updatedAt: "2026-11-23T08:00:00Z", isOpen: false, state: "", setting: "abc" },
  life: {
    ...{ number, isBots: false, running: [], closings: [], answeredAt: null, botAnsweredAt: null },
    ...{ requestedAt: null, reviewedAt: null, waits: [], returns: [], labels: [], changedLines: 1 },
    ...{ completeWhenReady: null, completeWhenReviewed: true, threads: [], decisions: [], written: [] },
    reminders: [],
  },
});

/** Every queue: the lives of closed pull requests, which the report counts. */
export function describeLives(given: Setting): void {
  let deliveries = 0;
  /** A look at this pull request that ends with this life. */
  const look = async (number: number, life: KeptLife | null) => {
    deliveries += 1;
    await given.queue.accept(delivery(`lives ${deliveries}`), [lookAt(number)]);
    (await given.runs.next()).end({ type: "done", wakeAt: null, memory: noMemory, life });
    await given.settled({ pending: 0, due: 0, failed: 0 });
  };

  it("keeps a closed pull request's life over a restart, until it is reopened", async () => {
    await given.start();
    await look(1, keep(1));
    await look(2, keep(2));
    await look(3, null);
    await given.restart();
    expect(await given.findLives(repository.id, [3, 2, 1, 4])).toEqual([keep(1), keep(2)]);
    expect(await given.findLives(repository.id + 1, [1])).toEqual([]);
    await given.start();
    await look(1, null);
    await look(2, { ...keep(2), updatedAt: "2026-11-24T08:00:00Z" });
    expect(await given.findLives(repository.id, [1, 2])).toEqual([
      { ...keep(2), updatedAt: "2026-11-24T08:00:00Z" },
    ]);
  });

  it("keeps a life until the next look succeeds", async () => {
    await given.start();
    await look(1, keep(1));
    await given.queue.accept(delivery("comment"), [lookAt(1)]);
    const run = await given.runs.next();
    await run.context.remember({ ...noMemory, staleReads: 1 });
    run.fail(new Error("broken"));
    await given.settled({ pending: 1, due: 0, failed: 0 });
    expect(await given.findLives(repository.id, [1])).toEqual([keep(1)]);
  });

  it("lists the repositories that have rows, and forgets lives with their repository", async () => {
    await given.start();
    await look(1, keep(1));
    await look(2, keep(2));
    const scope = { installationId: 3, repositoryId: repository.id };
    expect(await given.queue.listRepositories()).toEqual([scope]);
    await given.queue.forget({ installationId: 3, repositoryId: 8 });
    expect(await given.findLives(repository.id, [1, 2])).toHaveLength(2);
    await given.queue.forget(scope);
    expect(await given.findLives(repository.id, [1, 2])).toEqual([]);
    expect(await given.queue.listRepositories()).toEqual([]);
  });
}

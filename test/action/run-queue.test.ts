import { expect, it } from "vitest";
import { createRunQueue } from "../../src/action/run-queue.ts";
import type { Job, Look, MinimumVersion, Outcome } from "../../src/reconcile/ports.ts";

const now = "2026-03-02T09:00:00Z";
const subject = {
  kind: "pull_request",
  installationId: 0,
  repository: { id: 1, owner: "acme", name: "shop" },
  number: 7,
} as const;
const lookAt = (minimumVersion: MinimumVersion | null): Look => ({
  subject,
  minimumVersion,
  intents: [],
  notBefore: null,
});
const said = { updatedAt: "2026-03-02T08:00:05Z", headSha: "x", commentIds: [5] };

const createQueue = () =>
  createRunQueue(
    { firstSeenAt: now, repositoryFirstSeenAt: null },
    { clock: { now: () => now }, sleep: async () => {} },
  );
const end = ({ memory }: Job): Outcome => ({ type: "done", wakeAt: null, memory });

it("keeps an event's minimum version when a second look has a lower one", async () => {
  const queue = createQueue();
  await queue.look([lookAt(said)]);
  await queue.look([lookAt({ updatedAt: "2026-03-02T08:00:01Z", headSha: null, commentIds: [] })]);
  const given: (MinimumVersion | null)[] = [];
  await queue.work(
    async (job) => {
      given.push(job.minimumVersion);
      return end(job);
    },
    () => true,
  );
  expect(given).toEqual([said]);
});

it("gives a minimum version that arrives during a look to the next look", async () => {
  const queue = createQueue();
  await queue.look([lookAt(null)]);
  const given: (MinimumVersion | null)[] = [];
  await queue.work(
    async (job) => {
      given.push(job.minimumVersion);
      if (given.length === 1) await queue.look([lookAt(said)]);
      return end(job);
    },
    () => true,
  );
  expect(given).toEqual([null, said]);
});

it("gives up a look that fails three times, even if it asks for another look each time", async () => {
  const queue = createQueue();
  await queue.look([lookAt(null)]);
  const attempts: number[] = [];
  const unfinished = await queue.work(
    async (job) => {
      attempts.push(job.attempt);
      await queue.look([lookAt(null)]);
      throw new Error("broken");
    },
    () => true,
  );
  expect(attempts).toEqual([1, 2, 3]);
  expect(unfinished).toEqual([{ subject, error: new Error("broken") }]);
});

it("stops after eight looks at a subject that asks for another look each time", async () => {
  const queue = createQueue();
  await queue.look([lookAt(null)]);
  let looks = 0;
  await queue.work(
    async (job) => {
      looks += 1;
      await queue.look([lookAt(null)]);
      return end(job);
    },
    () => true,
  );
  expect(looks).toBe(8);
});

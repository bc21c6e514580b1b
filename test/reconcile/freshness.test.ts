import { expect, it } from "vitest";
import { isStale, lookAgainSoon, withoutPauses } from "../../src/reconcile/freshness.ts";
import { emptyMemory, type Memory } from "../../src/reconcile/ports.ts";
import { buildComment, buildPullRequest } from "../build-observation.ts";
import { reply, review, thread } from "../core/conversation/build.ts";

const minimumVersion = { updatedAt: null, headSha: null, commentIds: [] };
const pullRequest = buildPullRequest({ updatedAt: "2026-03-02T09:00:05Z", headSha: "b".repeat(40) });
const seen = { pullRequest, configBranches: ["c1", "c2"] };

it.each([
  ["nothing is known", null, false],
  [
    "the delivery is older",
    { ...minimumVersion, updatedAt: "2026-03-02T09:00:04Z", headSha: "a".repeat(40) },
    false,
  ],
  [
    "the delivery has the same instant and the same head",
    { ...minimumVersion, updatedAt: "2026-03-02T09:00:05Z", headSha: "b".repeat(40) },
    false,
  ],
  [
    "the delivery has the same instant and another head",
    { ...minimumVersion, updatedAt: "2026-03-02T09:00:05Z", headSha: "a".repeat(40) },
    true,
  ],
  ["the delivery is newer", { ...minimumVersion, updatedAt: "2026-03-02T09:00:06Z" }, true],
  ["the delivery's comment is missing", { ...minimumVersion, commentIds: [12] }, true],
  [
    "a push moved the config's branch, and the observation shows the old head",
    { ...minimumVersion, oldHeads: ["b9", "c2"] },
    true,
  ],
  [
    "a push moved the config's branch, and the observation shows it",
    { ...minimumVersion, oldHeads: ["b9"] },
    false,
  ],
])("judges an observation when %s", (_case, known, stale) => {
  expect(isStale(seen, known)).toBe(stale);
});

it("calls an observation stale when something newer was seen before, whatever a late delivery says", () => {
  const late = { ...minimumVersion, updatedAt: "2026-03-02T09:00:01Z" };
  expect(isStale(seen, late, "2026-03-02T09:00:05Z")).toBe(false);
  expect(isStale(seen, late, "2026-03-02T09:00:06Z")).toBe(true);
});

it("calls an observation stale while a thread differs from the delivery, although updated_at is the same", () => {
  const told = (id: string, isResolved: boolean) =>
    isStale(
      {
        pullRequest: buildPullRequest({
          threads: [thread([reply("bob", "nit: rename", 1)], { id: "PRRT_1" })],
        }),
        configBranches: [],
      },
      { ...minimumVersion, threads: { [id]: { isResolved, at: "2026-03-02T09:00:05Z" } } },
    );
  expect(told("PRRT_1", true)).toBe(true);
  expect(told("PRRT_1", false)).toBe(false);
  // The thread's last comment was deleted, or the thread is not in the part that is read.
  expect(told("PRRT_2", true)).toBe(false);
});

it("calls an observation stale until it has the delivery's review, even within the same second", () => {
  const told = (id: string) =>
    isStale(
      {
        pullRequest: buildPullRequest({ reviews: [{ ...review("bob", "approved", 1), id }] }),
        configBranches: [],
      },
      { ...minimumVersion, reviewIds: ["PRR_1"] },
    );
  expect([told("PRR_1"), told("PRR_0")]).toEqual([false, true]);
});

it("calls an observation fresh when it has the delivery's comment", () => {
  const pullRequest = buildPullRequest({ comments: [buildComment({ databaseId: 12 })] });
  expect(isStale({ pullRequest, configBranches: [] }, { ...minimumVersion, commentIds: [12] })).toBe(false);
});

it("looks again after 1, 3 and 10 s, and then accepts a stale observation", () => {
  const pauses: (string | null)[] = [];
  let memory: Memory = emptyMemory;
  let now = "2026-03-02T09:00:00Z";
  for (;;) {
    const outcome = lookAgainSoon(memory, minimumVersion, now);
    pauses.push(outcome?.type === "again" ? outcome.at : null);
    if (outcome?.type !== "again") break;
    ({ at: now, memory } = outcome);
  }
  expect(pauses).toEqual(["2026-03-02T09:00:01Z", "2026-03-02T09:00:04Z", "2026-03-02T09:00:14Z", null]);
  expect(withoutPauses(memory)).toEqual(emptyMemory);
});

const waiting = {
  ...emptyMemory,
  staleReads: 3,
  stalePause: { until: "2026-03-02T09:00:14Z", expected: JSON.stringify(minimumVersion) },
};

it("doesn't count a look before the pause is over", () => {
  expect(lookAgainSoon(waiting, minimumVersion, "2026-03-02T09:00:05Z")).toEqual({
    type: "again",
    at: "2026-03-02T09:00:14Z",
    memory: waiting,
  });
});

it("starts the pauses anew for a later delivery", () => {
  const newer = { ...minimumVersion, updatedAt: "2026-03-02T09:00:05Z" };
  expect(lookAgainSoon(waiting, newer, "2026-03-02T09:00:05Z")).toMatchObject({
    at: "2026-03-02T09:00:06Z",
    memory: { staleReads: 1 },
  });
});

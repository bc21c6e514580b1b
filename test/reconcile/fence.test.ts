import { expect, it } from "vitest";
import { isStale } from "../../src/reconcile/fence.ts";
import { buildComment, buildPullRequest } from "../build-observation.ts";

const fence = { updatedAt: null, headSha: null, commentIds: [] };
const seen = buildPullRequest({ updatedAt: "2026-03-02T09:00:05Z", headSha: "b".repeat(40) });

it.each([
  ["nothing is known", null, false],
  ["the delivery is older", { ...fence, updatedAt: "2026-03-02T09:00:04Z", headSha: "a".repeat(40) }, false],
  [
    "the delivery is as old and names the same head",
    { ...fence, updatedAt: "2026-03-02T09:00:05Z", headSha: "b".repeat(40) },
    false,
  ],
  [
    "the delivery is as old and names another head",
    { ...fence, updatedAt: "2026-03-02T09:00:05Z", headSha: "a".repeat(40) },
    true,
  ],
  ["the delivery is newer", { ...fence, updatedAt: "2026-03-02T09:00:06Z" }, true],
  ["the delivery told of a comment that is not there", { ...fence, commentIds: [12] }, true],
])("when %s", (_case, known, stale) => {
  expect(isStale(seen, known)).toBe(stale);
});

it("is not stale when the comment is there", () => {
  const pullRequest = buildPullRequest({ comments: [buildComment({ databaseId: 12 })] });
  expect(isStale(pullRequest, { ...fence, commentIds: [12] })).toBe(false);
});

import { shapeSimpleCommit } from "../shapes/shape-commit.ts";
import type { Account } from "../state/model.ts";
import type { MergeQueueEntry, PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { emitPullRequest, record, touch } from "./emit-pull-request.ts";
import { makeCommit } from "./make-commit.ts";
import { pushCommits } from "./push-commits.ts";

/**
 * Adds a pull request to the merge queue: `pull_request.enqueued`, its own commit on
 * `gh-readonly-queue/<base>/pr-<n>-<sha>`, and `merge_group.checks_requested` (sources.md §3).
 */
export function enqueue(world: World, pullRequest: PullRequest, by: Account): MergeQueueEntry {
  if (pullRequest.queueEntry !== null) throw new Error("The pull request is in the merge queue already.");
  const { repository, baseRef } = pullRequest;
  const baseSha = repository.branches.get(baseRef)!;
  const commit = makeMergeCommit(world, pullRequest);
  const branch = `gh-readonly-queue/${baseRef}/pr-${pullRequest.number}-${baseSha}`;
  const entry = { headSha: commit.sha, headRef: `refs/heads/${branch}`, baseSha };
  pullRequest.queueEntry = entry;
  touch(world, pullRequest);
  record(world, pullRequest, { kind: "AddedToMergeQueueEvent", actor: by });
  emitPullRequest(world, pullRequest, "enqueued", by);
  pushCommits(world, { repository, branch, commits: [commit], after: commit.sha, by });
  emitMergeGroup(world, pullRequest, entry, "checks_requested", by);
  return entry;
}

export type DequeueReason =
  | "MANUAL"
  | "MERGE"
  | "MERGE_CONFLICT"
  | "CI_FAILURE"
  | "CI_TIMEOUT"
  | "UNKNOWN_REMOVAL_REASON";

/** Removes it again: `pull_request.dequeued` with the reason, and `merge_group.destroyed`. */
export function dequeue(world: World, pullRequest: PullRequest, reason: DequeueReason, by: Account): void {
  const entry = pullRequest.queueEntry;
  if (entry === null) throw new Error("The pull request is not in the merge queue.");
  pullRequest.queueEntry = null;
  pullRequest.repository.branches.delete(entry.headRef.replace("refs/heads/", ""));
  touch(world, pullRequest);
  record(world, pullRequest, { kind: "RemovedFromMergeQueueEvent", actor: by, reason });
  emitPullRequest(world, pullRequest, "dequeued", by, { reason });
  const told = reason === "MERGE" ? "merged" : "dequeued";
  emitMergeGroup(world, pullRequest, entry, "destroyed", by, { reason: told });
}

/**
 * Merges with a merge commit: leaves the queue first, then sends `push` on the base and `pull_request.closed`
 * with `merged`.
 */
export function mergePullRequest(world: World, pullRequest: PullRequest, by: Account): void {
  if (pullRequest.state === "closed") throw new Error("A closed pull request cannot be merged.");
  const { repository, baseRef } = pullRequest;
  if (pullRequest.queueEntry !== null) dequeue(world, pullRequest, "MERGE", by);
  const commit = makeMergeCommit(world, pullRequest);
  const now = world.clock.now();
  Object.assign(pullRequest, {
    state: "closed",
    closedAt: now,
    mergedAt: now,
    mergedBy: by,
    mergeCommitSha: commit.sha,
    updatedAt: now,
  });
  record(world, pullRequest, { kind: "MergedEvent", actor: by });
  record(world, pullRequest, { kind: "ClosedEvent", actor: by });
  pushCommits(world, { repository, branch: baseRef, commits: [commit], after: commit.sha, by });
  emitPullRequest(world, pullRequest, "closed", by);
}

function makeMergeCommit(world: World, pullRequest: PullRequest) {
  const { repository, baseRef, headSha } = pullRequest;
  const head = world.state.commits.get(headSha)!.tree;
  const files = new Map(pullRequest.files.map(({ path }) => [path, head.get(path) ?? null]));
  const message = `Merge pull request #${pullRequest.number} from ${pullRequest.headRef}`;
  const parents = [repository.branches.get(baseRef)!, headSha];
  return makeCommit(world, { parents, files, author: pullRequest.author, message });
}

function emitMergeGroup(
  world: World,
  { repository, baseRef }: PullRequest,
  entry: MergeQueueEntry,
  action: "checks_requested" | "destroyed",
  sender: Account,
  more: Record<string, unknown> = {},
): void {
  const payload = {
    merge_group: {
      head_sha: entry.headSha,
      head_ref: entry.headRef,
      base_sha: entry.baseSha,
      base_ref: `refs/heads/${baseRef}`,
      head_commit: shapeSimpleCommit(world.state.commits.get(entry.headSha)!),
    },
    ...more,
  };
  world.emit({ event: "merge_group", action, repository, installation: null, sender, payload });
}

import type { Account } from "../state/model.ts";
import type { PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { emitPullRequest, record, touch } from "./emit-pull-request.ts";
import { dequeue } from "./merge-queue.ts";

export interface Edit {
  title?: string;
  body?: string | null;
  baseRef?: string;
}

/**
 * Changes title, body or base. `edited` names only what changed; an edit that changes nothing sends nothing
 * (sources.md §2).
 */
export function editPullRequest(world: World, pullRequest: PullRequest, edit: Edit, by: Account): void {
  const changes: Record<string, unknown> = {};
  if (edit.title !== undefined && edit.title !== pullRequest.title) {
    changes.title = { from: pullRequest.title };
    pullRequest.title = edit.title;
    record(world, pullRequest, { kind: "RenamedTitleEvent", actor: by });
  }
  if (edit.body !== undefined && edit.body !== pullRequest.body) {
    changes.body = { from: pullRequest.body ?? "" };
    const { bodyEdits, createdAt, body } = pullRequest;
    if (bodyEdits.length === 0) bodyEdits.push({ editedAt: createdAt, body: body ?? "" });
    pullRequest.body = edit.body;
    bodyEdits.push({ editedAt: world.clock.now(), body: edit.body ?? "" });
    pullRequest.lastEditedAt = world.clock.now();
  }
  if (edit.baseRef !== undefined && edit.baseRef !== pullRequest.baseRef) {
    changes.base = { ref: { from: pullRequest.baseRef }, sha: { from: pullRequest.baseSha } };
    pullRequest.baseRef = edit.baseRef;
    pullRequest.baseSha = pullRequest.repository.branches.get(edit.baseRef) ?? pullRequest.baseSha;
    record(world, pullRequest, { kind: "BaseRefChangedEvent", actor: by });
  }
  if (Object.keys(changes).length === 0) return;
  touch(world, pullRequest);
  emitPullRequest(world, pullRequest, "edited", by, { changes });
}

/** Draft to ready, or back. A queued pull request stays queued, and is merged as a draft (sources.md §3). */
export function setDraft(world: World, pullRequest: PullRequest, isDraft: boolean, by: Account): void {
  if (pullRequest.isDraft === isDraft) return;
  pullRequest.isDraft = isDraft;
  touch(world, pullRequest);
  record(world, pullRequest, { kind: isDraft ? "ConvertToDraftEvent" : "ReadyForReviewEvent", actor: by });
  emitPullRequest(world, pullRequest, isDraft ? "converted_to_draft" : "ready_for_review", by);
}

/**
 * Closes without merging, which removes it from the merge queue. GitHub's reason for the removal is not
 * documented (sources.md §3).
 */
export function closePullRequest(world: World, pullRequest: PullRequest, by: Account): void {
  if (pullRequest.state === "closed") return;
  if (pullRequest.queueEntry !== null) dequeue(world, pullRequest, "UNKNOWN_REMOVAL_REASON", by);
  pullRequest.state = "closed";
  pullRequest.closedAt = world.clock.now();
  touch(world, pullRequest);
  record(world, pullRequest, { kind: "ClosedEvent", actor: by });
  emitPullRequest(world, pullRequest, "closed", by);
}

/** Reopens a closed pull request. A merged one stays merged. */
export function reopenPullRequest(world: World, pullRequest: PullRequest, by: Account): void {
  if (pullRequest.mergedAt !== null) throw new Error("A merged pull request stays merged.");
  if (pullRequest.state === "open") return;
  pullRequest.state = "open";
  pullRequest.closedAt = null;
  touch(world, pullRequest);
  record(world, pullRequest, { kind: "ReopenedEvent", actor: by });
  emitPullRequest(world, pullRequest, "reopened", by);
}

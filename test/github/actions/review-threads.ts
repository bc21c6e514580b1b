import { shapeSimplePullRequest } from "../shapes/shape-pull-request.ts";
import { shapeReviewComment, shapeThread } from "../shapes/shape-review.ts";
import type { Account } from "../state/model.ts";
import type { Review, ReviewComment, ReviewThread } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { touch } from "./emit-pull-request.ts";
import { editRemark, newRemark } from "./remarks.ts";

/** A thread with its first comment, which belongs to the review. */
export function newThread(
  world: World,
  review: Review,
  given: { path: string; line: number; body: string },
): ReviewThread {
  const { pullRequest } = review;
  const thread: ReviewThread = {
    id: world.nextId(),
    pullRequest,
    path: given.path,
    line: given.line,
    originalLine: given.line,
    commitSha: pullRequest.headSha,
    isOutdated: false,
    resolvedBy: null,
    updatedAt: world.clock.now(),
    comments: [],
  };
  thread.comments.push({
    kind: "PullRequestReviewComment",
    ...newRemark(world, pullRequest, review.author, given.body),
    review,
    thread,
    inReplyTo: null,
  });
  pullRequest.threads.push(thread);
  return thread;
}

/**
 * Resolves a thread, or reopens it (`resolvedBy` is then null). Only the event's `updated_at` gives the
 * instant (sources.md §2). The pull request's own `updated_at` stays, which is the harder case for a reader.
 */
export function setResolved(world: World, thread: ReviewThread, isResolved: boolean, by: Account): void {
  if ((thread.resolvedBy !== null) === isResolved) return;
  thread.resolvedBy = isResolved ? by : null;
  thread.updatedAt = world.clock.now();
  world.emit({
    event: "pull_request_review_thread",
    action: isResolved ? "resolved" : "unresolved",
    repository: thread.pullRequest.repository,
    installation: null,
    sender: by,
    payload: {
      pull_request: shapeSimplePullRequest(world, thread.pullRequest),
      thread: shapeThread(world, thread),
      updated_at: thread.updatedAt,
    },
  });
}

/** Changes a review comment's text. */
export function editReviewComment(world: World, comment: ReviewComment, body: string, by: Account): void {
  const from = comment.body;
  if (!editRemark(world, comment, body, by)) return;
  touch(world, comment.pullRequest);
  emitReviewComment(world, comment, "edited", by, { changes: { body: { from } } });
}

/** Deletes a review comment. A thread without comments is deleted too. */
export function deleteReviewComment(world: World, comment: ReviewComment, by: Account): void {
  const { thread, pullRequest } = comment;
  thread.comments = thread.comments.filter((one) => one !== comment);
  pullRequest.threads = pullRequest.threads.filter((one) => one.comments.length > 0);
  touch(world, pullRequest);
  emitReviewComment(world, comment, "deleted", by);
}

/** `pull_request_review_comment`. */
export function emitReviewComment(
  world: World,
  comment: ReviewComment,
  action: "created" | "edited" | "deleted",
  sender: Account,
  more: Record<string, unknown> = {},
): void {
  const { pullRequest } = comment;
  world.emit({
    event: "pull_request_review_comment",
    action,
    repository: pullRequest.repository,
    installation: null,
    sender,
    payload: {
      comment: shapeReviewComment(world, comment),
      pull_request: shapeSimplePullRequest(world, pullRequest),
      ...more,
    },
  });
}

import { shapeSimplePullRequest } from "../shapes/shape-pull-request.ts";
import { shapeReview } from "../shapes/shape-review.ts";
import type { Account } from "../state/model.ts";
import type { PullRequest, Review, ReviewComment, ReviewState, ReviewThread } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { record, touch } from "./emit-pull-request.ts";
import { editRemark, newRemark } from "./remarks.ts";
import { clearReviewRequests } from "./review-requests.ts";
import { emitReviewComment, newThread } from "./review-threads.ts";

export interface NewReview {
  by: Account;
  state: Extract<ReviewState, "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED">;
  body: string;
  /** Each comment opens a thread. */
  comments: { path: string; line: number; body: string }[];
}

/** Submits a review: one `submitted` and a `created` for each of its comments (sources.md §2). */
export function submitReview(world: World, pullRequest: PullRequest, given: NewReview): Review {
  const review = addReview(world, pullRequest, given.by, given.state, given.body);
  const threads = given.comments.map((comment) => newThread(world, review, comment));
  touch(world, pullRequest);
  emitReview(world, review, "submitted", given.by);
  for (const thread of threads) emitReviewComment(world, thread.comments[0]!, "created", given.by);
  return review;
}

/**
 * A reply in a thread. It creates its own review, `commented` and empty, which is also submitted (sources.md
 * §2).
 */
export function replyInThread(world: World, thread: ReviewThread, body: string, by: Account): ReviewComment {
  const { pullRequest } = thread;
  const review = addReview(world, pullRequest, by, "COMMENTED", "");
  const comment: ReviewComment = {
    kind: "PullRequestReviewComment",
    ...newRemark(world, pullRequest, by, body),
    review,
    thread,
    inReplyTo: thread.comments[0]!,
  };
  thread.comments.push(comment);
  touch(world, pullRequest);
  emitReview(world, review, "submitted", by);
  emitReviewComment(world, comment, "created", by);
  return comment;
}

/** Dismisses an approval or a request for changes. */
export function dismissReview(world: World, review: Review, by: Account): void {
  const previousReviewState = review.state;
  review.state = "DISMISSED";
  touch(world, review.pullRequest);
  record(world, review.pullRequest, { kind: "ReviewDismissedEvent", actor: by, review, previousReviewState });
  emitReview(world, review, "dismissed", by);
}

/** Changes a review's text: `edited` with the previous text. */
export function editReview(world: World, review: Review, body: string, by: Account): void {
  const from = review.body;
  if (!editRemark(world, review, body, by)) return;
  touch(world, review.pullRequest);
  emitReview(world, review, "edited", by, { changes: { body: { from } } });
}

function addReview(
  world: World,
  pullRequest: PullRequest,
  by: Account,
  state: ReviewState,
  body: string,
): Review {
  const review: Review = {
    kind: "PullRequestReview",
    ...newRemark(world, pullRequest, by, body),
    state,
    commitSha: pullRequest.headSha,
    submittedAt: world.clock.now(),
    onBehalfOf: clearReviewRequests(pullRequest, by),
  };
  pullRequest.reviews.push(review);
  return review;
}

function emitReview(
  world: World,
  review: Review,
  action: "submitted" | "edited" | "dismissed",
  sender: Account,
  more: Record<string, unknown> = {},
): void {
  const { pullRequest } = review;
  const payload = {
    review: shapeReview(world, review),
    pull_request: shapeSimplePullRequest(world, pullRequest),
    ...more,
  };
  world.emit({
    event: "pull_request_review",
    action,
    repository: pullRequest.repository,
    installation: null,
    sender,
    payload,
  });
}

import { nodeId } from "../state/node-id.ts";
import type { Review, ReviewComment, ReviewThread } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { shapeAccount } from "./shape-account.ts";
import { pageOf, shapeAssociation } from "./shape-pull-request.ts";
import { shapeReactions } from "./shape-reactions.ts";
import { fullName } from "./shape-repository.ts";

export const reviewPage = (world: World, review: Review) =>
  `${pageOf(world, review.pullRequest)}#pullrequestreview-${review.id}`;

export const reviewCommentPage = (world: World, comment: ReviewComment) =>
  `${pageOf(world, comment.pullRequest)}#discussion_r${comment.id}`;

const pullRequestUrl = (world: World, { pullRequest }: Review | ReviewComment) =>
  `${world.api}/repos/${fullName(pullRequest.repository)}/pulls/${pullRequest.number}`;

/**
 * A review as webhooks show it: the state in lower case (REST and GraphQL: upper case), an empty body as
 * null.
 */
export function shapeReview(world: World, review: Review) {
  return {
    id: review.id,
    node_id: nodeId("PullRequestReview", review.id),
    user: shapeAccount(world, review.author),
    body: review.body === "" ? null : review.body,
    commit_id: review.commitSha,
    submitted_at: review.submittedAt,
    state: review.state.toLowerCase(),
    html_url: reviewPage(world, review),
    pull_request_url: pullRequestUrl(world, review),
    author_association: shapeAssociation(review.author, review.pullRequest.repository),
    updated_at: review.updatedAt,
    _links: {
      html: { href: reviewPage(world, review) },
      pull_request: { href: pullRequestUrl(world, review) },
    },
  };
}

/** OpenAPI `pull-request-review-comment`. No thread id and no "resolved" in it (sources.md §2). */
export function shapeReviewComment(world: World, comment: ReviewComment) {
  const { thread, pullRequest } = comment;
  const url = `${world.api}/repos/${fullName(pullRequest.repository)}/pulls/comments/${comment.id}`;
  const html = reviewCommentPage(world, comment);
  return {
    url,
    pull_request_review_id: comment.review.id,
    id: comment.id,
    node_id: nodeId("PullRequestReviewComment", comment.id),
    diff_hunk: `@@ -${thread.originalLine},1 +${thread.originalLine},1 @@`,
    path: thread.path,
    position: thread.line,
    original_position: thread.originalLine,
    commit_id: pullRequest.headSha,
    original_commit_id: thread.commitSha,
    user: shapeAccount(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pullRequestUrl(world, comment),
    author_association: shapeAssociation(comment.author, pullRequest.repository),
    _links: {
      self: { href: url },
      html: { href: html },
      pull_request: { href: pullRequestUrl(world, comment) },
    },
    reactions: shapeReactions(url, comment.reactions),
    start_line: null,
    original_start_line: null,
    start_side: null,
    line: thread.line,
    original_line: thread.originalLine,
    side: "RIGHT",
    subject_type: "line",
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo.id }),
  };
}

/** The thread of a `pull_request_review_thread` payload. */
export function shapeThread(world: World, thread: ReviewThread) {
  return {
    node_id: nodeId("PullRequestReviewThread", thread.id),
    comments: thread.comments.map((comment) => shapeReviewComment(world, comment)),
  };
}

import { nodeId } from "../state/node-id.ts";
import type { IssueComment, PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { shapeAccount } from "./shape-account.ts";
import { shapeApp } from "./shape-app.ts";
import { shapeLabel } from "./shape-label.ts";
import { pageOf, shapeAssociation } from "./shape-pull-request.ts";
import { shapeReactions } from "./shape-reactions.ts";
import { fullName } from "./shape-repository.ts";

/**
 * A pull request as the issue that `issue_comment` carries: `pull_request` says that it is one, and there is
 * no head and no base (sources.md §2).
 */
export function shapeIssue(world: World, pullRequest: PullRequest) {
  const repository = `${world.api}/repos/${fullName(pullRequest.repository)}`;
  const url = `${repository}/issues/${pullRequest.number}`;
  const html = pageOf(world, pullRequest);
  return {
    url,
    repository_url: repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: pullRequest.id,
    node_id: nodeId("PullRequest", pullRequest.id),
    number: pullRequest.number,
    title: pullRequest.title,
    user: shapeAccount(world, pullRequest.author),
    labels: pullRequest.labels.map((label) => shapeLabel(world, pullRequest.repository, label)),
    state: pullRequest.state,
    locked: pullRequest.isLocked,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: pullRequest.comments.length,
    created_at: pullRequest.createdAt,
    updated_at: pullRequest.updatedAt,
    closed_at: pullRequest.closedAt,
    author_association: shapeAssociation(pullRequest.author, pullRequest.repository),
    active_lock_reason: null,
    draft: pullRequest.isDraft,
    pull_request: {
      url: `${repository}/pulls/${pullRequest.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: pullRequest.mergedAt,
    },
    body: pullRequest.body,
    reactions: shapeReactions(url, []),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: null,
  };
}

/** The page of a comment, as GraphQL's `url` and REST's `html_url`. */
export const issueCommentPage = (world: World, comment: IssueComment) =>
  `${pageOf(world, comment.pullRequest)}#issuecomment-${comment.id}`;

/** OpenAPI `issue-comment`. `performed_via_github_app` is set on what an app wrote (sources.md §4). */
export function shapeIssueComment(world: World, comment: IssueComment) {
  const repository = `${world.api}/repos/${fullName(comment.pullRequest.repository)}`;
  const url = `${repository}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: issueCommentPage(world, comment),
    issue_url: `${repository}/issues/${comment.pullRequest.number}`,
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    user: shapeAccount(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: shapeAssociation(comment.author, comment.pullRequest.repository),
    reactions: shapeReactions(url, comment.reactions),
    performed_via_github_app: comment.viaApp ? shapeApp(world) : null,
  };
}

import type { Account, Repository, Team } from "../state/model.ts";
import { nodeId } from "../state/node-id.ts";
import type { PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { shapeAccount, shapeTeam } from "./shape-account.ts";
import { shapeLabel } from "./shape-label.ts";
import { fullName, shapeRepository } from "./shape-repository.ts";

export const isTeam = (reviewer: Account | Team): reviewer is Team => "slug" in reviewer;

/**
 * The author's association with the repository as webhooks give it: they have no viewer, so members of an
 * organization are not shown as such (sources.md §9).
 */
export function shapeAssociation(author: Account, repository: Repository) {
  if (author === repository.owner) return "OWNER";
  return repository.collaborators.has(author) ? "COLLABORATOR" : "NONE";
}

const side = (world: World, repository: Repository, ref: string, sha: string) => ({
  label: `${repository.owner.login}:${ref}`,
  ref,
  sha,
  user: shapeAccount(world, repository.owner),
  repo: shapeRepository(world, repository),
});

/**
 * The pull request inside review, review comment and thread payloads: no counts, `merged` or `mergeable`
 * (sources.md §2).
 */
export function shapeSimplePullRequest(world: World, pullRequest: PullRequest) {
  const repository = pullRequest.repository;
  const reviewers = pullRequest.reviewRequests.map((request) => request.reviewer);
  return {
    id: pullRequest.id,
    node_id: nodeId("PullRequest", pullRequest.id),
    number: pullRequest.number,
    ...addresses(world, pullRequest),
    state: pullRequest.state,
    locked: pullRequest.isLocked,
    title: pullRequest.title,
    user: shapeAccount(world, pullRequest.author),
    body: pullRequest.body,
    created_at: pullRequest.createdAt,
    updated_at: pullRequest.updatedAt,
    closed_at: pullRequest.closedAt,
    merged_at: pullRequest.mergedAt,
    merge_commit_sha: pullRequest.mergeCommitSha,
    assignee: pullRequest.assignees[0] ? shapeAccount(world, pullRequest.assignees[0]) : null,
    assignees: pullRequest.assignees.map((one) => shapeAccount(world, one)),
    requested_reviewers: reviewers.flatMap((one) => (isTeam(one) ? [] : [shapeAccount(world, one)])),
    requested_teams: reviewers.flatMap((one) => (isTeam(one) ? [shapeTeam(world, one)] : [])),
    labels: pullRequest.labels.map((label) => shapeLabel(world, repository, label)),
    milestone: null,
    draft: pullRequest.isDraft,
    head: side(world, pullRequest.headRepository, pullRequest.headRef, pullRequest.headSha),
    base: side(world, repository, pullRequest.baseRef, pullRequest.baseSha),
    author_association: shapeAssociation(pullRequest.author, repository),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** OpenAPI `pull-request` and `pull-request-webhook`. */
export function shapePullRequest(world: World, pullRequest: PullRequest) {
  const sum = (pick: (file: PullRequest["files"][number]) => number) =>
    pullRequest.files.reduce((total, file) => total + pick(file), 0);
  const mergeable = { MERGEABLE: true, CONFLICTING: false, UNKNOWN: null }[pullRequest.mergeable];
  return {
    ...shapeSimplePullRequest(world, pullRequest),
    merged: pullRequest.mergedAt !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === null ? "unknown" : mergeable ? "clean" : "dirty",
    merged_by: pullRequest.mergedBy === null ? null : shapeAccount(world, pullRequest.mergedBy),
    comments: pullRequest.comments.length,
    review_comments: pullRequest.threads.reduce((total, thread) => total + thread.comments.length, 0),
    maintainer_can_modify: false,
    commits: pullRequest.commitShas.length,
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions),
    changed_files: pullRequest.files.length,
  };
}

/** The page of the pull request. */
export const pageOf = (world: World, pullRequest: PullRequest) =>
  `${world.html}/${fullName(pullRequest.repository)}/pull/${pullRequest.number}`;

function addresses(world: World, pullRequest: PullRequest) {
  const repository = `${world.api}/repos/${fullName(pullRequest.repository)}`;
  const url = `${repository}/pulls/${pullRequest.number}`;
  const issue = `${repository}/issues/${pullRequest.number}`;
  const html = pageOf(world, pullRequest);
  const link = (href: string) => ({ href });
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repository}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${repository}/statuses/${pullRequest.headSha}`,
    _links: {
      self: link(url),
      html: link(html),
      issue: link(issue),
      comments: link(`${issue}/comments`),
      review_comments: link(`${url}/comments`),
      review_comment: link(`${repository}/pulls/comments{/number}`),
      commits: link(`${url}/commits`),
      statuses: link(`${repository}/statuses/${pullRequest.headSha}`),
    },
  };
}

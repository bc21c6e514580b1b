import type { PlannedReaction } from "../../core/planned.ts";
import type { Repository } from "../../core/pull-request.ts";
import type { GitHubClient } from "../client/client.ts";
import { type GraphqlAnswer, toGraphqlError } from "../client/graphql-answer.ts";

/** Posts a comment on the pull request. Resolves with GitHub's answer, which has its id. */
export async function postComment(
  client: GitHubClient,
  { owner, name }: Repository,
  number: number,
  body: string,
): Promise<{ id: number }> {
  const { data } = await client.rest.issues.createComment({ owner, repo: name, issue_number: number, body });
  return data;
}

/** Replaces a comment's text. */
export async function updateComment(
  client: GitHubClient,
  { owner, name }: Repository,
  id: number,
  body: string,
): Promise<void> {
  await client.rest.issues.updateComment({ owner, repo: name, comment_id: id, body });
}

/** Deletes a comment of ours. */
export async function deleteComment(
  client: GitHubClient,
  { owner, name }: Repository,
  id: number,
): Promise<void> {
  await client.rest.issues.deleteComment({ owner, repo: name, comment_id: id });
}

/**
 * Replies in a review thread; `inReplyTo` is the REST id of the thread's first comment. Resolves with
 * GitHub's answer, which has the reply's id.
 */
export async function postReply(
  client: GitHubClient,
  { owner, name }: Repository,
  number: number,
  inReplyTo: number,
  body: string,
): Promise<{ id: number }> {
  const { data } = await client.rest.pulls.createReplyForReviewComment({
    owner,
    repo: name,
    pull_number: number,
    comment_id: inReplyTo,
    body,
  });
  return data;
}

const reactions = { rocket: "ROCKET", thumbs_down: "THUMBS_DOWN", confused: "CONFUSED" } as const;

/** Adds our reaction to a comment or review; doing it twice is harmless. */
export async function addReaction(
  client: GitHubClient,
  subjectId: string,
  content: PlannedReaction["content"],
): Promise<void> {
  refuseErrors(await client.ask("add-reaction", { subjectId, content: reactions[content] }));
}

/** Hides a comment of ours as outdated. */
export async function minimizeComment(client: GitHubClient, subjectId: string): Promise<void> {
  refuseErrors(await client.ask("minimize-comment", { subjectId }));
}

/** A refused mutation comes with status 200 and null data, so any error means that it was not done. */
function refuseErrors({ errors }: GraphqlAnswer<unknown>): void {
  if (errors.length > 0) throw toGraphqlError(errors, "a mutation");
}

import { shapeIssue, shapeIssueComment } from "../shapes/shape-issue.ts";
import type { Account } from "../state/model.ts";
import type { IssueComment, PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { record, touch } from "./emit-pull-request.ts";
import { editRemark, newRemark } from "./remarks.ts";

/** A comment on the conversation page. */
export function addIssueComment(
  world: World,
  pullRequest: PullRequest,
  body: string,
  by: Account,
): IssueComment {
  const comment: IssueComment = { kind: "IssueComment", ...newRemark(world, pullRequest, by, body) };
  pullRequest.comments.push(comment);
  touch(world, pullRequest);
  emitIssueComment(world, comment, "created", by);
  return comment;
}

/** `edited` with the previous text. The same text again sends nothing. */
export function editIssueComment(world: World, comment: IssueComment, body: string, by: Account): void {
  const from = comment.body;
  if (!editRemark(world, comment, body, by)) return;
  touch(world, comment.pullRequest);
  emitIssueComment(world, comment, "edited", by, { changes: { body: { from } } });
}

/** Deletes a comment. Another person's leaves a `CommentDeletedEvent` in the timeline. */
export function deleteIssueComment(world: World, comment: IssueComment, by: Account): void {
  const { pullRequest } = comment;
  pullRequest.comments = pullRequest.comments.filter((one) => one !== comment);
  touch(world, pullRequest);
  if (comment.author !== by) {
    record(world, pullRequest, {
      kind: "CommentDeletedEvent",
      actor: by,
      deletedCommentAuthor: comment.author,
    });
  }
  emitIssueComment(world, comment, "deleted", by);
}

function emitIssueComment(
  world: World,
  comment: IssueComment,
  action: "created" | "edited" | "deleted",
  sender: Account,
  more: Record<string, unknown> = {},
): void {
  const { pullRequest } = comment;
  const payload = {
    issue: shapeIssue(world, pullRequest),
    comment: shapeIssueComment(world, comment),
    ...more,
  };
  world.emit({
    event: "issue_comment",
    action,
    repository: pullRequest.repository,
    installation: null,
    sender,
    payload,
  });
}

import { lookAtPullRequest, nothing, type RequestedLooks, readOrigin, type WebhookEvent } from "../looks.ts";
import { idAt, instantAt, objectAt, type Payload, textAt } from "../payload.ts";

/**
 * A comment on a pull request's conversation page. A new comment has to be seen, so its id joins the minimum
 * version.
 */
function findLooks(payload: Payload): RequestedLooks {
  const origin = readOrigin(payload);
  const issue = objectAt(payload, "issue");
  const number = idAt(issue, "number");
  // Plain issues send the same event; only a pull request has this key.
  if (origin === null || number === null || objectAt(issue, "pull_request") === null) return nothing;
  const commentId = idAt(objectAt(payload, "comment"), "id");
  const isNew = textAt(payload, "action") === "created" && commentId !== null;
  const minimumVersion = {
    updatedAt: instantAt(issue, "updated_at"),
    headSha: null,
    commentIds: isNew ? [commentId] : [],
  };
  return { looks: [lookAtPullRequest(origin, number, { minimumVersion })], byHead: [] };
}

export const issueComment: WebhookEvent = { actions: ["created", "edited", "deleted"], findLooks };

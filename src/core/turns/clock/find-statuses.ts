import { statusOpening } from "../../conversation/is-for-the-app.ts";
import type { PullRequest } from "../../pull-request.ts";
import type { StatusUpdate } from "../verdict.ts";

/** The author's status updates, oldest first: their comments that start with `Status:`. One that somebody else edited is not theirs any more. */
export function findStatuses({ comments, author }: PullRequest): StatusUpdate[] {
  return comments
    .filter((comment) => comment.author.login === author.login && !comment.isOurs && !comment.isMinimized)
    .filter(({ editor }) => editor === null || editor === author.login)
    .filter(({ body }) => statusOpening.test(body))
    .map(({ id, createdAt, url, body }) => ({
      id,
      at: createdAt,
      url,
      text: body.replace(statusOpening, "").trim(),
    }));
}

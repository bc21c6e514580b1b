import type { Instant, PullRequest } from "../../pull-request.ts";
import type { StatusUpdate } from "../verdict.ts";
import { statusOpening } from "../../conversation/is-courtesy.ts";

/**
 * The author's status updates, oldest first: their comments that start with `Status:`. One that somebody else
 * edited is not theirs any more.
 */
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

/**
 * From when an author's clock counts: a status update restarts it, once per target. Another one counts again
 * only after the clock that the last one started has run out; otherwise a daily update would be a way never
 * to answer.
 */
export function restartClock(
  since: Instant,
  statuses: StatusUpdate[],
  dueFrom: (start: Instant) => Instant | null,
): Instant {
  let start = since;
  for (const { at } of statuses) {
    if (at < since) continue;
    const due = start === since ? at : dueFrom(start);
    if (due !== null && at >= due) start = at;
  }
  return start;
}

import type { Instant } from "../../pull-request.ts";
import type { StatusUpdate } from "../verdict.ts";

/**
 * From when an author's clock counts: a status update restarts it, once per target. Another one counts again only after
 * the clock that the last one started has run out; otherwise a daily update would be a way never to answer.
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

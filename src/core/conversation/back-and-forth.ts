import type { ReviewConfig } from "../config/schema/review-schema.ts";
import type { Instant, ReviewThread } from "../pull-request.ts";
import { isHuman } from "./evaluate-thread.ts";

/** A thread in which a short call may be quicker. */
export interface BackAndForth {
  threadId: string;
  /** REST id of the thread's first comment, which a reply names. */
  inReplyTo: number;
  trips: number;
}

/** A round trip is a run of comments by one person that a run by another answers. People's comments only. */
export function countRoundTrips(thread: ReviewThread): number {
  let runs = 0;
  let last: string | null = null;
  for (const comment of thread.comments) {
    if (!isHuman(comment) || comment.author.login === last) continue;
    last = comment.author.login;
    runs += 1;
  }
  return Math.floor(runs / 2);
}

/**
 * The threads that get the hint. It is given at most once: a comment of ours in the thread ends it. Only the
 * passing of time ends the wish, and nothing is undone then, so there is no instant to wake up for.
 * @param isWithinOneBusinessDay is `from` less than a business day before `now`?
 */
export function findBackAndForth(
  threads: readonly ReviewThread[],
  config: ReviewConfig["back_and_forth"],
  now: Instant,
  isWithinOneBusinessDay: (from: Instant, now: Instant) => boolean,
): BackAndForth[] {
  if (!config.suggest) return [];
  return threads.flatMap((thread) => {
    const first = thread.comments[0]!;
    const latest = thread.comments.findLast(isHuman);
    if (thread.isResolved || thread.isOutdated || first.isMinimized) return [];
    if (latest === undefined || first.databaseId === null) return [];
    if (thread.comments.some(({ isOurs }) => isOurs)) return [];
    const trips = countRoundTrips(thread);
    if (trips < config.after || !isWithinOneBusinessDay(latest.createdAt, now)) return [];
    return [{ threadId: thread.id, inReplyTo: first.databaseId, trips }];
  });
}

import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import type { Quota } from "../github/client/rate-limits.ts";
import type { WaitingPullRequest } from "../github/list-waiting-pull-requests.ts";

/**
 * A workflow's token has a thousand points an hour, for all runs in the repository; these are left to the
 * others.
 */
const reserve = 250;
/** A look takes two points, three when it writes: so many fit, and the next run begins after them. */
const most = 250;
/** Nobody is waited for yet, but the comment may be, or that nobody was asked. */
const recently = { hours: 7 * 24 };

/**
 * The pull requests whose turn may run, quiet for longest first; where they are too many, each run begins
 * where the last may have ended.
 */
export function chooseWaiting(
  listed: WaitingPullRequest[],
  { now, runNumber }: { now: Instant; runNumber: number },
): number[] {
  const since = Temporal.Instant.from(now).subtract(recently).toString();
  const chosen = listed.filter(
    ({ isDraft, isInReview, updatedAt }) => !isDraft && (isInReview || updatedAt >= since),
  );
  const numbers = chosen.map(({ number }) => number);
  const start = numbers.length > most ? (runNumber * most) % numbers.length : 0;
  return [...numbers.slice(start), ...numbers.slice(0, start)];
}

/** Keeps what GitHub says is left of the token's points. */
export function watchPoints() {
  const left = new Map<string, number>();
  return {
    note: ({ resource, remaining }: Quota) => void left.set(resource, remaining),
    hasRoom: () => [...left.values()].every((points) => points > reserve),
  };
}

import type { Calendar } from "../../calendar/calendar.ts";
import { findEarliest } from "../../calendar/instant.ts";
import { listRunning, measureRunning } from "../../calendar/running.ts";
import { isBot, isSomebodyElse } from "../../conversation/people.ts";
import type { Instant, PullRequest, RequestedReviewer } from "../../pull-request.ts";
import { listPushes } from "./acts.ts";

const isReviewer = (requested: RequestedReviewer) => !isBot(requested);

/** Requests of people and teams, and who made them. Without events, a pending one counts from the start. */
export function listRequests({ timeline, reviewRequests, createdAt }: PullRequest) {
  const told = timeline.flatMap((event) =>
    event.type === "review_requested" && (event.reviewer === null || isReviewer(event.reviewer))
      ? [{ at: event.createdAt, by: event.actor }]
      : [],
  );
  return told.length === 0 && reviewRequests.some(isReviewer) ? [{ at: createdAt, by: null }] : told;
}

/**
 * When each new round began: at the author's first push or request after each review. Within one second, the
 * review comes first.
 */
export function listReturns(pullRequest: PullRequest, reviews: readonly Instant[], now: Instant): Instant[] {
  const requests = listRequests(pullRequest)
    .filter(({ by }) => by === pullRequest.author.login)
    .map(({ at }) => at);
  const moves = [...requests, ...listPushes(pullRequest, now).map(({ at }) => at)];
  const returns = reviews.flatMap((at) => findEarliest(moves.filter((move) => move > at)) ?? []);
  return [...new Set(returns)].sort();
}

/**
 * How long each finished round took, in seconds of business time: from ready, or the author's return, to the
 * next review that moves a turn. A review moves no turn if it only comments and opens no thread, or if its
 * author cannot push.
 */
export function measureRounds(pullRequest: PullRequest, now: Instant, calendar: Calendar): number[] {
  const { reviews, threads, author } = pullRequest;
  const opening = new Set(threads.map(({ comments }) => comments[0]?.reviewId ?? null));
  const moving = reviews.flatMap(({ id, state, submittedAt, author: by, authorCanPush }) => {
    const moves = state === "approved" || state === "changes_requested" || opening.has(id);
    return submittedAt !== null && authorCanPush && isSomebodyElse(by, author) && moves ? [submittedAt] : [];
  });
  const running = listRunning(pullRequest);
  const returns = listReturns(pullRequest, moving, now);
  const rounds: number[] = [];
  for (let from = running[0]?.from ?? null; from !== null; ) {
    const start = from;
    const to = findEarliest(moving.filter((at) => at >= start));
    if (to === null) break;
    rounds.push(measureRunning(running, { from, to, calendar }).business);
    from = findEarliest(returns.filter((at) => at > to));
  }
  return rounds;
}

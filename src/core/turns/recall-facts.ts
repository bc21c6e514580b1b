import type { Instant, PullRequest } from "../pull-request.ts";
import { findApprovalAt, isDropped } from "./find-approval.ts";
import type { MovesInput, TurnFacts } from "./list-moves.ts";
import type { Replayed } from "./replay.ts";

/**
 * The facts at an earlier instant, given the standings at that time. A remark that can hold the merge did so
 * if it is still open, or was not answered yet.
 * @param facts as they are now, with the requests from `restoreRequests`
 */
export function recallFacts<Input extends MovesInput>(
  { input, people, statuses }: Pick<TurnFacts<Input>, "input" | "people" | "statuses">,
  replayed: Replayed,
  at: Instant,
): TurnFacts<Input> {
  const isAsked = (id: string) => replayed.standings.some(({ openAsks }) => openAsks.has(id));
  const remarks = input.remarks
    .filter(({ exchange }) => exchange.some((said) => said.at <= at))
    .map((one) => ({ ...one, isHolding: one.canHold && (one.isOpen || isAsked(one.id)) }));
  return {
    input: { ...input, pullRequest: cutRecord(input.pullRequest, at), remarks, now: at },
    replayed,
    people,
    approval: findApprovalAt(at, input.pullRequest, replayed, people),
    statuses: statuses.filter((status) => status.at <= at),
  };
}

/** The pull request's record up to that instant, as far as moves depend on it. */
function cutRecord(pullRequest: PullRequest, at: Instant): PullRequest {
  const isEarlier = ({ createdAt }: { createdAt: Instant }) => createdAt <= at;
  const { comments, commits, reviews, threads, timeline } = pullRequest;
  return {
    ...pullRequest,
    comments: comments.filter(isEarlier),
    commits: commits.filter(
      ({ ownSuiteCreatedAt, committedDate }) => (ownSuiteCreatedAt ?? committedDate) <= at,
    ),
    reviews: reviews.filter(({ submittedAt }) => submittedAt !== null && submittedAt <= at),
    threads: threads.flatMap((thread) => {
      const [first, ...replies] = thread.comments;
      return isEarlier(first) ? [{ ...thread, comments: [first, ...replies.filter(isEarlier)] }] : [];
    }),
    timeline: timeline.filter(isEarlier),
    isInMergeQueue: false,
  };
}

/**
 * The pull request with the requests that GitHub has dropped since they were made. It does not say when, and
 * they were pending before. Leaves out a team whose answer nobody sees, because nobody knows when it came.
 * @param replayed at the end of the record
 */
export function restoreRequests(pullRequest: PullRequest, { standings }: Replayed): PullRequest {
  const unseen = standings
    .filter((one) => one.move === "reviewer" && isDropped(one, pullRequest))
    .map(({ login }) => login);
  const made = pullRequest.timeline
    .flatMap((event) => (event.type === "review_requested" ? (event.reviewer ?? []) : []))
    .filter(({ login }) => !unseen.includes(login));
  return { ...pullRequest, reviewRequests: [...pullRequest.reviewRequests, ...made] };
}

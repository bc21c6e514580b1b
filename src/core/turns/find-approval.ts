import type { Instant, PullRequest } from "../pull-request.ts";
import type { Standing } from "./replay/standing.ts";

/**
 * Since when it is approved; null when it is not. GitHub decides where a branch asks for reviews; where it does not
 * (`reviewDecision` is null even then), a standing approval with no standing request for changes is one.
 */
export function findApproval(pullRequest: PullRequest, standings: Standing[]): Instant | null {
  const has = (opinion: Standing["opinion"]) => standings.some((standing) => standing.opinion === opinion);
  const isApproved =
    pullRequest.reviewDecision === "approved" ||
    (pullRequest.reviewDecision === null && has("approved") && !has("changes_requested"));
  if (!isApproved) return null;
  const times = pullRequest.reviews.flatMap(({ state, submittedAt }) =>
    state === "approved" ? (submittedAt ?? []) : [],
  );
  return times.sort().at(-1) ?? pullRequest.createdAt;
}

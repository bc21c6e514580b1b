import { shapeAccount, shapeTeam } from "../shapes/shape-account.ts";
import { isTeam } from "../shapes/shape-pull-request.ts";
import type { Account, Team } from "../state/model.ts";
import type { PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { emitPullRequest, record, touch } from "./emit-pull-request.ts";

/** Requests a review from a person or a team. A repeated request adds a new event (sources.md §5). */
export function requestReview(
  world: World,
  pullRequest: PullRequest,
  reviewer: Account | Team,
  by: Account,
  asCodeOwner: boolean,
): void {
  drop(pullRequest, reviewer);
  pullRequest.reviewRequests.push({ id: world.nextId(), reviewer, asCodeOwner });
  touch(world, pullRequest);
  record(world, pullRequest, { kind: "ReviewRequestedEvent", actor: by, reviewer });
  emitPullRequest(world, pullRequest, "review_requested", by, named(world, reviewer));
}

/** Removes a request. */
export function removeReviewRequest(
  world: World,
  pullRequest: PullRequest,
  reviewer: Account | Team,
  by: Account,
): void {
  drop(pullRequest, reviewer);
  touch(world, pullRequest);
  record(world, pullRequest, { kind: "ReviewRequestRemovedEvent", actor: by, reviewer });
  emitPullRequest(world, pullRequest, "review_request_removed", by, named(world, reviewer));
}

/**
 * A submitted review ends the request to its author, and to a team of theirs. No event reports it (sources.md
 * §5). Returns the teams for which the review answers.
 */
export function clearReviewRequests(pullRequest: PullRequest, reviewer: Account): Team[] {
  const teams = pullRequest.reviewRequests
    .map((request) => request.reviewer)
    .filter((one): one is Team => isTeam(one) && one.members.has(reviewer));
  for (const one of [reviewer, ...teams]) drop(pullRequest, one);
  return teams;
}

function drop(pullRequest: PullRequest, reviewer: Account | Team): void {
  pullRequest.reviewRequests = pullRequest.reviewRequests.filter((one) => one.reviewer !== reviewer);
}

const named = (world: World, reviewer: Account | Team) =>
  isTeam(reviewer)
    ? { requested_team: shapeTeam(world, reviewer) }
    : { requested_reviewer: shapeAccount(world, reviewer) };

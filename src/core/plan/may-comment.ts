import type { Instant, Observation, PullRequest } from "../pull-request.ts";
import { parseKeyMarker } from "../render/marker.ts";
import { findEnforceFrom } from "./enforce-from.ts";
import type { Facts } from "./facts.ts";

/** May a new sticky comment appear here at all? People who deleted ours have the last word. */
export function mayComment({ observation }: Pick<Facts, "observation">): boolean {
  return !wasDeletedByPeople(observation) && !hasUnmarkedOwnComment(observation.pullRequest);
}

/** Pull requests older than our arrival, or than the day from which findings count, are left in peace until their body is edited. */
export function mayAskForMore({ observation, effective, repositoryFirstSeenAt }: Facts): boolean {
  const starts = [repositoryFirstSeenAt, findEnforceFrom(effective.config)];
  return starts.every((instant) => instant === null || isNewOrEditedSince(observation.pullRequest, instant));
}

function isNewOrEditedSince({ createdAt, lastEditedAt }: PullRequest, instant: Instant): boolean {
  return createdAt >= instant || (lastEditedAt !== null && lastEditedAt >= instant);
}

/** Somebody else deleted a comment of ours. */
function wasDeletedByPeople({ pullRequest, ownLogin }: Observation): boolean {
  return pullRequest.timeline.some(
    (event) => event.type === "comment_deleted" && event.deletedAuthor === ownLogin && !event.actorIsOurs,
  );
}

/** A comment of ours whose marker somebody edited away: it is theirs now, and a second one would be noise. */
function hasUnmarkedOwnComment({ comments }: PullRequest): boolean {
  return comments.some(
    ({ isOurs, body }) =>
      isOurs && parseKeyMarker(body, "reminder") === null && !body.includes("<!-- async-review:"),
  );
}

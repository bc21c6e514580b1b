import { Temporal } from "temporal-polyfill";
import type { Instant, PullRequest } from "../../pull-request.ts";
import { addWallTime } from "../../calendar/business-time.ts";
import { parseDuration } from "../../calendar/duration.ts";
import type { Observation } from "../../observation.ts";
import { isMarked, parseKeyMarker } from "../../render/marker.ts";
import type { Facts } from "../facts.ts";
import { findEnforceFrom } from "../judge/judge-description.ts";

/**
 * GitHub's deliveries can lag by minutes.
 * https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks/troubleshooting-webhooks
 */
const deliveryLag = { minutes: 5 };

/** May a new sticky comment appear here at all? People who delete ours have the last word. */
export function mayComment({ observation }: Pick<Facts, "observation">): boolean {
  return !wasDeletedByPeople(observation) && !hasUnmarkedOwnComment(observation.pullRequest);
}

/**
 * Pull requests that are older than our arrival, or than the day from which findings count, are left in peace
 * until their body is edited.
 */
export function mayAskForMore(facts: Facts): boolean {
  const { observation, effective } = facts;
  const starts = [findArrival(facts), findEnforceFrom(effective.config)];
  return starts.every((instant) => instant === null || isNewOrEditedSince(observation.pullRequest, instant));
}

/**
 * When the app came to the repository. The app first hears of a repository that is created later through its
 * first pull request, whose delivery comes after the pull request was opened.
 */
function findArrival({ repositoryFirstSeenAt }: Facts): Instant | null {
  if (repositoryFirstSeenAt === null) return null;
  return Temporal.Instant.from(repositoryFirstSeenAt).subtract(deliveryLag).toString();
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

/** A comment of ours whose marker somebody removed. It is theirs now, and a second one would be noise. */
function hasUnmarkedOwnComment({ comments }: PullRequest): boolean {
  return comments.some(
    ({ isOurs, body }) => isOurs && parseKeyMarker(body, "reminder") === null && !isMarked(body),
  );
}

/**
 * An instant plus one of the config's durations in wall time, where a day is 24 hours. Null beyond 50 years.
 */
export function addWallDuration(from: Instant, duration: string): Instant | null {
  const parsed = parseDuration(duration);
  return parsed === null ? from : addWallTime(from, parsed.amount, parsed.unit, "UTC");
}

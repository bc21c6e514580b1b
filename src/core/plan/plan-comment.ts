import type { EffectiveConfig } from "../config/effective.ts";
import type { Instant, Observation, PullRequest } from "../pull-request.ts";
import { hashOf } from "../render/hash.ts";
import { parseKeyMarker } from "../render/marker.ts";
import {
  descriptionFixed,
  renderDescriptionNotNeeded,
  renderDescriptionPart,
  descriptionSufficient,
} from "../render/sticky-comment.ts";
import { findEnforceFrom } from "./enforce-from.ts";
import type { Facts } from "./facts.ts";
import { findStickyComment } from "./find-writes.ts";
import type { PlannedComment } from "./plan.ts";
import type { DescriptionJudgement } from "./plan-description.ts";
import { addWallDuration } from "./add-wall-duration.ts";
import { hasMissing } from "./plan-description-check.ts";

/** The sticky comment, and when it is time to create it. */
export interface CommentPlan {
  comment: PlannedComment | null;
  wakeAt: Instant | null;
}

/**
 * One comment, only when there is something to say; edited in place; one line once fixed. `when: never` leaves whatever
 * is there alone, and so does a closed pull request.
 */
export function planComment(facts: Facts, judgement: DescriptionJudgement): CommentPlan {
  const { config } = facts.effective;
  const { pullRequest } = facts.observation;
  const nothing = { comment: null, wakeAt: null };
  if (config.comment.when === "never" || pullRequest.state !== "open" || judgement.verdict.gaveUp !== null)
    return nothing;
  const present = findStickyComment(pullRequest.comments) !== null;
  const wanted = isWanted(judgement, config.comment.when);
  if (!present && (!wanted || !mayCreate(facts))) return nothing;
  const body = renderBody(judgement, wanted);
  const comment = { body, hash: hashOf(body) };
  if (present) return { comment: { ...comment, create: false }, wakeAt: null };
  const createAt = addWallDuration(findLatestStart(pullRequest), config.comment.after);
  if (facts.now < createAt) return { comment: { ...comment, create: false }, wakeAt: createAt };
  return { comment: { ...comment, create: true }, wakeAt: null };
}

function isWanted({ verdict }: DescriptionJudgement, when: "errors" | "findings"): boolean {
  if (verdict.exempt !== null) return false;
  return verdict.findings.some((finding) => when === "findings" || finding.level === "error");
}

function renderBody(judgement: DescriptionJudgement, wanted: boolean): string {
  const { verdict } = judgement;
  if (verdict.exempt !== null) return renderDescriptionNotNeeded(verdict.exempt);
  if (!wanted) return verdict.findings.length === 0 ? descriptionFixed : descriptionSufficient;
  return renderDescriptionPart(verdict, {
    blocks: judgement.conclusion === "failure",
    hasButton: hasMissing(judgement),
  });
}

/** May a new comment appear here at all? People who deleted ours, and pull requests older than our arrival, are left in peace. */
function mayCreate(facts: Facts): boolean {
  const { observation, effective, repositoryFirstSeenAt } = facts;
  const silentBefore = [repositoryFirstSeenAt, findSilentBefore(effective)].filter(
    (instant) => instant !== null,
  );
  return (
    !wasDeletedByPeople(observation) &&
    !hasUnmarkedOwnComment(observation.pullRequest) &&
    silentBefore.every((instant) => isNewOrEditedSince(observation.pullRequest, instant))
  );
}

function findSilentBefore({ config }: EffectiveConfig): Instant | null {
  return findEnforceFrom(config);
}

function isNewOrEditedSince(pullRequest: PullRequest, instant: Instant): boolean {
  return pullRequest.createdAt >= instant || (pullRequest.lastEditedAt ?? "") >= instant;
}

/** Somebody else deleted a comment of ours: they have the last word on this pull request. */
function wasDeletedByPeople({ pullRequest, ownLogin }: Observation): boolean {
  return pullRequest.timeline.some(
    (event) => event.type === "comment_deleted" && event.deletedAuthor === ownLogin && !event.actorIsOurs,
  );
}

/** A comment of ours whose marker somebody edited away: it is theirs now, and a second one would be noise. */
function hasUnmarkedOwnComment({ comments }: PullRequest): boolean {
  return comments.some((comment) => comment.isOurs && parseKeyMarker(comment.body, "reminder") === null);
}

/** The comment waits from the latest of created, ready, reopened and body edited. */
function findLatestStart(pullRequest: PullRequest): Instant {
  const events = pullRequest.timeline
    .filter((event) => event.type === "ready_for_review" || event.type === "reopened")
    .map((event) => event.createdAt);
  return [pullRequest.createdAt, pullRequest.lastEditedAt ?? "", ...events].sort().at(-1)!;
}

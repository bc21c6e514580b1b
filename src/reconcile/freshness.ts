import { Temporal } from "temporal-polyfill";
import type { Observation } from "../core/observation.ts";
import type { Instant } from "../core/pull-request.ts";
import { emptyMemory, type Memory, type MinimumVersion, type Outcome } from "./ports.ts";

/** Pauses before an outdated observation is made again. After the last one, it is used as it is. */
const stalePauses = ["PT1S", "PT3S", "PT10S"] as const;

/**
 * True if this observation is older than what deliveries said, or than the last one (`seenAt`, which may be
 * newer than a late delivery). GitHub's reads can lag its webhooks, and deliveries arrive in any order, so
 * only the newest `updatedAt` and its head count. Things that don't always move `updatedAt` are compared by
 * themselves: the head of a branch whose config was pushed, each thread's state, and the comments and reviews
 * that must be there.
 */
export function isStale(
  { pullRequest, configBranches }: Pick<Observation, "pullRequest" | "configBranches">,
  minimumVersion: MinimumVersion | null,
  seenAt: Instant = "",
): boolean {
  if (pullRequest.updatedAt < seenAt) return true;
  if (!minimumVersion) return false;
  if (minimumVersion.updatedAt !== null) {
    if (pullRequest.updatedAt < minimumVersion.updatedAt) return true;
    const sameSecond = pullRequest.updatedAt === minimumVersion.updatedAt;
    if (sameSecond && minimumVersion.headSha !== null && pullRequest.headSha !== minimumVersion.headSha)
      return true;
  }
  if (minimumVersion.oldHeads?.some((head) => configBranches.includes(head))) return true;
  const { threads: expected = {} } = minimumVersion;
  const isOld = (id: string, isResolved: boolean) =>
    expected[id] !== undefined && expected[id].isResolved !== isResolved;
  if (pullRequest.threads.some(({ id, isResolved }) => isOld(id, isResolved))) return true;
  const comments = new Set(pullRequest.comments.map(({ databaseId }) => databaseId));
  const reviews = new Set(pullRequest.reviews.map(({ id }) => id));
  const { commentIds, reviewIds = [] } = minimumVersion;
  return commentIds.some((id) => !comments.has(id)) || reviewIds.some((id) => !reviews.has(id));
}

/**
 * Plans to observe again after a pause; null after the last pause. A look during a pause doesn't count, and
 * new information starts the pauses over: otherwise a burst of deliveries would use them all up at once.
 */
export function lookAgainSoon(
  memory: Memory,
  minimumVersion: MinimumVersion | null,
  now: Instant,
): Outcome | null {
  const expected = JSON.stringify(minimumVersion);
  const { staleReads, stalePause } = memory.stalePause?.expected === expected ? memory : emptyMemory;
  if (stalePause !== undefined && now < stalePause.until) {
    return { type: "again", at: stalePause.until, memory };
  }
  const pause = stalePauses[staleReads];
  if (pause === undefined) return null;
  const until = Temporal.Instant.from(now).add(pause).toString();
  return {
    type: "again",
    at: until,
    memory: { ...memory, staleReads: staleReads + 1, stalePause: { until, expected } },
  };
}

/** Forgets the pauses, because an observation was new enough. */
export function withoutPauses({ stalePause: _, ...memory }: Memory): Memory {
  return { ...memory, staleReads: 0 };
}

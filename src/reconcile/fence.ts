import type { PullRequest } from "../core/pull-request.ts";
import type { Fence } from "./ports.ts";

/** Pauses before an observation that was too old is made again; after the last one it is taken as it is. */
export const stalePauses = ["PT1S", "PT3S", "PT10S"] as const;

/**
 * Is this observation older than what the deliveries already knew? GitHub's reads can lag its webhooks, and deliveries
 * come in any order, so only the newest `updatedAt` and the head that came with it count.
 */
export function isStale(pullRequest: PullRequest, fence: Fence | null): boolean {
  if (!fence) return false;
  if (fence.updatedAt !== null) {
    if (pullRequest.updatedAt < fence.updatedAt) return true;
    const sameSecond = pullRequest.updatedAt === fence.updatedAt;
    if (sameSecond && fence.headSha !== null && pullRequest.headSha !== fence.headSha) return true;
  }
  const seen = new Set(pullRequest.comments.map((comment) => comment.databaseId));
  return fence.commentIds.some((id) => !seen.has(id));
}

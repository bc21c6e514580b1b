import type { PullRequest } from "../state/pull-request.ts";

/**
 * GraphQL's `reviewDecision`: null where the branch requires no reviews, even when approved (sources.md §5).
 */
export function decideReview(
  pullRequest: PullRequest,
): "APPROVED" | "CHANGES_REQUESTED" | "REVIEW_REQUIRED" | null {
  const needed = pullRequest.repository.requiredReviews;
  if (needed === 0) return null;
  const opinions = pullRequest.reviews.filter((review) =>
    ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"].includes(review.state),
  );
  const latest = [...new Map(opinions.map((review) => [review.author, review.state])).values()];
  if (latest.includes("CHANGES_REQUESTED")) return "CHANGES_REQUESTED";
  return latest.filter((state) => state === "APPROVED").length >= needed ? "APPROVED" : "REVIEW_REQUIRED";
}

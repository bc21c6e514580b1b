import type { Kind, ReviewConfig } from "../config/schema/review-schema.ts";
import type { Instant, Review, ReviewComment, ReviewThread } from "../pull-request.ts";
import { type Classification, classifyComment, effectiveKind } from "./classify/classify-comment.ts";
import { isBlocking } from "./classify/decorations.ts";
import { weightOf } from "./remark.ts";

/** A thread's effective kind and where it comes from. */
export interface ThreadKind {
  kind: Kind | null;
  because: "prefix" | "by-review" | "nothing";
  subject: string;
  /** When the comment was written that decided it. */
  since: Instant;
}

/**
 * A thread is what its opener's strongest comment says. A later comment of the same person raises it when it says
 * something stronger, and lowers it when it means to: "nit now", "non-blocking: …", or a prefix alone.
 */
export function evaluateThreadKind(
  thread: ReviewThread,
  reviews: readonly Review[],
  config: Pick<ReviewConfig, "kinds" | "unprefixed">,
): ThreadKind {
  const first = thread.comments[0]!;
  const opening = classifyComment(first.body, config.kinds);
  const fallback = hasBlockingReview(first, reviews, config) ? "blocking" : null;
  let found: ThreadKind = {
    kind: fallback,
    because: fallback === null ? "nothing" : "by-review",
    subject: opening.subject,
    since: first.createdAt,
  };
  // A bot's comments are never classified, whoever else writes in its thread.
  if (first.author.type !== "user") return { ...found, kind: null, because: "nothing" };
  for (const comment of thread.comments) {
    if (!isSameVoice(comment, first)) continue;
    const said = comment === first ? opening : classifyComment(comment.body, config.kinds);
    const kind = effectiveKind(said);
    if (kind === null || !changes(found, said, kind)) continue;
    found = { kind, because: "prefix", subject: found.subject, since: comment.createdAt };
  }
  return found;
}

function isSameVoice(comment: ReviewComment, first: ReviewComment): boolean {
  return comment.author.login === first.author.login && !comment.isOurs && !comment.isMinimized;
}

/** Is the word taken over from what counted before? */
function changes(before: ThreadKind, said: Classification, kind: Kind): boolean {
  if (before.because !== "prefix") return true;
  if (weightOf(kind) <= weightOf(before.kind)) return true;
  // "Non-blocking" says nothing to what did not block.
  if (saysNonBlocking(said)) return before.kind === "blocking";
  return said.subject === "" || /^(?:now|then|instead|only|after all)\b/i.test(said.subject.slice(0, 20));
}

function saysNonBlocking(said: Classification): boolean {
  const prefix = said.prefix?.replace(/\s+/g, "-") ?? "";
  return prefix.startsWith("non-blocking") || !isBlocking(true, said.decorations, false);
}

/** Was the thread opened in a review that still requests changes, which its author has not approved since? */
function hasBlockingReview(
  first: ReviewComment,
  reviews: readonly Review[],
  config: Pick<ReviewConfig, "unprefixed">,
): boolean {
  if (config.unprefixed !== "by-review" || first.reviewId === null) return false;
  const review = reviews.find(({ id }) => id === first.reviewId);
  if (review?.state !== "changes_requested") return false;
  return !hasApprovedSince(review.author.login, review.submittedAt ?? first.createdAt, reviews);
}

/** Has that person approved at or after that instant? */
export function hasApprovedSince(login: string, since: Instant, reviews: readonly Review[]): boolean {
  return reviews.some(
    ({ author, state, submittedAt }) =>
      author.login === login && state === "approved" && submittedAt !== null && submittedAt >= since,
  );
}

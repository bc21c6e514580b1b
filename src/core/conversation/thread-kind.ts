import type { Kind, ReviewConfig } from "../config/schema/review-schema.ts";
import type { Instant, Review, ReviewComment, ReviewThread } from "../pull-request.ts";
import { classifyComment, effectiveKind } from "./classify/classify-comment.ts";
import { parseRevision } from "./parse-revision.ts";
import { weightOf } from "./remark.ts";

/** A thread's effective kind and where it comes from. */
export interface ThreadKind {
  kind: Kind | null;
  because: "prefix" | "by-review" | "nothing";
  subject: string;
  /** When the comment was written that decided it. */
  since: Instant;
  /** Who has to be satisfied: who wrote the last blocking word, else who opened it. */
  holder: string;
  /** When they wrote it. */
  heldSince: Instant;
}

type Config = Pick<ReviewConfig, "kinds" | "unprefixed">;

/** What one person made of the thread. */
type Voice = Pick<ThreadKind, "kind" | "because" | "since"> & { lastBlocked: Instant };

/**
 * A thread is what its opener's strongest comment says. It never weighs less because of a later remark, only because its
 * first comment was edited or its opener speaks of the thread ("nit then"). A blocking word of another person who may have
 * one (`mayBlock`) raises it, and stands until that person takes it back.
 */
export function evaluateThreadKind(
  thread: ReviewThread,
  reviews: readonly Review[],
  config: Config,
  mayBlock: (comment: ReviewComment) => boolean,
): ThreadKind {
  const first = thread.comments[0]!;
  const opening = classifyComment(first.body, config.kinds);
  let own = openVoice(first, reviews, config);
  const others = new Map<string, Voice>();
  for (const comment of thread.comments.slice(1)) {
    if (comment.author.type !== "user" || comment.isOurs || comment.isMinimized) continue;
    const { login } = comment.author;
    if (login === first.author.login) own = revise(own, comment, config);
    else if (mayBlock(comment)) {
      const said = revise(others.get(login) ?? silent(comment), comment, config);
      if (said.kind === "blocking") others.set(login, said);
      else others.delete(login);
    }
  }
  const blocking = [[first.author.login, own] as const, ...others].filter(
    ([, { kind }]) => kind === "blocking",
  );
  const [holder, last] = blocking.toSorted(([, a], [, b]) => (a.lastBlocked < b.lastBlocked ? 1 : -1))[0] ?? [
    first.author.login,
    own,
  ];
  const [earliest] = blocking.map(([, voice]) => voice).toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const { kind, because, since } = earliest ?? own;
  return { kind, because, since, subject: opening.subject, holder, heldSince: last.lastBlocked };
}

function openVoice(first: ReviewComment, reviews: readonly Review[], config: Config): Voice {
  const at = first.createdAt;
  // A bot's comments are never classified.
  if (first.author.type !== "user") return silent(first);
  const kind = first.isMinimized ? null : effectiveKind(classifyComment(first.body, config.kinds));
  if (kind !== null) return { kind, because: "prefix", since: at, lastBlocked: at };
  if (!hasBlockingReview(first, reviews, config)) return silent(first);
  return { kind: "blocking", because: "by-review", since: at, lastBlocked: at };
}

const silent = ({ createdAt }: ReviewComment): Voice => ({
  kind: null,
  because: "nothing",
  since: createdAt,
  lastBlocked: createdAt,
});

/** What a further comment of the same person makes of their word. */
function revise(before: Voice, { body, createdAt: at }: ReviewComment, { kinds }: Config): Voice {
  const revision = parseRevision(body, kinds);
  const kind = revision ?? effectiveKind(classifyComment(body, kinds));
  const lastBlocked = kind === "blocking" ? at : before.lastBlocked;
  if (kind === "not-blocking")
    return before.kind === "blocking"
      ? { ...before, kind: "suggestion", because: "prefix", since: at }
      : before;
  // Without a kind it asks something: only what asks more, or words about the thread, take its place.
  const isRaised =
    kind !== null && weightOf(kind) < (before.kind === null ? weightOf("nit") : weightOf(before.kind));
  if (kind === null || !(isRaised || revision !== null)) return { ...before, lastBlocked };
  return { kind, because: "prefix", since: at, lastBlocked };
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

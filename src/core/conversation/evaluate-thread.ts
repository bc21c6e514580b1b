import type { Kind, ReviewConfig } from "../config/schema/review-schema.ts";
import type { Instant, Review, ReviewComment, ReviewThread } from "../pull-request.ts";
import { classifyComment } from "./classify/classify-comment.ts";
import { effectiveKind } from "./classify/effective-kind.ts";
import type { Remark } from "./remark.ts";
import { evaluateThreadKind } from "./thread-kind.ts";

/** Is the comment a person's, and there to be seen? */
export function isHuman(comment: Pick<ReviewComment, "author" | "isOurs" | "isMinimized">): boolean {
  return comment.author.type === "user" && !comment.isOurs && !comment.isMinimized;
}

/** What a review thread asks, of whom, and whether it is still open. `author` is the pull request's. */
export function evaluateThread(
  thread: ReviewThread,
  reviews: readonly Review[],
  author: string,
  config: ReviewConfig,
): Remark {
  const first = thread.comments[0]!;
  const { kind, because, subject, since } = evaluateThreadKind(thread, reviews, config);
  const opener = first.author.login;
  const isOpen = !first.isMinimized && !isClosed(thread, kind === "blocking", config);
  const asks = first.author.type === "user" && isAsking(kind, opener === author);
  const { askedAt, answeredAt } = findReply(thread, author, config);
  const isAnswered = !isOpen || thread.isOutdated || answeredAt !== null;
  return {
    source: "thread",
    id: thread.id,
    url: first.url,
    opener,
    kind,
    because,
    subject,
    path: thread.path,
    line: thread.line,
    since: first.createdAt,
    kindSince: since,
    isOpen,
    isOutdated: thread.isOutdated,
    asks,
    askedAt,
    isAnswered,
    answeredAt,
    next: isOpen && asks ? nextMover(opener, author, isAnswered) : null,
  };
}

/** With `resolve: opener`, a blocking thread that another person resolved is still open. */
function isClosed(thread: ReviewThread, blocks: boolean, config: Pick<ReviewConfig, "resolve">): boolean {
  if (!thread.isResolved) return false;
  if (config.resolve === "anyone" || !blocks || thread.resolvedBy === null) return true;
  const opener = thread.comments[0]!.author;
  // Nobody else can stand in for a deleted account, so anyone may.
  return opener.login === "ghost" || thread.resolvedBy.toLowerCase() === opener.login.toLowerCase();
}

/** Authors explain their own lines without asking anything; with a prefix they ask. */
function isAsking(kind: Kind | null, isByAuthor: boolean): boolean {
  if (kind === null) return !isByAuthor;
  return kind === "blocking" || kind === "question" || kind === "suggestion";
}

/**
 * Whether who was asked spoke last. A further comment of the other side asks on; praise and notes ("thanks") do not.
 */
function findReply(
  thread: ReviewThread,
  author: string,
  config: Pick<ReviewConfig, "kinds">,
): Pick<Remark, "askedAt" | "answeredAt"> {
  const [first, ...later] = thread.comments;
  const askedByAuthor = first!.author.login === author;
  let askedAt = first!.createdAt;
  let answeredAt: Instant | null = null;
  for (const comment of later) {
    if (!isHuman(comment)) continue;
    const kind = effectiveKind(classifyComment(comment.body, config.kinds));
    if ((comment.author.login === author) !== askedByAuthor) answeredAt = comment.createdAt;
    else if (kind !== "praise" && kind !== "note") [askedAt, answeredAt] = [comment.createdAt, null];
  }
  return { askedAt, answeredAt };
}

function nextMover(opener: string, author: string, isAnswered: boolean): string {
  if (opener === author) return isAnswered ? author : "reviewers";
  return isAnswered ? opener : author;
}

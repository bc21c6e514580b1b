import type { ReviewConfig } from "../config/schema-review.ts";
import type { Review, ReviewComment, ReviewThread } from "../pull-request.ts";
import { classifyComment } from "./classify-comment.ts";
import { effectiveKind } from "./effective-kind.ts";
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
  const asks = first.author.type === "user" && kind !== "praise" && kind !== "note" && kind !== "nit";
  const isAnswered = !isOpen || thread.isOutdated || hasReply(thread, author, config);
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
    isAnswered,
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

/** Who was asked spoke last. Praise and notes ("thanks, nice") do not ask again. */
function hasReply(thread: ReviewThread, author: string, config: Pick<ReviewConfig, "kinds">): boolean {
  const askedByAuthor = thread.comments[0]!.author.login === author;
  let isAnswered = false;
  for (const comment of thread.comments.slice(1)) {
    if (!isHuman(comment)) continue;
    const isAnswer = (comment.author.login === author) !== askedByAuthor;
    const kind = effectiveKind(classifyComment(comment.body, config.kinds));
    if (isAnswer) isAnswered = true;
    else if (kind !== "praise" && kind !== "note") isAnswered = false;
  }
  return isAnswered;
}

function nextMover(opener: string, author: string, isAnswered: boolean): string {
  if (opener === author) return isAnswered ? author : "reviewers";
  return isAnswered ? opener : author;
}

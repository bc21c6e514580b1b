import type { Kind, ReviewConfig } from "../config/schema/review-schema.ts";
import type { Instant, Review, ReviewComment, ReviewThread } from "../pull-request.ts";
import { classifyComment, effectiveKind } from "./classify/classify-comment.ts";
import type { People } from "./find-people.ts";
import { isCourtesy } from "./is-courtesy.ts";
import { byInstant, type Remark, type Word } from "./remark.ts";
import { evaluateThreadKind } from "./thread-kind.ts";

/** Is the comment a person's, and there to be seen? */
export function isHuman(comment: Pick<ReviewComment, "author" | "isOurs" | "isMinimized">): boolean {
  return comment.author.type === "user" && !comment.isOurs && !comment.isMinimized;
}

/** What a review thread asks, of whom, and whether it is still open. */
export function evaluateThread(
  thread: ReviewThread,
  reviews: readonly Review[],
  people: People,
  config: ReviewConfig,
): Remark {
  const first = thread.comments[0]!;
  const { kind, because, subject, since } = evaluateThreadKind(thread, reviews, config);
  const opener = first.author.login;
  const isOpen = !first.isMinimized && !isClosed(thread, kind === "blocking", config);
  const asks = first.author.type === "user" && isAsking(kind, people.isAuthor(opener));
  const words = askLate(findWords(thread, reviews, people, config), first, kind === "blocking");
  const askedAt = words.findLast(({ does }) => does === "ask")!.at;
  const answeredAt = words.findLast(({ does, at }) => does === "answer" && at >= askedAt)?.at ?? null;
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
    words,
    askedAt,
    isAnswered,
    answeredAt,
    next: isOpen && asks ? nextMover(opener, people, isAnswered) : null,
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
 * Who asked and who answered. A further comment of who opened it asks on, and so does a question of somebody else on that side;
 * praise, notes, nits and politeness ask nothing, and politeness answers nothing.
 */
function findWords(
  thread: ReviewThread,
  reviews: readonly Review[],
  { isAuthor }: People,
  input: Input,
): Word[] {
  const first = thread.comments[0]!;
  const words: Word[] = [];
  for (const comment of thread.comments) {
    const { id, reviewId, author: by } = comment;
    // A bot answers on its own pull request, and nowhere else.
    const isTheirs = isHuman(comment) || (isAuthor(by.login) && !comment.isOurs && !comment.isMinimized);
    if (comment !== first && !isTheirs) continue;
    const isAsking = isAuthor(by.login) === isAuthor(first.author.login);
    const does = isAsking ? "ask" : "answer";
    if (comment !== first && !(isAsking ? asksOn(comment, first, input) : answers(comment, input))) continue;
    words.push({ id, by: by.login, at: findSentAt(comment, reviews), does, reviewId });
  }
  return words.sort(byInstant);
}

type Input = Pick<ReviewConfig, "kinds">;

function asksOn(comment: ReviewComment, first: ReviewComment, { kinds }: Input): boolean {
  const kind = effectiveKind(classifyComment(comment.body, kinds));
  if (kind !== null) return kind !== "praise" && kind !== "note" && kind !== "nit";
  if (isCourtesy(comment.body, "asker")) return false;
  return comment.author.login === first.author.login || comment.body.includes("?");
}

function answers({ body }: ReviewComment, { kinds }: Input): boolean {
  return !isCourtesy(body, "asked") && effectiveKind(classifyComment(body, kinds)) !== "praise";
}

/** A comment of a review that was started and sent later carries the time of its first draft; people see it when it is sent. */
function findSentAt({ reviewId, createdAt }: ReviewComment, reviews: readonly Review[]): Instant {
  const sent = reviews.find(({ id }) => id === reviewId)?.submittedAt ?? createdAt;
  return sent > createdAt ? sent : createdAt;
}

/** What is edited asks when it was edited: when nobody had answered before, or when it blocks by now. */
function askLate(words: Word[], { lastEditedAt }: ReviewComment, blocks: boolean): Word[] {
  const [first, ...rest] = words;
  if (first === undefined || lastEditedAt === null || lastEditedAt <= first.at) return words;
  const isAnswered = rest.some(({ at, does }) => does === "answer" && at <= lastEditedAt);
  if (isAnswered && !blocks) return words;
  return [{ ...first, at: lastEditedAt }, ...rest].sort(byInstant);
}

function nextMover(opener: string, { author, isAuthor }: People, isAnswered: boolean): string {
  if (isAuthor(opener)) return isAnswered ? author : "reviewers";
  return isAnswered ? opener : author;
}

import type { Instant, PullRequest, ReviewComment, ReviewThread } from "../../pull-request.ts";
import type { ThreadAsk } from "../turns-input.ts";
import { isPerson } from "./is-person.ts";
import type { TurnEvent } from "./turn-event.ts";

const plain: ThreadAsk = { kind: null, blocking: false, asksAuthor: true };

/** The threads in which a reviewer wants something from the author: opened by another person, and not praise, note or nit. */
export function findAskingThreads(
  { threads, author }: PullRequest,
  asks: ReadonlyMap<string, ThreadAsk>,
): { thread: ReviewThread; opener: string; ask: ThreadAsk }[] {
  return threads.flatMap((thread) => {
    const first = thread.comments[0];
    const ask = asks.get(thread.id) ?? plain;
    if (first === undefined || !ask.asksAuthor || first.isOurs || first.isMinimized) return [];
    if (!isPerson(first.author) || first.author.login === author.login) return [];
    return [{ thread, opener: first.author.login, ask }];
  });
}

/** A comment of a review that was started and sent later carries the time of its first draft; people see it when it is sent. */
function createSentAt({ reviews }: PullRequest): (comment: ReviewComment) => Instant {
  const submitted = new Map(reviews.map(({ id, submittedAt }) => [id, submittedAt]));
  return ({ reviewId, createdAt }) => {
    const sent = reviewId === null ? null : (submitted.get(reviewId) ?? null);
    return sent !== null && sent > createdAt ? sent : createdAt;
  };
}

interface Words {
  opened: Instant;
  /** The opener's last. */
  lastAsk: Instant;
  asks: Instant[];
  replies: Instant[];
}

function readWords(
  thread: ReviewThread,
  opener: string,
  author: string,
  sentAt: (c: ReviewComment) => Instant,
): Words {
  const times = (login: string) =>
    thread.comments.filter((comment) => comment.author.login === login && !comment.isOurs).map(sentAt);
  const asks = times(opener);
  return { opened: asks[0]!, lastAsk: asks.toSorted().at(-1)!, asks, replies: times(author) };
}

/**
 * Resolving and outdating have no time at GitHub: they count from the author's latest reply to this reviewer or push. An outdated thread in
 * which the reviewer went on after the last push is as open as any.
 */
function findSettling(
  thread: ReviewThread,
  words: Words,
  replies: Instant[],
  pushes: Instant[],
): Instant | null {
  if (words.replies.some((reply) => reply >= words.lastAsk)) return null;
  const wentOn = words.lastAsk > words.opened && !pushes.some((push) => push >= words.lastAsk);
  if (!thread.isResolved && !(thread.isOutdated && !wentOn)) return null;
  return [words.lastAsk, ...replies, ...pushes].toSorted().at(-1)!;
}

/** Questions and answers of all threads, as events. */
export function findAsks(
  pullRequest: PullRequest,
  asks: ReadonlyMap<string, ThreadAsk>,
  pushes: Instant[],
): TurnEvent[] {
  const sentAt = createSentAt(pullRequest);
  const author = pullRequest.author.login;
  const all = findAskingThreads(pullRequest, asks).map((found) => ({
    ...found,
    words: readWords(found.thread, found.opener, author, sentAt),
  }));
  return all.flatMap(({ thread, opener, ask, words }) => {
    const replies = all.filter((other) => other.opener === opener).flatMap((other) => other.words.replies);
    const settled = findSettling(thread, words, replies, pushes);
    const threadId = thread.id;
    const isWaived = thread.isResolved && thread.resolvedBy === opener;
    return [
      ...words.asks.map((at): TurnEvent => ({ at, type: "asked", by: opener, threadId, ask })),
      ...words.replies.map((at): TurnEvent => ({ at, type: "answered", threadId, isWaived: false })),
      ...(settled === null ? [] : [{ at: settled, type: "answered" as const, threadId, isWaived }]),
    ];
  });
}

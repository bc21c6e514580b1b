import { latestOf } from "../../calendar/instant.ts";
import { isBotLogin, type People } from "../../conversation/people.ts";
import { isAnswered, type Utterance } from "../../conversation/remark.ts";
import type { Instant, ReviewThread } from "../../pull-request.ts";
import type { TurnEvent } from "../turn-event.ts";
import type { TurnRemark, TurnsInput } from "../turns.ts";
import type { Push } from "./acts.ts";

/** A remark in which somebody other than the author asks. Its exchange leaves out outsiders. */
export interface Asking {
  remark: TurnRemark;
  thread: ReviewThread | null;
  exchange: Utterance[];
  /** A thread that blocked until its review, which requested changes, was replaced or dismissed. */
  blockedByReview: boolean;
}

type Input = Pick<TurnsInput, "pullRequest" | "remarks" | "reopened">;

/**
 * All remarks that ask the author something. Leaves out praise, notes, nits, hidden comments, outsiders and
 * bots.
 */
export function listAsking({ pullRequest, remarks, reopened }: Input, people: People): Asking[] {
  const threads = new Map(pullRequest.threads.map((thread) => [thread.id, thread]));
  const requesting = new Set([
    ...pullRequest.reviews.flatMap(({ id, state }) => (state === "changes_requested" ? [id] : [])),
    ...pullRequest.timeline.flatMap((event) =>
      event.type === "review_dismissed" && event.previousState === "changes_requested"
        ? [event.reviewId]
        : [],
    ),
  ]);
  return remarks.flatMap((one) => {
    const { holder } = one;
    const thread = threads.get(one.id) ?? null;
    if (!one.isAsking || thread?.comments[0]?.isMinimized === true) return [];
    if (people.isAuthor(holder) || people.isOutsider(holder) || isBotLogin(holder)) return [];
    const exchange = one.exchange
      .filter(({ by }) => !people.isOutsider(by))
      .map(
        (said): Utterance =>
          people.isAuthor(said.by) && said.does === "ask" ? { ...said, does: "answer" } : said,
      );
    const again = thread?.isResolved === false ? reopened.get(one.id) : undefined;
    const reviewId = thread?.comments[0].reviewId ?? null;
    return {
      remark: one,
      thread,
      exchange: again === undefined ? exchange : askAgain(exchange, again, one),
      blockedByReview: one.mayBlockByReview && reviewId !== null && requesting.has(reviewId),
    };
  });
}

/** A reopened thread: its earlier questions were settled when it was resolved, and are asked again. */
function askAgain(exchange: Utterance[], at: Instant, { id, holder }: TurnRemark): Utterance[] {
  const before = exchange.filter((said) => said.at <= at);
  const last = before.at(-1);
  // The reopened thread had not asked anything yet.
  if (last === undefined) return exchange;
  const settled = { ...last, does: "answer" as const };
  const again: Utterance = { id, by: holder, at, does: "ask", reviewId: null };
  return [...before, settled, again, ...exchange.filter((said) => said.at > at)];
}

/**
 * GitHub gives no time for resolving, outdating and closing, so they count from the author's latest reply to
 * this reviewer, or push. An outdated thread in which the reviewer went on after the last push is still open.
 * Null when nothing settles it or an answer already did, unless the asker closed it (`isWaived`), which
 * counts more than an answer.
 */
function findSettling(
  { remark, thread, exchange }: Asking,
  isWaived: boolean,
  replies: Instant[],
  pushes: Push[],
): Instant | null {
  const asks = exchange.filter(({ does }) => does === "ask").map(({ at }) => at);
  const [opened, lastAsk] = [asks[0], asks.at(-1)];
  if (opened === undefined || lastAsk === undefined) return null;
  if (!isWaived && isAnswered(exchange)) return null;
  const wentOn = lastAsk > opened && !pushes.some(({ at }) => at >= lastAsk);
  const isSettled = thread === null ? !remark.isOpen : thread.isResolved || (thread.isOutdated && !wentOn);
  if (!isSettled) return null;
  const answers = thread === null ? [] : replies;
  return latestOf(lastAsk, ...answers, ...pushes.map(({ at }) => at));
}

/** The questions and answers of all threads and remarks, as events. */
export function listAskEvents(all: Asking[], pushes: Push[]): TurnEvent[] {
  return all.flatMap((asking): TurnEvent[] => {
    const { remark, thread, exchange } = asking;
    const about = remark.id;
    const blocking = remark.kind === "blocking";
    // Resolved by its asker, or by anybody for a deleted account: nothing is expected any more.
    const isWaived =
      thread === null
        ? !remark.isOpen
        : thread.isResolved && (thread.resolvedBy === remark.holder || remark.holder === "ghost");
    const replies = all
      .filter((other) => other.thread !== null && other.remark.holder === remark.holder)
      .flatMap((other) => other.exchange.filter(({ does }) => does === "answer").map(({ at }) => at));
    const settled = findSettling(asking, isWaived, replies, pushes);
    const events = exchange.flatMap(({ id, at, by, does }): TurnEvent[] => {
      if (does === "answer")
        return [{ at, id, type: "answered", about, isWaived: thread === null && isWaived }];
      const isHolder = by === remark.holder;
      // Thanks do not release anything that holds the merge.
      if (does === "thank")
        return isHolder && remark.isHolding ? [] : [{ at, id, type: "thanked", by, about }];
      const kind = isHolder ? remark.kind : "question";
      const isBlocking = isHolder && blocking;
      const blockedByReview = isHolder && asking.blockedByReview;
      return [{ at, id, type: "asked", by, about, kind, isBlocking, blockedByReview }];
    });
    return settled === null
      ? events
      : [...events, { at: settled, id: about, type: "answered", about, isWaived }];
  });
}

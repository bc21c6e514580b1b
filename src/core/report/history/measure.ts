import { dueAt } from "../../calendar/business-time.ts";
import type { Calendar } from "../../calendar/calendar.ts";
import {
  type Closing,
  cutRunning,
  findClosingAt,
  measureRunning,
  type Running,
} from "../../calendar/running.ts";
import type { Kind } from "../../config/schema/review-schema.ts";
import type { TurnsConfig } from "../../config/schema/turns-schema.ts";
import type { Instant } from "../../pull-request.ts";
import { decideDue, moveDue, type Stop } from "../../turns/clock/decide-due.ts";
import type { Sample } from "./kaplan-meier.ts";
import type { Life } from "./life.ts";

type ReviewOutcome = "answered" | "open" | "mergedWithoutReview" | "closedWithoutReview";

/** A waiting time by both clocks. */
export interface Waited {
  business: Sample;
  wall: Sample;
}

/** One pull request of the report, as it was known at the end of the period. Times are seconds. */
export interface Measured {
  readyAt: Instant;
  outcome: ReviewOutcome;
  firstReview: Waited;
  firstBotAnswer: Waited;
  /** Null when nobody was asked. */
  requestToReview: Waited | null;
  /** Business time in which it waited for reviewers, and for the author. */
  reviewerTime: number;
  authorTime: number;
  /** Null before the first answer. */
  rounds: number | null;
  /** Null while its target has not passed, or when it ended before. */
  isTargetMet: boolean | null;
  completeWhenReady: boolean | null;
  completeWhenReviewed: boolean | null;
  changedLines: number;
  threads: (Kind | null)[];
  backAndForth: number;
  decisions: number;
  written: number;
  /** Whether each was followed by an act within a business day; null while that day lasts. */
  reminders: (boolean | null)[];
}

export interface MeasureOptions {
  until: Instant;
  calendar: Calendar;
  targets: TurnsConfig["targets"];
}

/** The pull request as it was known at `until`; null when it was not ready by then. */
export function measure(life: Life, options: MeasureOptions): Measured | null {
  const { until } = options;
  const running = cutRunning(life.running, until);
  const readyAt = running[0]?.from;
  if (readyAt === undefined) return null;
  const closing = findClosingAt(life.closings, until);
  // What came after it was closed, or after the period, does not count.
  const counts = (at: Instant | null): at is Instant =>
    at !== null && at < until && (closing === null || at <= closing.at);
  const answeredAt = counts(life.answeredAt) ? life.answeredAt : null;
  const wait = (from: Instant, at: Instant | null) =>
    measureWait(running, from, counts(at) ? at : null, options);
  const threads = life.threads.filter(({ at }) => at < until);
  return {
    readyAt,
    outcome: answeredAt === null ? findUnanswered(closing) : "answered",
    firstReview: wait(readyAt, life.answeredAt),
    firstBotAnswer: wait(readyAt, life.botAnsweredAt),
    requestToReview: counts(life.requestedAt) ? wait(life.requestedAt, life.reviewedAt) : null,
    ...measureSides(life, running, options),
    rounds: answeredAt === null ? null : life.returns.filter(counts).length,
    isTargetMet: isTargetMet(life, running, answeredAt, options),
    completeWhenReady: life.completeWhenReady,
    completeWhenReviewed: answeredAt === null ? null : life.completeWhenReviewed,
    changedLines: life.changedLines,
    threads: threads.map(({ kind }) => kind),
    backAndForth: threads.filter(({ wentBackAndForth }) => wentBackAndForth).length,
    decisions: life.decisions.filter((at) => at < until).length,
    written: life.written.filter((at) => at < until).length,
    reminders: life.reminders
      .filter(({ at }) => at < until)
      .map((reminder) => wasFollowed(reminder, options)),
  };
}

function findUnanswered(closing: Closing | null): ReviewOutcome {
  if (closing === null) return "open";
  return closing.isMerged ? "mergedWithoutReview" : "closedWithoutReview";
}

function measureWait(
  running: readonly Running[],
  from: Instant,
  at: Instant | null,
  { until, calendar }: MeasureOptions,
): Waited {
  const { business, wall } = measureRunning(running, { from, to: at ?? until, calendar });
  const isEvent = at !== null;
  return { business: { time: business, isEvent }, wall: { time: wall, isEvent } };
}

/** How long it waited for each side, while it was open and ready. */
function measureSides(
  { waits }: Life,
  running: readonly Running[],
  { until, calendar }: MeasureOptions,
): Pick<Measured, "reviewerTime" | "authorTime"> {
  let reviewerTime = 0;
  let authorTime = 0;
  for (const { from, to, reviewers, author } of waits) {
    const { business } = measureRunning(running, { from, to: to ?? until, calendar });
    if (reviewers) reviewerTime += business;
    if (author) authorTime += business;
  }
  return { reviewerTime, authorTime };
}

/**
 * Did the first answer come by the due instant, which pauses postpone? False when that instant passed before
 * anything ended the wait; null while nobody knows.
 */
function isTargetMet(
  { labels }: Life,
  running: readonly Running[],
  answeredAt: Instant | null,
  { until, calendar, targets }: MeasureOptions,
): boolean | null {
  const readyAt = running[0]?.from;
  if (readyAt === undefined) return null;
  const { at, isWallTime } = decideDue(readyAt, calendar, { labels, role: "reviewer", targets });
  const pauses = running.slice(1).flatMap(({ from: to }, index): Stop[] => {
    const from = running[index]?.to ?? null;
    return from === null ? [] : [{ from, to }];
  });
  const due = at === null ? null : moveDue(at, readyAt, pauses, { isWallTime, calendar });
  if (due === null) return null;
  const end = running.at(-1)?.to ?? until;
  // An answer in a pause counts at the pause's start, when the clock stopped. The last pause has no end.
  const stoppedAt = (instant: Instant) =>
    [...pauses, { from: end, to: null }].find(
      ({ from, to }) => from <= instant && (to === null || instant < to),
    )?.from ?? instant;
  if (answeredAt !== null) return stoppedAt(answeredAt) <= due;
  return due < end ? false : null;
}

function wasFollowed(
  { at, followedAt }: Life["reminders"][number],
  { until, calendar }: MeasureOptions,
): boolean | null {
  const by = dueAt(at, { amount: 1, unit: "day", isBusiness: true }, calendar);
  if (followedAt !== null && followedAt < until && (by === null || followedAt <= by)) return true;
  return by !== null && by < until ? false : null;
}

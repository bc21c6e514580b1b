import type { Kind } from "../../config/schema/review-schema.ts";
import { kindsByWeight } from "../../conversation/remark.ts";
import { findPercentiles, type Sample } from "./kaplan-meier.ts";
import type { Measured, Waited } from "./measure.ts";

/** Whole seconds; null: not reached, or too few. */
export interface Percentiles {
  p50: number | null;
  p75: number | null;
  p90: number | null;
}

interface WaitFigures {
  /** How many pull requests it is about. */
  n: number;
  business: Percentiles;
  wall: Percentiles;
}

/** Shares of the pull requests by changed lines. */
const sizes = ["below 50", "50 to 249", "250 to 999", "1000 and more"] as const;

/** The figures of a group of pull requests. Shares are from 0 to 1. Null where there are fewer than five. */
export interface Figures {
  ready: number;
  answered: number;
  open: number;
  mergedWithoutReview: number;
  closedWithoutReview: number;
  firstReview: WaitFigures;
  requestToReview: WaitFigures;
  firstBotAnswer: WaitFigures;
  reviewerShare: number | null;
  /** The author's pushes and requests after a review, per answered pull request. */
  rounds: number | null;
  targetsMet: number | null;
  completeWhenReady: number | null;
  completeWhenReviewed: number | null;
  conversation: {
    threads: Record<Kind | "none", number>;
    blockingPerPullRequest: number | null;
    backAndForth: number;
    decisions: number;
  };
  calm: { writtenPerPullRequest: number | null; reminders: number; remindersFollowed: number | null };
  sizes: Record<(typeof sizes)[number], number | null>;
}

/** The percentiles of each wait. */
export const percents = [50, 75, 90] as const;

/** A smaller group's pull requests are only counted; its other figures are null. */
export const minGroupSize = 5;

const isNumber = (value: number | null): value is number => value !== null;
const isKnown = (value: boolean | null): value is boolean => value !== null;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export const roundShare = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The mean, of five or more. */
function meanOf(values: readonly number[]): number | null {
  return values.length < minGroupSize ? null : roundShare(sum(values) / values.length);
}

const shareOf = (values: readonly (boolean | null)[]) => meanOf(values.filter(isKnown).map(Number));

const percentilesOf = (samples: readonly Sample[]): Percentiles => {
  const [p50 = null, p75 = null, p90 = null] =
    samples.length < minGroupSize ? [] : findPercentiles(samples, percents);
  return { p50, p75, p90 };
};

function figuresOfWaits(waits: readonly (Waited | null)[]): WaitFigures {
  const known = waits.filter((one) => one !== null);
  return {
    n: known.length,
    business: percentilesOf(known.map(({ business }) => business)),
    wall: percentilesOf(known.map(({ wall }) => wall)),
  };
}

function findReviewerShare(all: readonly Measured[]): number | null {
  const waited = all.filter(({ reviewerTime, authorTime }) => reviewerTime + authorTime > 0);
  if (waited.length < minGroupSize) return null;
  const reviewers = sum(waited.map(({ reviewerTime }) => reviewerTime));
  return roundShare(reviewers / (reviewers + sum(waited.map(({ authorTime }) => authorTime))));
}

function sizeOf(changedLines: number): (typeof sizes)[number] {
  if (changedLines < 50) return sizes[0];
  if (changedLines < 250) return sizes[1];
  return changedLines < 1000 ? sizes[2] : sizes[3];
}

/** The figures of a group, from all its pull requests at once, never from the figures of smaller groups. */
export function findFigures(all: readonly Measured[]): Figures {
  const count = (outcome: Measured["outcome"]) => all.filter((one) => one.outcome === outcome).length;
  const kinds = all.flatMap(({ threads }) => threads);
  const countKind = (kind: Kind | null) => kinds.filter((one) => one === kind).length;
  const reminders = all.flatMap((one) => one.reminders);
  return {
    ready: all.length,
    answered: count("answered"),
    open: count("open"),
    mergedWithoutReview: count("mergedWithoutReview"),
    closedWithoutReview: count("closedWithoutReview"),
    firstReview: figuresOfWaits(all.map(({ firstReview }) => firstReview)),
    requestToReview: figuresOfWaits(all.map(({ requestToReview }) => requestToReview)),
    firstBotAnswer: figuresOfWaits(all.map(({ firstBotAnswer }) => firstBotAnswer)),
    reviewerShare: findReviewerShare(all),
    rounds: meanOf(all.map(({ rounds }) => rounds).filter(isNumber)),
    targetsMet: shareOf(all.map(({ isTargetMet }) => isTargetMet)),
    completeWhenReady: shareOf(all.map(({ completeWhenReady }) => completeWhenReady)),
    completeWhenReviewed: shareOf(all.map(({ completeWhenReviewed }) => completeWhenReviewed)),
    conversation: {
      threads: {
        ...(Object.fromEntries(kindsByWeight.map((kind) => [kind, countKind(kind)])) as Record<Kind, number>),
        none: countKind(null),
      },
      blockingPerPullRequest: meanOf(
        all.map(({ threads }) => threads.filter((kind) => kind === "blocking").length),
      ),
      backAndForth: sum(all.map(({ backAndForth }) => backAndForth)),
      decisions: sum(all.map(({ decisions }) => decisions)),
    },
    calm: {
      writtenPerPullRequest: meanOf(all.map(({ written }) => written)),
      reminders: reminders.length,
      remindersFollowed: shareOf(reminders),
    },
    sizes: Object.fromEntries(
      sizes.map((size) => [size, shareOf(all.map(({ changedLines }) => sizeOf(changedLines) === size))]),
    ) as Figures["sizes"],
  };
}

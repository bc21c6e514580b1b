import { findFigures, type Figures, type Percentiles } from "./figures.ts";
import type { Measured } from "./measure.ts";

/**
 * After minus before, and between which values 95 % of the resamples lie; null where either side has no
 * figure.
 */
export interface Difference {
  value: number | null;
  low: number | null;
  high: number | null;
}

type OfPercentiles = Record<keyof Percentiles, Difference>;
const waits = ["firstReview", "requestToReview"] as const;
const shares = [
  "reviewerShare",
  "rounds",
  "targetsMet",
  "completeWhenReady",
  "completeWhenReviewed",
] as const;

export type Differences = Record<(typeof waits)[number], { business: OfPercentiles; wall: OfPercentiles }> &
  Record<(typeof shares)[number], Difference>;

const resamples = 1000;

/** Mulberry32: the same numbers each time, so that the same history has the same interval. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * How two groups differ, with a bootstrap interval: pull requests are drawn with replacement from each, a
 * thousand times, and the middle 95 % of the differences is the interval. A draw whose percentile is not
 * reached lies beyond every number, so an end of the interval that falls there is null.
 */
export function compare(before: readonly Measured[], after: readonly Measured[]): Differences {
  const random = createRandom(1);
  const draw = (all: readonly Measured[]) => all.flatMap(() => all[Math.floor(random() * all.length)] ?? []);
  const drawn = Array.from({ length: resamples }, () => ({
    before: flatten(findFigures(draw(before))),
    after: flatten(findFigures(draw(after))),
  }));
  const [whole, then] = [flatten(findFigures(before)), flatten(findFigures(after))];
  const differenceOf = (key: string): Difference => {
    const value = subtract(then.get(key), whole.get(key));
    if (value === null) return { value, low: null, high: null };
    const toReached = (figure: number | null | undefined) => figure ?? Number.POSITIVE_INFINITY;
    const sorted = drawn
      .map((one) => toReached(one.after.get(key)) - toReached(one.before.get(key)))
      .filter((difference) => !Number.isNaN(difference))
      .sort((a, b) => a - b);
    const at = (share: number) => {
      const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
      return found !== undefined && Number.isFinite(found) ? round(found) : null;
    };
    return { value, low: at(0.025), high: at(0.975) };
  };
  const ofWaits = (name: string, clock: string) => ({
    p50: differenceOf(`${name}.${clock}.p50`),
    p75: differenceOf(`${name}.${clock}.p75`),
    p90: differenceOf(`${name}.${clock}.p90`),
  });
  return {
    ...Object.fromEntries(
      waits.map((name) => [name, { business: ofWaits(name, "business"), wall: ofWaits(name, "wall") }]),
    ),
    ...Object.fromEntries(shares.map((name) => [name, differenceOf(name)])),
  } as Differences;
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

const subtract = (a: number | null | undefined, b: number | null | undefined) =>
  a == null || b == null ? null : round(a - b);

/** The compared figures by their path. */
function flatten(figures: Figures): Map<string, number | null> {
  const found = new Map<string, number | null>(shares.map((name) => [name, figures[name]]));
  for (const name of waits)
    for (const clock of ["business", "wall"] as const)
      for (const [p, value] of Object.entries(figures[name][clock]))
        found.set(`${name}.${clock}.${p}`, value);
  return found;
}

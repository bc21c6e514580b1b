import { type Column, formatFigure, groups, readPath, textOf } from "./columns.ts";
import { type Figures, minGroupSize, type Percentiles, percents, roundShare } from "./figures.ts";
import { byWaiting, findPercentilesOf, type Sample } from "./kaplan-meier.ts";
import type { Measured } from "./measure.ts";

/** After minus before, and the interval of the middle 95 % of resamples; null where a side has no figure. */
interface Difference {
  value: number | null;
  low: number | null;
  high: number | null;
}

type OfPercentiles = Record<keyof Percentiles, Difference>;
const waits = ["firstReview", "requestToReview"] as const;
const clocks = ["business", "wall"] as const;
type Mean = "rounds" | "targetsMet" | "completeWhenReady" | "completeWhenReviewed";

/** Figures that are means over the pull requests: of a number, or yes and no; null leaves one out. */
const means: Record<Mean, (one: Measured) => number | boolean | null> = {
  rounds: ({ rounds }) => rounds,
  targetsMet: ({ isTargetMet }) => isTargetMet,
  completeWhenReady: (one) => one.completeWhenReady,
  completeWhenReviewed: (one) => one.completeWhenReviewed,
};

type Differences = Record<(typeof waits)[number], { business: OfPercentiles; wall: OfPercentiles }> &
  Record<Mean | "reviewerShare", Difference>;

/** Two windows of equal length around a mark. */
export interface Comparison {
  mark: string;
  /** Length of both windows, in days. */
  days: number;
  before: Figures;
  after: Figures;
  difference: Differences;
}

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
  const [ofBefore, ofAfter] = [prepare(before), prepare(after)];
  const drawn = Array.from({ length: resamples }, () => ({
    before: ofBefore(draw(before.length, random)),
    after: ofAfter(draw(after.length, random)),
  }));
  const once = { before: ofBefore(all(before.length)), after: ofAfter(all(after.length)) };
  const differenceOf = (key: string): Difference => {
    const value = subtract(once.after.get(key), once.before.get(key));
    if (value === null) return { value, low: null, high: null };
    const toReached = (figure: number | null | undefined) => figure ?? Number.POSITIVE_INFINITY;
    const sorted = drawn
      .map((one) => toReached(one.after.get(key)) - toReached(one.before.get(key)))
      .filter((difference) => !Number.isNaN(difference))
      .sort((a, b) => a - b);
    const at = (share: number) => {
      const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
      return found !== undefined && Number.isFinite(found) ? roundShare(found) : null;
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
    ...Object.fromEntries(["reviewerShare", ...Object.keys(means)].map((name) => [name, differenceOf(name)])),
  } as Differences;
}

const subtract = (from: number | null | undefined, what: number | null | undefined) =>
  from == null || what == null ? null : roundShare(from - what);

/** How often each pull request of a group counts, by its index. */
type Counts = Uint32Array;

const all = (size: number): Counts => new Uint32Array(size).fill(1);

function draw(size: number, random: () => number): Counts {
  const counts = new Uint32Array(size);
  for (let drawn = 0; drawn < size; drawn += 1) {
    const index = Math.floor(random() * size);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/**
 * The compared figures by their path, as `findFigures` has them, for any draw of the group. Sorts once, so
 * that no draw has to.
 */
function prepare(group: readonly Measured[]): (counts: Counts) => Map<string, number | null> {
  const ofWaits = waits.flatMap((name) =>
    clocks.map((clock) => {
      const samples = group
        .flatMap((one, index) => (one[name] === null ? [] : [{ ...one[name][clock], index }]))
        .sort(byWaiting);
      return { path: `${name}.${clock}`, samples };
    }),
  );
  const ofMeans = Object.entries(means).map(([name, read]) => ({
    name,
    values: group.map(read).map((value) => (value === null ? null : Number(value))),
  }));
  return (counts) => {
    const found = new Map<string, number | null>();
    for (const { path, samples } of ofWaits) {
      const values = findDrawnPercentiles(samples, counts);
      for (const [which, percent] of percents.entries())
        found.set(`${path}.p${percent}`, values[which] ?? null);
    }
    for (const { name, values } of ofMeans) found.set(name, findDrawnMean(values, counts));
    return found.set("reviewerShare", findDrawnReviewerShare(group, counts));
  };
}

function findDrawnPercentiles(samples: readonly (Sample & { index: number })[], counts: Counts) {
  const countOf = (position: number) => counts[samples[position]?.index ?? -1] ?? 0;
  let size = 0;
  for (const { index } of samples) size += counts[index] ?? 0;
  return size < minGroupSize ? [] : findPercentilesOf(samples, { size, countOf }, percents);
}

function findDrawnMean(values: readonly (number | null)[], counts: Counts): number | null {
  let [size, sum] = [0, 0];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const count = counts[index] ?? 0;
    size += count;
    sum += count * value;
  }
  return size < minGroupSize ? null : roundShare(sum / size);
}

function findDrawnReviewerShare(group: readonly Measured[], counts: Counts): number | null {
  let [size, reviewers, total] = [0, 0, 0];
  for (const [index, { reviewerTime, authorTime }] of group.entries()) {
    if (reviewerTime + authorTime === 0) continue;
    const count = counts[index] ?? 0;
    size += count;
    reviewers += count * reviewerTime;
    total += count * (reviewerTime + authorTime);
  }
  return size < minGroupSize ? null : roundShare(reviewers / total);
}

/** A figure's name for a table without its group's question. */
function nameAlone({ key, title }: Column): string {
  if (key.startsWith("firstReview")) return `first review, ${title}`;
  if (key.startsWith("requestToReview"))
    return `request to review, ${title.replace("request to review, ", "")}`;
  if (key === "reviewerShare") return "reviewers' share";
  return key.startsWith("complete") ? `complete ${title}` : title;
}

/** A difference of shares is in percentage points. */
const formatDifference = (value: number, unit: Column["unit"]) =>
  unit === "share" ? `${Math.round(value * 100)} pp` : formatFigure(value, unit);

function formatSigned(value: number | null, unit: Column["unit"]): string {
  if (value === null) return "–";
  const sign = ["−", "±", "+"][1 + Math.sign(value)];
  return `${sign}${formatDifference(Math.abs(value), unit)}`;
}

/** The compared figures with their differences, as rows of text; none without a comparison. */
export function comparisonRows({ comparison }: { comparison: Comparison | null }): string[][] {
  if (comparison === null) return [];
  const { before, after, difference } = comparison;
  const compared = groups
    .flatMap(({ columns }) => columns)
    .flatMap((figure) => {
      const found = readPath(difference, figure.key) as Difference | undefined;
      if (found === undefined) return [];
      const signed = (value: number | null) => formatSigned(value, figure.unit);
      const interval = found.value === null ? "–" : `${signed(found.low)} to ${signed(found.high)}`;
      return [
        [nameAlone(figure), textOf(figure, before), textOf(figure, after), signed(found.value), interval],
      ];
    });
  const mix = Object.keys(before.sizes).map((size) => {
    const key = size as keyof Figures["sizes"];
    return [
      `size: ${size} lines`,
      formatFigure(before.sizes[key], "share"),
      formatFigure(after.sizes[key], "share"),
      "",
      "",
    ];
  });
  return [["pull requests", String(before.ready), String(after.ready), "", ""], ...compared, ...mix];
}

export const comparisonHeader = ["", "before", "after", "difference", "95 % interval"];

/** What a comparison shows, and what it does not. */
export function comparisonNote({ comparison }: { comparison: Comparison | null }): string {
  if (comparison === null) return "";
  const { days, mark } = comparison;
  return `${days} days before ${mark} and ${days} days from a week after it; the week between is left out. Shares differ by percentage points (pp). This is a correlation: it does not say what caused the difference. Compare the mix of sizes too.`;
}

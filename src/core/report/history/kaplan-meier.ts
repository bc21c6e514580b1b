/** A waiting time in seconds: until the event (`isEvent`), or until the waiting was last seen (censored). */
export interface Sample {
  time: number;
  isEvent: boolean;
}

/** The order that `findPercentilesOf` expects. */
export const byWaiting = (left: Sample, right: Sample): number => left.time - right.time;

/**
 * Percentiles of a waiting time by Kaplan and Meier, so that those who still wait count, too: each is the
 * smallest t with S(t) ≤ 1 − p. At equal times, events come before censorings. Null where S never falls that
 * low.
 * @param percents whole numbers, ascending
 */
export const findPercentiles = (samples: readonly Sample[], percents: readonly number[]): (number | null)[] =>
  findPercentilesOf(samples.toSorted(byWaiting), { size: samples.length, countOf: () => 1 }, percents);

/**
 * The same for samples sorted by time, each counted as often as `countOf` says for its index, `size` in all.
 * S is the product of (at risk − events) ÷ at risk over all times. Between two censorings, it is how many are
 * left, divided by how many there were after the first one. So only a censoring multiplies. Whole numbers
 * keep S exact. They grow long, so they are used only where floating point is too close to decide.
 */
export function findPercentilesOf(
  sorted: readonly Sample[],
  { size, countOf }: { size: number; countOf: (index: number) => number },
  percents: readonly number[],
): (number | null)[] {
  const found: (number | null)[] = percents.map(() => null);
  let atRisk = size;
  /** S after the last censoring, and how many were at risk then. */
  let then = { surviving: 1n, all: 1n, share: 1, atRisk };
  let next = 0;
  for (
    let index = 0, [first] = sorted;
    first !== undefined && next < percents.length;
    first = sorted[index]
  ) {
    const { time } = first;
    let [events, censored] = [0, 0];
    for (; sorted[index]?.time === time; index += 1) {
      if (sorted[index]?.isEvent === true) events += countOf(index);
      else censored += countOf(index);
    }
    atRisk -= events;
    for (const percent of events > 0 ? percents.slice(next) : []) {
      if (!isAtMost(then, atRisk, percent)) break;
      found[next] = time;
      next += 1;
    }
    if (censored === 0) continue;
    if (atRisk !== then.atRisk)
      then = {
        surviving: then.surviving * BigInt(atRisk),
        all: then.all * BigInt(then.atRisk),
        share: (then.share * atRisk) / then.atRisk,
        atRisk,
      };
    atRisk -= censored;
    then.atRisk = atRisk;
  }
  return found;
}

/** Is S ≤ 1 − p while `left` are at risk? */
function isAtMost(
  then: { surviving: bigint; all: bigint; share: number; atRisk: number },
  left: number,
  percent: number,
): boolean {
  const difference = (then.share * left) / then.atRisk - (100 - percent) / 100;
  if (Math.abs(difference) > 1e-6) return difference < 0;
  return then.surviving * BigInt(left) * 100n <= then.all * BigInt(then.atRisk) * BigInt(100 - percent);
}

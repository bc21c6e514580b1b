/** How long somebody waited, in seconds: until it happened (`isEvent`), or until nobody looked any more. */
export interface Sample {
  time: number;
  isEvent: boolean;
}

/**
 * Percentiles of a waiting time by Kaplan and Meier, so that those who still wait count as such: each is the
 * smallest t with S(t) ≤ 1 − p. What happens at the same time as a censoring comes before it. Null where S
 * never falls that low. Fractions are whole numbers, so that no rounding moves a percentile.
 * @param percents whole numbers, ascending
 */
export function findPercentiles(samples: readonly Sample[], percents: readonly number[]): (number | null)[] {
  const found: (number | null)[] = percents.map(() => null);
  const sorted = samples.toSorted((a, b) => a.time - b.time);
  let surviving = 1n;
  let all = 1n;
  let next = 0;
  let atRisk = sorted.length;
  for (const [time, together] of Map.groupBy(sorted, (sample) => sample.time)) {
    const events = together.filter(({ isEvent }) => isEvent).length;
    if (events > 0) {
      surviving *= BigInt(atRisk - events);
      all *= BigInt(atRisk);
      let percent = percents[next];
      while (percent !== undefined && surviving * 100n <= all * BigInt(100 - percent)) {
        found[next] = time;
        next += 1;
        percent = percents[next];
      }
      if (percent === undefined) break;
    }
    atRisk -= together.length;
  }
  return found;
}

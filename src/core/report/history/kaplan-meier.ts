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
  for (let at = 0; at < sorted.length && next < percents.length; ) {
    const { time } = sorted[at]!;
    const atRisk = sorted.length - at;
    let events = 0;
    for (; at < sorted.length && sorted[at]!.time === time; at += 1) if (sorted[at]!.isEvent) events += 1;
    if (events === 0) continue;
    surviving *= BigInt(atRisk - events);
    all *= BigInt(atRisk);
    while (next < percents.length && surviving * 100n <= all * BigInt(100 - percents[next]!)) {
      found[next] = time;
      next += 1;
    }
  }
  return found;
}

import type { Calendar } from "./calendar.ts";
import { secondWhenWorked, workedUpTo } from "./day-pattern.ts";
import { secondsADay } from "./seconds.ts";

/*
 * The local line: seconds of wall time since 1970-01-01T00:00 on the person's clock, as if it never changed. Hours are
 * intervals on it. A change of the clock is handled by the callers, stretch by stretch.
 */

const dayOf = (local: number) => Math.floor(local / secondsADay);
const secondOf = (local: number) => local - dayOf(local) * secondsADay;

/** Is that second of wall time worked? */
export function isWorkedLocally(local: number, calendar: Calendar): boolean {
  const second = secondOf(local);
  return calendar.patterns.of(dayOf(local)).spans.some(({ from, to }) => from <= second && second < to);
}

/** Seconds worked on the local line from `from` up to `to`. */
export function workedLocally(from: number, to: number, calendar: Calendar): number {
  const [first, last] = [dayOf(from), dayOf(to)];
  const before = workedUpTo(calendar.patterns.of(first), secondOf(from));
  const part = workedUpTo(calendar.patterns.of(last), secondOf(to));
  return calendar.seconds.between(first, last) + part - before;
}

/** The first local second at which that much (more than 0) has been worked since `from`; null when never. */
export function whenWorkedLocally(from: number, seconds: number, calendar: Calendar): number | null {
  const first = dayOf(from);
  const wanted = seconds + workedUpTo(calendar.patterns.of(first), secondOf(from));
  const day = calendar.seconds.dayReaching(first, wanted);
  if (day === null) return null;
  const rest = wanted - calendar.seconds.between(first, day);
  return day * secondsADay + secondWhenWorked(calendar.patterns.of(day), rest);
}

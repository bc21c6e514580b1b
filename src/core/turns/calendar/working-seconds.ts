import type { Calendar } from "./calendar.ts";
import { isWorkedLocally, whenWorkedLocally, workedLocally } from "./local-line.ts";

/*
 * Business time in seconds since 1970 in UTC. An instant is worked when the wall clock shows a time within the hours; an
 * hour that the clock shows twice counts twice, one that it skips does not count.
 */

/** Is that second within the working hours of a working day? */
export function isWorkedAt(second: number, calendar: Calendar): boolean {
  return isWorkedLocally(second + calendar.zone.stretchAt(second).offset, calendar);
}

/** Working seconds in [from, to); 0 when `to` is not after `from`. */
export function workedBetween(from: number, to: number, calendar: Calendar): number {
  let worked = 0;
  for (let at = from; at < to; ) {
    const { end, offset } = calendar.zone.stretchAt(at);
    const until = Math.min(end, to);
    worked += workedLocally(at + offset, until + offset, calendar);
    at = until;
  }
  return worked;
}

/** The first instant at which that much (more than 0) has been worked since `from`; null when never, or not within 50 years. */
export function whenWorked(from: number, seconds: number, calendar: Calendar): number | null {
  let left = seconds;
  for (let at = from; ; ) {
    const { end, offset } = calendar.zone.stretchAt(at);
    const local = whenWorkedLocally(at + offset, left, calendar);
    if (local === null) return null;
    if (local - offset <= end) return local - offset;
    left -= workedLocally(at + offset, end + offset, calendar);
    at = end;
  }
}

/** That instant when it is worked, else the next opening; null when there is none. */
export function openingFrom(second: number, calendar: Calendar): number | null {
  if (isWorkedAt(second, calendar)) return second;
  // The end of the next worked second.
  const end = whenWorked(second, 1, calendar);
  return end === null ? null : end - 1;
}

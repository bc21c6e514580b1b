import { type DayNumber, weekdayOf } from "./day-number.ts";
import type { OffDays } from "./off-days.ts";
import { secondsADay } from "./seconds.ts";
import type { Shift, Week } from "./week.ts";

/** What is worked within one date: its own shift up to midnight, and what the shift of the day before left over. */
export interface DayPattern {
  /** Half-open, sorted, never touching; seconds from 00:00. */
  spans: readonly { from: number; to: number }[];
  total: number;
}

function createPattern(own: Shift | null, before: Shift | null): DayPattern {
  const tail = before !== null && before.close > secondsADay ? before.close - secondsADay : 0;
  const spans = tail > 0 ? [{ from: 0, to: tail }] : [];
  if (own !== null) {
    const to = Math.min(own.close, secondsADay);
    const last = spans[0];
    // Two shifts that overlap are worked once.
    if (last !== undefined && own.open <= last.to) last.to = Math.max(last.to, to);
    else spans.push({ from: own.open, to });
  }
  return { spans, total: spans.reduce((sum, { from, to }) => sum + to - from, 0) };
}

/** The pattern of a date; `weekly` is that of its weekday when neither it nor the day before is an exception. */
export interface DayPatterns {
  of(day: DayNumber): DayPattern;
  weekly(weekday: number): DayPattern;
}

/** A shift belongs to the date that it starts on: a holiday takes the whole shift away, also the part after midnight. */
export function createDayPatterns(week: Week, offDays: OffDays): DayPatterns {
  const variants = week.map((own, weekday) => {
    const before = week[(weekday + 6) % 7] ?? null;
    return [
      createPattern(own, before),
      createPattern(own, null),
      createPattern(null, before),
      createPattern(null, null),
    ];
  });
  const select = (weekday: number, isOff: boolean, wasOff: boolean) =>
    variants[weekday]![(isOff ? 2 : 0) + (wasOff ? 1 : 0)]!;
  return {
    of: (day) => select(weekdayOf(day), offDays.isOff(day), offDays.isOff(day - 1)),
    weekly: (weekday) => select(weekday, false, false),
  };
}

/** Seconds worked from 00:00 up to that second of the day. */
export function workedUpTo(pattern: DayPattern, second: number): number {
  let worked = 0;
  for (const { from, to } of pattern.spans) worked += Math.max(0, Math.min(second, to) - from);
  return worked;
}

/** The second of the day at which that much (more than 0, at most the total) has been worked since 00:00. */
export function secondWhenWorked(pattern: DayPattern, worked: number): number {
  let left = worked;
  for (const { from, to } of pattern.spans) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  throw new RangeError(`A day with ${pattern.total} working seconds cannot hold ${worked}.`);
}

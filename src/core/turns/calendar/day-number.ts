import { Temporal } from "temporal-polyfill";

/** A date as the number of days since 1970-01-01: dates are counted and compared far more often than they are shown. */
export type DayNumber = number;

const epoch = Temporal.PlainDate.from("1970-01-01");

/** Null when the calendar has no such date (`2026-02-30`). */
export function parseDay(date: string): DayNumber | null {
  try {
    return epoch.until(Temporal.PlainDate.from(date)).days;
  } catch {
    return null;
  }
}

/** 0 is Monday: 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The number of 1 January, by the Gregorian calendar's rule for leap years. */
export function firstDayOf(year: number): DayNumber {
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  // 477 leap days lie before 1970.
  return 365 * (year - 1970) + leaps - 477;
}

/** The year that the date lies in. */
export function yearOf(day: DayNumber): number {
  const guess = 1970 + Math.floor(day / 365.2425);
  if (firstDayOf(guess) > day) return guess - 1;
  return firstDayOf(guess + 1) <= day ? guess + 1 : guess;
}

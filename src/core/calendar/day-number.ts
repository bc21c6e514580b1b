import { Temporal } from "temporal-polyfill";

/** A date as the number of days since 1970-01-01: dates are counted and compared far more often than they are shown. */
export type DayNumber = number;

const epoch = Temporal.PlainDate.from("1970-01-01");

/** Null when there is no such date (`2026-02-30`). */
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

/** The year that the date lies in. */
export function yearOf(day: DayNumber): number {
  return epoch.add({ days: day }).year;
}

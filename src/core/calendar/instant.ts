import { Temporal } from "temporal-polyfill";
import type { Instant } from "../pull-request.ts";

/** Seconds in a day of wall time. Clock changes are in the zone's offset. */
export const secondsADay = 86_400;

/** Seconds since 1970-01-01T00:00:00Z of an RFC 3339 instant with any offset; fractions are dropped. */
export function parseSeconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** The instant in UTC with whole seconds, as GitHub writes it. */
export function formatSeconds(seconds: number): Instant {
  return `${new Date(seconds * 1000).toISOString().slice(0, -5)}Z`;
}

/** Compares instants as GitHub writes them (UTC, whole seconds), earliest first. */
export function compareInstants(left: Instant, right: Instant): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export const earliestOf = (first: Instant, ...others: Instant[]): Instant =>
  [first, ...others].sort()[0] ?? first;

export const latestOf = (first: Instant, ...others: Instant[]): Instant =>
  [first, ...others].sort().at(-1) ?? first;

/** Null when none is known. */
export const findEarliest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.filter((at) => at !== null).sort()[0] ?? null;

/** A date as days since 1970-01-01, because dates are counted and compared far more often than shown. */
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

/** The year of the date. */
export function yearOf(day: DayNumber): number {
  return epoch.add({ days: day }).year;
}

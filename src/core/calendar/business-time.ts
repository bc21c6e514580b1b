import { Temporal } from "temporal-polyfill";
import type { Instant } from "../pull-request.ts";
import type { Calendar } from "./calendar.ts";
import type { Duration } from "./duration.ts";
import { formatSeconds, parseSeconds, secondsADay } from "./instant.ts";

/** How far to look, in seconds: nobody waits longer than 50 years. */
const horizon = 50 * 366 * secondsADay;

const dayOf = (local: number) => Math.floor(local / secondsADay);

/**
 * Calls `visit` with each span of working time from `from` on, until it returns true or 50 years are over.
 * Spans are half-open, in seconds since 1970 (UTC), in order, and never overlap. An instant counts as working
 * time when the wall clock shows a time within the hours: an hour that the clock shows twice counts twice,
 * and one that it skips does not count.
 */
function walk(from: number, calendar: Calendar, visit: (open: number, close: number) => boolean): void {
  for (let at = from; calendar.hasWorkingTime && at < from + horizon; ) {
    const { end, offset } = calendar.stretchAt(at);
    const until = Math.min(end, from + horizon);
    // The previous day's shift may run over midnight.
    for (let day = dayOf(at + offset) - 1; day * secondsADay - offset < until; day++) {
      const shift = calendar.shiftOf(day);
      if (shift === null) continue;
      const midnight = day * secondsADay - offset;
      const open = Math.max(at, midnight + shift.open);
      const close = Math.min(until, midnight + shift.close);
      if (open >= close) continue;
      if (visit(open, close)) return;
      at = close;
    }
    at = until;
  }
}

/** This second if it is working time, else the next opening; null when there is none. */
function openingFrom(second: number, calendar: Calendar): number | null {
  let opening: number | null = null;
  walk(second, calendar, (open) => {
    opening = open;
    return true;
  });
  return opening;
}

/** Working minutes in [from, to), with fractions; 0 when `to` is not after `from`. */
export const businessTimeBetween = (from: Instant, to: Instant, calendar: Calendar): number =>
  businessSecondsBetween(parseSeconds(from), parseSeconds(to), calendar) / 60;

/** `businessTimeBetween` in seconds, between seconds since 1970 (UTC). */
export function businessSecondsBetween(from: number, to: number, calendar: Calendar): number {
  let worked = 0;
  walk(from, calendar, (open, close) => {
    worked += Math.max(0, Math.min(close, to) - open);
    return close >= to;
  });
  return worked;
}

/**
 * The instant at which this many working minutes are used up. A start outside hours counts from the next
 * opening. Time that is used up exactly at closing ends then, not at the next opening. Null when the calendar
 * does not have that much within 50 years.
 */
export function addBusinessTime(from: Instant, minutes: number, calendar: Calendar): Instant | null {
  let left = minutes * 60;
  let end: number | null = null;
  walk(parseSeconds(from), calendar, (open, close) => {
    if (left <= close - open) end = open + left;
    left -= close - open;
    return end !== null;
  });
  return end === null ? null : formatSeconds(end);
}

/**
 * A local second as an instant: the clock's new time in a skipped hour, the first in a repeated one
 * (Temporal's "compatible").
 */
function toInstant(local: number, timeZone: string): Instant {
  return Temporal.PlainDateTime.from(formatSeconds(local).slice(0, -1))
    .toZonedDateTime(timeZone, { disambiguation: "compatible" })
    .toInstant()
    .toString();
}

/**
 * The same wall time `days` working days later, moved to that day's opening or closing when it is outside its
 * hours. A start outside hours counts from the next opening; after midnight in an overnight shift, the
 * working day is the one on which the shift started. Null when the calendar does not have that many days
 * within 50 years.
 */
function addBusinessDays(from: Instant, days: number, calendar: Calendar): Instant | null {
  const start = openingFrom(parseSeconds(from), calendar);
  if (start === null) return null;
  if (days === 0) return formatSeconds(start);
  const { offset, end } = calendar.stretchAt(start);
  const local = start + offset;
  const date = dayOf(local);
  const opening = calendar.shiftOf(date)?.open ?? secondsADay;
  const first = opening <= local - date * secondsADay ? date : date - 1;
  let left = days;
  for (let day = first + 1; (day - first) * secondsADay < horizon; day++) {
    const shift = calendar.shiftOf(day);
    if (shift === null || --left > 0) continue;
    const wanted = Math.min(Math.max(local - first * secondsADay, shift.open), shift.close);
    const due = day * secondsADay + wanted;
    // Usually the clock has not changed in between.
    return due - offset < end ? formatSeconds(due - offset) : toInstant(due, calendar.timeZone);
  }
  return null;
}

const maxAmount = { minute: horizon / 60, hour: horizon / 3600, day: horizon / secondsADay };

/**
 * Minutes and hours are exact; days keep the zone's wall time when its clock changes. Null beyond 50 years.
 */
export function addWallTime(
  from: Instant,
  amount: number,
  unit: Duration["unit"],
  timeZone: string,
): Instant | null {
  if (amount > maxAmount[unit]) return null;
  const start = Temporal.Instant.from(formatSeconds(parseSeconds(from))).toZonedDateTimeISO(timeZone);
  return start
    .add({ [`${unit}s`]: amount })
    .toInstant()
    .toString();
}

/**
 * When a target that starts at `from` ends. Business hours and days follow the calendar; minutes, hours and
 * days are wall time in the calendar's zone, at any hour. Null when it is more than 50 years away.
 */
export function dueAt(from: Instant, duration: Duration, calendar: Calendar): Instant | null {
  const { amount, unit, isBusiness } = duration;
  if (!isBusiness) return addWallTime(from, amount, unit, calendar.timeZone);
  if (unit === "day") return addBusinessDays(from, amount, calendar);
  return addBusinessTime(from, unit === "hour" ? amount * 60 : amount, calendar);
}

import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../pull-request.ts";
import type { Calendar } from "./calendar.ts";
import { type DayNumber, weekdayOf } from "./day-number.ts";
import { formatSeconds, parseSeconds, secondsADay } from "./seconds.ts";
import type { Shift } from "./week.ts";
import { openingFrom } from "./working-seconds.ts";

function shiftOf(day: DayNumber, calendar: Calendar): Shift | null {
  return calendar.offDays.isOff(day) ? null : (calendar.week[weekdayOf(day)] ?? null);
}

/** The working day that a worked local second belongs to: the date that its shift started on, the later one when two shifts overlap. */
function workingDayOf(local: number, calendar: Calendar): DayNumber {
  const date = Math.floor(local / secondsADay);
  const shift = shiftOf(date, calendar);
  return shift !== null && shift.open <= local - date * secondsADay ? date : date - 1;
}

/** A local second as an instant: in a skipped hour the clock's new time, in a repeated one the first (Temporal's "compatible"). */
function toInstant(local: number, timeZone: string): Instant {
  const wall = Temporal.PlainDateTime.from(formatSeconds(local).slice(0, -1));
  return wall.toZonedDateTime(timeZone, { disambiguation: "compatible" }).toInstant().toString();
}

/**
 * The same wall time on the n-th next working day, moved into that day's hours: before opening is the opening, after
 * closing is the closing. A start outside hours counts from the next opening; after midnight in an overnight shift the
 * working day is still the one that the shift started on. Null when the calendar never has that many days (or not within 50 years).
 */
export function addBusinessDays(from: Instant, days: number, calendar: Calendar): Instant | null {
  const start = openingFrom(parseSeconds(from), calendar);
  if (start === null) return null;
  if (days === 0) return formatSeconds(start);
  const local = start + calendar.zone.stretchAt(start).offset;
  const first = workingDayOf(local, calendar);
  const day = calendar.days.dayReaching(first + 1, days);
  if (day === null) return null;
  const { open, close } = shiftOf(day, calendar)!;
  const wanted = local - first * secondsADay;
  return toInstant(day * secondsADay + Math.min(Math.max(wanted, open), close), calendar.timeZone);
}

import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../pull-request.ts";
import { addBusinessTime } from "../../calendar/business-time.ts";
import type { Calendar } from "../../calendar/calendar.ts";
import { dueAt } from "../../calendar/due-at.ts";
import { parseDuration } from "../../calendar/duration.ts";
import { parseDate } from "../../calendar/parse-date.ts";
import type { Span } from "../../calendar/span.ts";

const dateAt = (instant: Instant, timeZone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();

/** The day that was meant, said at that instant in that calendar's zone; "Thursday" on a Thursday is that day. Null when it is none. */
export function resolveDate(span: Span, at: Instant, calendar: Calendar): string | null {
  if (span.type === "date") return span.date;
  if (span.type === "weekday") return parseDate(span.weekday, at, calendar.timeZone);
  const duration = parseDuration(span.duration);
  const end = duration === null ? null : dueAt(at, duration, calendar);
  return end === null ? null : dateAt(end, calendar.timeZone).toString();
}

/** The first working instant of a date, or after it. */
function openingOn(date: Temporal.PlainDate, calendar: Calendar): Instant | null {
  return addBusinessTime(date.toZonedDateTime(calendar.timeZone).toInstant().toString(), 0, calendar);
}

/** Until when a clock stands still: a duration on, or until the opening of a day to come. Null when that is no time to come. */
export function resolveSnooze(span: Span, at: Instant, calendar: Calendar): Instant | null {
  const isLater = (end: Instant | null) => end !== null && end > at;
  if (span.type === "duration") {
    const duration = parseDuration(span.duration);
    const end = duration === null ? null : dueAt(at, duration, calendar);
    return isLater(end) ? end : null;
  }
  const date = resolveDate(span, at, calendar);
  if (date === null) return null;
  const day = Temporal.PlainDate.from(date);
  const opening = openingOn(day, calendar);
  if (isLater(opening)) return opening;
  // "Until Thursday", said on a Thursday, is the next one.
  return span.type === "weekday" ? openingOn(day.add({ days: 7 }), calendar) : null;
}

import { Temporal } from "temporal-polyfill";
import { type Calendar, createCalendar } from "../../calendar/calendar.ts";
import { parseDate } from "../../calendar/parse-date.ts";
import type { TurnsInput } from "../turns-input.ts";
import { parseDay } from "../../calendar/instant.ts";
import type { Instant } from "../../pull-request.ts";
import { addBusinessTime, dueAt } from "../../calendar/business-time.ts";
import { parseDuration } from "../../calendar/duration.ts";
import type { Span } from "../../calendar/span.ts";

const dateAt = (instant: Instant, timeZone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();

/**
 * The day that was meant, said at that instant in that calendar's zone; "Thursday" on a Thursday is that day.
 * Null when it is none.
 */
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

/**
 * Until when a clock stands still: a duration on, or until the opening of a day to come. Null when that is no
 * time to come.
 */
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

/**
 * Closing time on that date, or on the last working day before it; its midnight when nothing was worked for
 * two weeks.
 */
export function closingOf(date: string, calendar: Calendar): Instant {
  const day = parseDay(date);
  const plain = Temporal.PlainDate.from(date);
  const at = (days: number, seconds: number) =>
    plain
      .subtract({ days })
      .toPlainDateTime()
      .add({ seconds })
      .toZonedDateTime(calendar.timeZone)
      .toInstant()
      .toString();
  for (let back = 0; day !== null && back < 14; back++) {
    const shift = calendar.shiftOf(day - back);
    if (shift !== null) return at(back, shift.close);
  }
  return at(-1, 0);
}

const byWhen =
  /\bby (?:the end of |end of )?(\d{4}-\d{2}-\d{2}|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)\b/gi;

/**
 * The date by which the author would like the review: the newest `/async due`, else "by Thursday" (or a date)
 * in the review focus, counted from when the description was last written. Null when neither says one.
 */
export function findDeadline({
  commands,
  reviewFocus,
  pullRequest,
  turns,
}: Pick<TurnsInput, "commands" | "reviewFocus" | "pullRequest" | "turns">): string | null {
  const { due } = commands;
  if (due !== null) return resolveDate(due.span, due.at, createCalendar(turns.hours));
  const writtenAt = pullRequest.lastEditedAt ?? pullRequest.createdAt;
  // Long texts are not deadlines; the pattern is linear, and this keeps it cheap as well.
  for (const match of (reviewFocus ?? "").slice(0, 5000).matchAll(byWhen)) {
    const date = parseDate(match[1]!, writtenAt, turns.hours.time_zone ?? "UTC");
    if (date !== null) return date;
  }
  return null;
}

import { Temporal } from "temporal-polyfill";
import { addBusinessTime, dueAt } from "../../calendar/business-time.ts";
import { type Calendar, createCalendar } from "../../calendar/calendar.ts";
import { parseDuration } from "../../calendar/duration.ts";
import { parseDay } from "../../calendar/instant.ts";
import { parseDate } from "../../calendar/parse-date.ts";
import { readDay, type Span } from "../../calendar/span.ts";
import type { Instant } from "../../pull-request.ts";
import type { TurnsInput } from "../turns.ts";

const dateAt = (instant: Instant, timeZone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();

function endOf(duration: string, at: Instant, calendar: Calendar): Instant | null {
  const parsed = parseDuration(duration);
  return parsed === null ? null : dueAt(at, parsed, calendar);
}

/** The shift of this date, or of the last working day before it; null when there is none within two weeks. */
function findLastShift(date: Temporal.PlainDate, calendar: Calendar) {
  const day = parseDay(date.toString());
  for (let back = 0; day !== null && back < 14; back++) {
    const shift = calendar.shiftOf(day - back);
    if (shift !== null) return { date: date.subtract({ days: back }), close: shift.close };
  }
  return null;
}

/** Takes Saturday as a week's last day: it is in the same week whether weeks start on Sunday or on Monday. */
const lastOf = (of: "week" | "month", date: Temporal.PlainDate) =>
  date.add({ days: of === "week" ? (13 - date.dayOfWeek) % 7 : date.daysInMonth - date.day });

/**
 * The day that somebody meant at `at`, in the calendar's zone. "Thursday", said on a Thursday, is that day
 * until it closes; "Sunday", said on a Saturday, is tomorrow. Null when they meant no day.
 */
function resolveDate(span: Span, at: Instant, calendar: Calendar): string | null {
  if (span.type === "date") return span.date;
  if (span.type === "duration") {
    const end = endOf(span.duration, at, calendar);
    return end === null ? null : dateAt(end, calendar.timeZone).toString();
  }
  const isOver = (date: Temporal.PlainDate) => closingOf(date.toString(), calendar) <= at;
  if (span.type === "weekday") {
    const named = parseDate(span.weekday, at, calendar.timeZone);
    if (named === null) return null;
    const date = Temporal.PlainDate.from(named);
    const isToday = date.equals(dateAt(at, calendar.timeZone));
    return (isToday && isOver(date) ? date.add({ days: 7 }) : date).toString();
  }
  const last = lastOf(span.of, Temporal.PlainDate.from(span.date));
  const end = isOver(last) ? lastOf(span.of, last.add({ days: 1 })) : last;
  return (findLastShift(end, calendar)?.date ?? end).toString();
}

/** The first working instant on or after a date. */
function openingOn(date: Temporal.PlainDate, calendar: Calendar): Instant | null {
  return addBusinessTime(date.toZonedDateTime(calendar.timeZone).toInstant().toString(), 0, calendar);
}

/**
 * When a snoozed clock runs again: after the duration, at the opening of a future day, or at the time on it.
 * Null when that is not in the future.
 */
export function resolveSnooze(span: Span, at: Instant, calendar: Calendar): Instant | null {
  const isLater = (end: Instant | null) => end !== null && end > at;
  if (span.type === "duration") {
    const end = endOf(span.duration, at, calendar);
    return isLater(end) ? end : null;
  }
  const date = resolveDate(span, at, calendar);
  if (date === null) return null;
  const day = Temporal.PlainDate.from(date);
  const time = span.type === "end" ? undefined : span.time;
  const startOf = (one: Temporal.PlainDate) =>
    time === undefined ? openingOn(one, calendar) : timeOn(one, time, calendar);
  const start = startOf(day);
  if (isLater(start)) return start;
  // "Until Thursday", said on a Thursday, is the next one.
  return span.type === "weekday" ? startOf(day.add({ days: 7 })) : null;
}

/** That time on that day, in the calendar's zone. */
const timeOn = (date: Temporal.PlainDate, time: string, { timeZone }: Calendar): Instant =>
  date.toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString();

/**
 * Closing time on this date, or on the last working day before it. If nobody works between `from` and that
 * time, the end of the date ("by Sunday", asked on a Saturday).
 */
export function closingOf(date: string, calendar: Calendar, from: Instant = ""): Instant {
  const day = Temporal.PlainDate.from(date);
  const last = findLastShift(day, calendar);
  const instantOf = (on: Temporal.PlainDate, seconds: number) =>
    on.toPlainDateTime().add({ seconds }).toZonedDateTime(calendar.timeZone).toInstant().toString();
  const closing = last === null ? null : instantOf(last.date, last.close);
  const isAfter = closing === null || (closing <= from && !last?.date.equals(day));
  return isAfter ? instantOf(day.add({ days: 1 }), 0) : closing;
}

const english =
  "\\d{4}-\\d{2}-\\d{2}|today|tomorrow|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \\d{1,2}(?:st|nd|rd|th)?";
const german =
  "heute|(?:über)?morgen|(?:nächsten )?(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)|\\d{1,2}\\. ?[a-zä]{3,9}|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4})?";
const byWhen = new RegExp(
  `\\b(?:by|bis(?: zum)?) (?:(?:(?:the )?end of |eod )?(${english}|${german})|(eo[dwm]|(?:the )?end of (?:the |this |next )?(?:day|week|month)))(?!\\w)`,
  "gi",
);

/**
 * The date by which the author would like the review: the newest `/async due`, else "by Thursday" or "bis
 * Donnerstag" (or a date) in the review focus, counted from the description's last edit. Null when neither
 * gives one.
 */
export function findDeadline({
  commands,
  reviewFocus,
  pullRequest,
  turns,
}: Pick<TurnsInput, "commands" | "reviewFocus" | "pullRequest" | "turns">): string | null {
  const { due } = commands;
  const calendar = createCalendar(turns.hours);
  if (due !== null) return resolveDate(due.span, due.at, calendar);
  const at = pullRequest.lastEditedAt ?? pullRequest.createdAt;
  // Long texts are not deadlines. The pattern is linear, and the cut keeps it cheap as well.
  for (const match of (reviewFocus ?? "").slice(0, 5000).matchAll(byWhen)) {
    const span = readDay(match[1] ?? match[2] ?? "", { at, timeZone: calendar.timeZone });
    if (span !== null) return resolveDate(span, at, calendar);
  }
  return null;
}

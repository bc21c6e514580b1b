import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../pull-request.ts";
import { addBusinessTime } from "../calendar/add-business-time.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dueAt } from "../calendar/due-at.ts";
import { parseDuration } from "../calendar/parse-duration.ts";
import { parseDate } from "./parse-date.ts";

/**
 * Until when `/async snooze <argument>` lasts: a duration from `at` (`1 day`, `2 business days`), or `until Thursday` (any date that
 * parseDate reads), which is the first working instant of that date or after it. Null when it says neither, or no time to come.
 */
export function parseSnooze(argument: string, at: Instant, calendar: Calendar): Instant | null {
  const text = argument.trim().replace(/\s+/g, " ");
  const duration = parseDuration(text.toLowerCase());
  const until = /^until (.+)$/i.exec(text)?.[1];
  if (duration === null && until === undefined) return null;
  const end = duration === null ? openingOn(until!, at, calendar) : dueAt(at, duration, calendar);
  return end !== null && end > at ? end : null;
}

function openingOn(text: string, at: Instant, calendar: Calendar): Instant | null {
  const date = parseDate(text, at, calendar.timeZone);
  if (date === null) return null;
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime(calendar.timeZone).toInstant().toString();
  return addBusinessTime(midnight, 0, calendar);
}

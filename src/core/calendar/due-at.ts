import { Temporal } from "temporal-polyfill";
import type { Instant } from "../pull-request.ts";
import { addBusinessDays, addBusinessTime } from "./business-time.ts";
import type { Calendar } from "./calendar.ts";
import type { Duration } from "./duration.ts";
import { formatSeconds, parseSeconds } from "./instant.ts";

const longest = { minute: 50 * 366 * 1440, hour: 50 * 366 * 24, day: 50 * 366 };

/** Minutes and hours are exact; days keep the wall time in that zone across a change of the clock. Null beyond 50 years. */
export function addWallTime(
  from: Instant,
  amount: number,
  unit: Duration["unit"],
  timeZone: string,
): Instant | null {
  if (amount > longest[unit]) return null;
  const start = Temporal.Instant.from(formatSeconds(parseSeconds(from))).toZonedDateTimeISO(timeZone);
  return start
    .add({ [`${unit}s`]: amount })
    .toInstant()
    .toString();
}

/**
 * When a target that starts at `from` ends. Business hours and days as the calendar has them; minutes, hours and days of
 * wall time in the calendar's zone, at any hour. Null when that is never, or more than 50 years away.
 */
export function dueAt(from: Instant, duration: Duration, calendar: Calendar): Instant | null {
  const { amount, unit, business } = duration;
  if (!business) return addWallTime(from, amount, unit, calendar.timeZone);
  if (unit === "day") return addBusinessDays(from, amount, calendar);
  return addBusinessTime(from, unit === "hour" ? amount * 60 : amount, calendar);
}

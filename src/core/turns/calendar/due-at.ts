import type { Instant } from "../../pull-request.ts";
import { addBusinessDays } from "./add-business-days.ts";
import { addBusinessTime } from "./add-business-time.ts";
import type { Calendar } from "./calendar.ts";
import type { Duration } from "./parse-duration.ts";
import { addWallTime } from "./add-wall-time.ts";

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

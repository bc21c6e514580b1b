import type { Instant } from "../../pull-request.ts";
import type { Calendar } from "./calendar.ts";
import { formatSeconds, parseSeconds } from "./seconds.ts";
import { openingFrom, whenWorked } from "./working-seconds.ts";

/**
 * The instant at which that many working minutes are used up; a start outside hours counts from the next opening. Time
 * that is used up exactly at closing ends then, not at the next opening. Null when the calendar never has that much (or not within 50 years).
 */
export function addBusinessTime(from: Instant, minutes: number, calendar: Calendar): Instant | null {
  const start = openingFrom(parseSeconds(from), calendar);
  if (start === null) return null;
  const end = minutes === 0 ? start : whenWorked(start, minutes * 60, calendar);
  return end === null ? null : formatSeconds(end);
}

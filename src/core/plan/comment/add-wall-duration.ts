import type { Instant } from "../../pull-request.ts";
import { addWallTime } from "../../calendar/due-at.ts";
import { parseDuration } from "../../calendar/duration.ts";

/**
 * An instant plus a duration of the config in wall time; a day is 24 hours here. Null beyond 50 years.
 */
export function addWallDuration(from: Instant, duration: string): Instant | null {
  const parsed = parseDuration(duration);
  return parsed === null ? from : addWallTime(from, parsed.amount, parsed.unit, "UTC");
}

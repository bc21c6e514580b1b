import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../pull-request.ts";
import type { Duration } from "./parse-duration.ts";
import { formatSeconds, parseSeconds } from "./seconds.ts";

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

import type { Instant } from "../../pull-request.ts";
import type { Calendar } from "./calendar.ts";
import { parseSeconds } from "./seconds.ts";
import { workedBetween } from "./working-seconds.ts";

/** Working minutes in [from, to), with parts of a minute as a fraction; 0 when `to` is not after `from`. */
export function businessTimeBetween(from: Instant, to: Instant, calendar: Calendar): number {
  return workedBetween(parseSeconds(from), parseSeconds(to), calendar) / 60;
}

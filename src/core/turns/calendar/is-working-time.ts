import type { Instant } from "../../pull-request.ts";
import type { Calendar } from "./calendar.ts";
import { parseSeconds } from "./seconds.ts";
import { isWorkedAt } from "./working-seconds.ts";

/** Is that instant within the hours, which end just before closing? */
export function isWorkingTime(at: Instant, calendar: Calendar): boolean {
  return isWorkedAt(parseSeconds(at), calendar);
}

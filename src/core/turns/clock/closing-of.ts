import { Temporal } from "temporal-polyfill";
import type { Calendar } from "../../calendar/calendar.ts";
import { parseDay } from "../../calendar/day-number.ts";
import type { Instant } from "../../pull-request.ts";

/** Closing time on that date, or on the last working day before it; its midnight when nothing was worked for two weeks. */
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

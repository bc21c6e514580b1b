import { expect, it } from "vitest";
import { hoursSchema } from "../../../../src/core/config/schema-turns.ts";
import { createCalendar } from "../../../../src/core/turns/calendar/calendar.ts";
import { parseSnooze } from "../../../../src/core/turns/clock/parse-snooze.ts";

const calendar = createCalendar(hoursSchema.parse({ time_zone: "UTC" }));
// A Wednesday.
const at = "2026-11-25T10:00:00Z";

it.each([
  ["1 day", "2026-11-26T10:00:00Z"],
  ["3  Business days", "2026-11-30T10:00:00Z"],
  ["until Friday", "2026-11-27T09:00:00Z"],
  ["until 2026-11-28", "2026-11-30T09:00:00Z"],
  ["until tomorrow", "2026-11-26T09:00:00Z"],
])("reads %s", (argument, until) => expect(parseSnooze(argument, at, calendar)).toBe(until));

it.each(["", "until", "a while", "until never", "0 hours", "until 2026-11-24"])(
  "does not read %j",
  (argument) => expect(parseSnooze(argument, at, calendar)).toBeNull(),
);

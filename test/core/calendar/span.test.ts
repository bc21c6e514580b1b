import { describe, expect, it } from "vitest";
import { isPast, readDay, readDuration, readSpan } from "../../../src/core/calendar/span.ts";

// Wednesday 25 November 2026, 23:30 in UTC: Thursday in Berlin already.
const moment = { at: "2026-11-25T23:30:00Z", timeZone: "Europe/Berlin" };

describe("readDuration", () => {
  it.each([
    ["1 business day", "1 business day"],
    ["3 hours", "3 hours"],
    ["2h", "2 hours"],
    ["30 min", "30 minutes"],
    ["1 hours", "1 hour"],
    ["a week", "7 days"],
    ["2 business weeks", "10 business days"],
    ["An hour", "1 hour"],
    ["0 days", null],
    ["5 business minutes", null],
    ["-1 day", null],
    ["1 month", null],
    ["99999 days", null],
    ["2001 days", null],
    ["2000 weeks", null],
  ])("%j", (text, expected) => expect(readDuration(text)).toBe(expected));
});

describe("readDay and readSpan", () => {
  it.each([
    ["2026-11-30", { type: "date", date: "2026-11-30" }],
    ["2026-02-30", null],
    ["2028-02-29", { type: "date", date: "2028-02-29" }],
    ["Thursday", { type: "weekday", weekday: "thu" }],
    ["by next fri.", { type: "weekday", weekday: "fri" }],
    ["next fri.", { type: "weekday", weekday: "fri" }],
    ["thur", { type: "weekday", weekday: "thu" }],
    ["th", null],
    ["tomorrow", { type: "duration", duration: "1 day" }],
    ["today", { type: "date", date: "2026-11-26" }],
    ["5 March", { type: "date", date: "2027-03-05" }],
    ["by the 5th of March.", { type: "date", date: "2027-03-05" }],
    ["Dec 3, please", { type: "date", date: "2026-12-03" }],
    ["December 3, 2027!", { type: "date", date: "2027-12-03" }],
    ["in 2 days", { type: "duration", duration: "2 days" }],
    ["within a week please", { type: "duration", duration: "7 days" }],
    ["in 2 business days.", { type: "duration", duration: "2 business days" }],
    ["in two days", { type: "duration", duration: "2 days" }],
    ["in one week", { type: "duration", duration: "7 days" }],
    ["in a week's time", { type: "duration", duration: "7 days" }],
    ["three working days from now", { type: "duration", duration: "3 business days" }],
    ["next Thursday", { type: "date", date: "2026-12-03" }],
    ["EOD", { type: "date", date: "2026-11-26" }],
    ["EOD Friday", { type: "weekday", weekday: "fri" }],
    ["tomorrow, end of day", { type: "duration", duration: "1 day" }],
    ["end of week", { type: "end", of: "week", date: "2026-11-26" }],
    ["by the end of this week.", { type: "end", of: "week", date: "2026-11-26" }],
    ["EOW", { type: "end", of: "week", date: "2026-11-26" }],
    ["next week", { type: "end", of: "week", date: "2026-12-03" }],
    ["end of next month", { type: "end", of: "month", date: "2026-12-26" }],
    ["the day after tomorrow", { type: "date", date: "2026-11-28" }],
    ["Fri, 4 Dec", { type: "date", date: "2026-12-04" }],
    ["in a while", null],
    ["11/06", null],
    ["2 days", { type: "duration", duration: "2 days" }],
    ["a week from today", { type: "duration", duration: "7 days" }],
    ["before Friday", null],
    ["the weekend", { type: "end", of: "week", date: "2026-11-26" }],
    ["Monday next week", { type: "date", date: "2026-11-30" }],
    ["next week, on Fri", { type: "date", date: "2026-12-04" }],
    ["this coming Friday", { type: "weekday", weekday: "fri" }],
    ["the 5th", { type: "date", date: "2026-12-05" }],
    ["later today", { type: "date", date: "2026-11-26" }],
    ["Friday 5pm", null],
    ["soon", null],
    ["", null],
  ])("day %j", (text, expected) => expect(readDay(text, moment)).toEqual(expected));

  it.each([
    ["1 day", { type: "duration", duration: "1 day" }],
    ["for 2 business hours", { type: "duration", duration: "2 business hours" }],
    ["until Mon", { type: "weekday", weekday: "mon" }],
    ["till 2026-12-01", { type: "date", date: "2026-12-01" }],
    ["2026-12-01", { type: "date", date: "2026-12-01" }],
    ["2 days.", { type: "duration", duration: "2 days" }],
    ["in 2 days", { type: "duration", duration: "2 days" }],
    ["for a week, please.", { type: "duration", duration: "7 days" }],
    ["until 5 March.", { type: "date", date: "2027-03-05" }],
    ["Thursday please", { type: "weekday", weekday: "thu" }],
    ["today", { type: "date", date: "2026-11-27" }],
    ["two days", { type: "duration", duration: "2 days" }],
    ["for a couple of hours", { type: "duration", duration: "2 hours" }],
    ["until next week", { type: "weekday", weekday: "mon" }],
    ["until 2 days", null],
    ["forever", null],
  ])("span %j", (text, expected) => expect(readSpan(text, moment)).toEqual(expected));
});

it.each([
  ["2026-11-25", true],
  ["2026-11-26", false],
  ["25 November 2026", true],
  ["25 November", false],
  ["today", false],
  ["Wednesday", false],
])("%s is past: %s", (text, past) => expect(isPast(readDay(text, moment)!, moment)).toBe(past));

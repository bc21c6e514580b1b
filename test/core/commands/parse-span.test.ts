import { describe, expect, it } from "vitest";
import { parseDay, parseDuration, parseSpan } from "../../../src/core/commands/parse-span.ts";

describe("parseDuration", () => {
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
  ])("%j", (text, expected) => expect(parseDuration(text)).toBe(expected));
});

describe("parseDay and parseSpan", () => {
  it.each([
    ["2026-11-30", { type: "date", date: "2026-11-30" }],
    ["2026-02-30", null],
    ["2028-02-29", { type: "date", date: "2028-02-29" }],
    ["Thursday", { type: "weekday", weekday: "thu" }],
    ["by next fri.", { type: "weekday", weekday: "fri" }],
    ["next fri.", { type: "weekday", weekday: "fri" }],
    ["thur", null],
    ["tomorrow", { type: "duration", duration: "1 day" }],
    ["soon", null],
    ["", null],
  ])("day %j", (text, expected) => expect(parseDay(text)).toEqual(expected));

  it.each([
    ["1 day", { type: "duration", duration: "1 day" }],
    ["for 2 business hours", { type: "duration", duration: "2 business hours" }],
    ["until Mon", { type: "weekday", weekday: "mon" }],
    ["till 2026-12-01", { type: "date", date: "2026-12-01" }],
    ["2026-12-01", { type: "date", date: "2026-12-01" }],
    ["until 2 days", null],
    ["forever", null],
  ])("span %j", (text, expected) => expect(parseSpan(text)).toEqual(expected));
});

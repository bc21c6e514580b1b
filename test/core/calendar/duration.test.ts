import { expect, it } from "vitest";
import { parseDuration } from "../../../src/core/calendar/duration.ts";

it.each([
  ["15 minutes", { amount: 15, unit: "minute", isBusiness: false }],
  ["1 minute", { amount: 1, unit: "minute", isBusiness: false }],
  ["4 hours", { amount: 4, unit: "hour", isBusiness: false }],
  ["0 hours", { amount: 0, unit: "hour", isBusiness: false }],
  ["2 days", { amount: 2, unit: "day", isBusiness: false }],
  ["1 business day", { amount: 1, unit: "day", isBusiness: true }],
  ["2 business hours", { amount: 2, unit: "hour", isBusiness: true }],
] as const)("reads %s as a duration", (text, duration) => expect(parseDuration(text)).toEqual(duration));

it.each([
  "",
  "soon",
  "1 buisness day",
  "1.5 hours",
  "-1 hours",
  "30 business minutes",
  "1 week",
  "1  hour",
  "1 Hour",
  "9999999999 hours",
])("refuses %j as a duration", (text) => expect(parseDuration(text)).toBeNull());

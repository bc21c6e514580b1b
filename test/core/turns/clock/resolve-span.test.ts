import { expect, it } from "vitest";
import { createCalendar } from "../../../../src/core/calendar/calendar.ts";
import type { Span } from "../../../../src/core/calendar/span.ts";
import { type TurnsConfig, turnsSchema } from "../../../../src/core/config/schema/turns-schema.ts";
import { findDeadline, resolveSnooze } from "../../../../src/core/turns/clock/resolve-span.ts";
import { buildPullRequest } from "../../../build-observation.ts";
import { parseHours } from "../../calendar/parse-hours.ts";

const calendar = createCalendar(parseHours({ time_zone: "UTC" }));
// A Wednesday.
const at = "2026-11-25T10:00:00Z";
const lasting = (duration: string): Span => ({ type: "duration", duration });
const on = (date: string): Span => ({ type: "date", date });
const resolveDate = (span: Span, said: string, days?: TurnsConfig["hours"]["days"]) =>
  findDeadline({
    commands: { moves: [], snoozes: [], due: { at: said, by: "alice", span } },
    reviewFocus: null,
    pullRequest: buildPullRequest({}),
    turns: turnsSchema.parse({ hours: { time_zone: "UTC", ...(days && { days }) } }),
  });

it.each([
  [lasting("1 day"), "2026-11-26T10:00:00Z"],
  [lasting("3 business days"), "2026-11-30T10:00:00Z"],
  [{ type: "weekday", weekday: "fri" }, "2026-11-27T09:00:00Z"],
  [{ type: "weekday", weekday: "wed" }, "2026-12-02T09:00:00Z"],
  [{ type: "weekday", weekday: "sun" }, "2026-11-30T09:00:00Z"],
  [on("2026-11-28"), "2026-11-30T09:00:00Z"],
  [on("2026-11-24"), null],
  [{ type: "weekday", weekday: "fri", time: "17:00" }, "2026-11-27T17:00:00Z"],
  [{ type: "weekday", weekday: "wed", time: "15:00" }, "2026-11-25T15:00:00Z"],
  [{ type: "weekday", weekday: "wed", time: "09:30" }, "2026-12-02T09:30:00Z"],
  [{ type: "date", date: "2026-11-25", time: "09:30" }, null],
  [{ type: "date", date: "2026-11-28", time: "12:00" }, "2026-11-28T12:00:00Z"],
  [lasting("0 hours"), null],
  [lasting("a while"), null],
] as [Span, string | null][])("snoozes for %j", (span, until) =>
  expect(resolveSnooze(span, at, calendar)).toBe(until),
);

it.each([
  [lasting("1 day"), "2026-11-26"],
  [{ type: "weekday", weekday: "wed" }, "2026-11-25"],
  [{ type: "weekday", weekday: "tue" }, "2026-12-01"],
  [on("2026-11-28"), "2026-11-28"],
  [{ type: "end", of: "week", date: "2026-11-25" }, "2026-11-27"],
  [{ type: "end", of: "week", date: "2026-11-29" }, "2026-12-04"],
  [{ type: "end", of: "month", date: "2026-11-25" }, "2026-11-30"],
  [{ type: "end", of: "month", date: "2027-01-25" }, "2027-01-29"],
] as [Span, string][])("resolves the weekday in %j", (span, date) =>
  expect(resolveDate(span, at)).toBe(date),
);

it("takes the next week's day once that day has closed", () => {
  const [wednesday, saturday] = ["2026-11-25T17:30:00Z", "2026-11-28T10:00:00Z"];
  expect([
    resolveDate({ type: "weekday", weekday: "wed" }, wednesday),
    resolveDate({ type: "end", of: "week", date: "2026-11-28" }, saturday),
    resolveDate({ type: "end", of: "month", date: "2026-11-28" }, "2026-11-30T18:00:00Z"),
  ]).toEqual(["2026-12-02", "2026-12-04", "2026-12-31"]);
});

it.each([
  ["sun", "2026-11-29"],
  ["mon", "2026-11-30"],
  ["sat", "2026-12-05"],
] as const)("takes the coming day on a Saturday, when nobody works: %s", (weekday, date) =>
  expect(resolveDate({ type: "weekday", weekday }, "2026-11-28T10:00:00Z")).toBe(date),
);

it("ends a week of Sunday to Thursday on Thursday", () => {
  expect(
    resolveDate({ type: "end", of: "week", date: "2026-11-25" }, at, ["sun", "mon", "tue", "wed", "thu"]),
  ).toBe("2026-11-26");
});

it.each([
  ["Look at `retry.ts`, by Thursday if you can.", "2026-11-26"],
  ["Bitte bis Freitag ansehen.", "2026-11-27"],
  ["Bitte bis zum 4. Dezember ansehen.", "2026-12-04"],
  ["Bis 4.12. wäre gut.", "2026-12-04"],
  ["Runs with everything by 3.12 and bis 3.12", null],
  ["Gelesen bis Zeile 40.", null],
])("reads the deadline in %j", (reviewFocus, date) => {
  const pullRequest = buildPullRequest({ createdAt: at });
  const commands = { moves: [], snoozes: [], due: null };
  const turns = turnsSchema.parse({ hours: { time_zone: "UTC" } });
  expect(findDeadline({ commands, reviewFocus, pullRequest, turns })).toBe(date);
});

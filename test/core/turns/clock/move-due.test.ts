import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/core/calendar/calendar.ts";
import { moveDue, type Stop } from "../../../../src/core/turns/clock/decide-due.ts";
import { parseHours } from "../../calendar/parse-hours.ts";

const calendar = createCalendar(parseHours({ time_zone: "UTC" }));
/** This hour of Monday 2 November 2026. */
const hour = (hours: number) => new Date(Date.UTC(2026, 10, 2, hours)).toISOString().replace(".000", "");
const stop = (from: number, to: number): Stop => ({ from: hour(from), to: hour(to) });

/** Due Monday 15:00, started at 10:00. */
const moved = (isWallTime: boolean, ...stops: Stop[]) =>
  moveDue(hour(15), hour(10), stops, { isWallTime, calendar });

describe("a due instant after stops", () => {
  it.each([
    ["stays without a stop", [], hour(15)],
    ["moves by the working time of a stop", [stop(11, 13)], hour(17)],
    ["moves to the next day", [stop(11, 14)], hour(24 + 10)],
    ["ignores a night", [stop(11, 12), stop(18, 30)], hour(16)],
    ["ignores a stop before the start", [stop(5, 9)], hour(15)],
    ["moves by the part of a stop after the start", [stop(5, 11)], hour(16)],
    ["ignores a stop after the due instant", [stop(15, 20)], hour(15)],
    ["moves once by overlapping stops", [stop(11, 13), stop(12, 13), stop(13, 13)], hour(17)],
    ["reaches a later stop only because of an earlier one", [stop(11, 12), stop(15, 16)], hour(17)],
  ] as [string, Stop[], string][])("%s", (_, stops, due) => expect(moved(false, ...stops)).toBe(due));

  it("stays at closing when a stop covers only a night", () =>
    expect(moveDue(hour(24 + 17), hour(10), [stop(18, 20)], { isWallTime: false, calendar })).toBe(
      hour(24 + 17),
    ));

  it("moves by the whole stop in wall time", () =>
    expect(moved(true, stop(14, 24 + 14))).toBe(hour(24 + 15)));
});

import { describe, expect, it } from "vitest";
import { dueAt } from "../../../src/core/calendar/business-time.ts";
import { createCalendar } from "../../../src/core/calendar/calendar.ts";
import { parseDuration } from "../../../src/core/calendar/duration.ts";
import type { PersonConfig, TurnsConfig } from "../../../src/core/config/schema/turns-schema.ts";
import { parseHours, parsePerson } from "./parse-hours.ts";

const berlin: Partial<TurnsConfig["hours"]> = { time_zone: "Europe/Berlin" };
const due = (
  from: string,
  target: string,
  hours: Partial<TurnsConfig["hours"]> = berlin,
  person?: Partial<PersonConfig>,
) => dueAt(from, parseDuration(target)!, createCalendar(parseHours(hours), person && parsePerson(person)));

describe("a target in Berlin, Monday to Friday, 09:00 to 17:00", () => {
  it.each([
    // Winter: 09:00 in Berlin is 08:00 in UTC.
    [
      "lies inside the hours of the same day",
      "2026-11-23T09:00:00Z",
      "2 business hours",
      "2026-11-23T11:00:00Z",
    ],
    [
      "is closing time when the hours are used up exactly then",
      "2026-11-23T14:00:00Z",
      "2 business hours",
      "2026-11-23T16:00:00Z",
    ],
    [
      "carries over closing into the next day",
      "2026-11-23T15:30:00Z",
      "1 business hour",
      "2026-11-24T08:30:00Z",
    ],
    [
      "counts from the next opening when asked at closing",
      "2026-11-23T16:00:00Z",
      "1 business hour",
      "2026-11-24T09:00:00Z",
    ],
    ["skips the weekend", "2026-11-27T15:00:00Z", "2 business hours", "2026-11-30T09:00:00Z"],
    [
      "counts from Monday's opening when asked on a Saturday",
      "2026-11-28T12:00:00Z",
      "1 business day",
      "2026-12-01T08:00:00Z",
    ],
    [
      "keeps the time of day after one business day",
      "2026-11-23T13:12:11Z",
      "1 business day",
      "2026-11-24T13:12:11Z",
    ],
    ["moves from Friday to Monday", "2026-11-27T13:00:00Z", "1 business day", "2026-11-30T13:00:00Z"],
    [
      "counts from opening when asked before it",
      "2026-11-23T05:00:00Z",
      "1 business day",
      "2026-11-24T08:00:00Z",
    ],
    [
      "is the same instant for no time inside the hours",
      "2026-11-23T13:00:00Z",
      "0 business hours",
      "2026-11-23T13:00:00Z",
    ],
    [
      "is the next opening for no time outside the hours",
      "2026-11-23T18:00:00Z",
      "0 business hours",
      "2026-11-24T08:00:00Z",
    ],
    [
      "is the next opening for no days outside the hours",
      "2026-11-28T18:00:00Z",
      "0 business days",
      "2026-11-30T08:00:00Z",
    ],
    ["counts wall time at night", "2026-11-23T22:00:00Z", "15 minutes", "2026-11-23T22:15:00Z"],
    ["drops parts of a second", "2026-11-23T09:00:00.900Z", "2 business hours", "2026-11-23T11:00:00Z"],
    [
      "reads an offset other than UTC",
      "2026-11-23T10:00:00+01:00",
      "2 business hours",
      "2026-11-23T11:00:00Z",
    ],
    // The clock goes forward on 29 March and back on 25 October 2026.
    [
      "keeps the wall time over days in spring",
      "2026-03-27T13:00:00Z",
      "1 business day",
      "2026-03-30T12:00:00Z",
    ],
    ["counts real hours in autumn", "2026-10-23T14:00:00Z", "2 business hours", "2026-10-26T09:00:00Z"],
    ["keeps the wall time over days of wall time", "2026-03-28T13:00:00Z", "1 day", "2026-03-29T12:00:00Z"],
    ["counts real hours over hours of wall time", "2026-03-28T13:00:00Z", "24 hours", "2026-03-29T13:00:00Z"],
  ])("%s", (_, from, target, expected) => expect(due(from, target)).toBe(expected));
});

describe("due instants under unusual hours", () => {
  const short = { ...berlin, fri: "09:00-13:00" };
  it("falls at closing when the next day is shorter", () =>
    expect(due("2026-11-26T14:00:00Z", "1 business day", short)).toBe("2026-11-27T12:00:00Z"));
  it("falls at opening when the next day starts later", () =>
    expect(due("2026-11-26T08:10:00Z", "1 business day", { ...berlin, fri: "11:00-13:00" })).toBe(
      "2026-11-27T10:00:00Z",
    ));
  it("counts a day that is worked only because it has hours of its own", () =>
    expect(due("2026-11-27T15:00:00Z", "2 business hours", { ...berlin, sat: "10:00-12:00" })).toBe(
      "2026-11-28T10:00:00Z",
    ));

  const night: Partial<TurnsConfig["hours"]> = {
    time_zone: "UTC",
    days: ["mon", "tue", "fri"],
    from: "22:00",
    to: "06:00",
  };
  it("counts an overnight shift as part of the day on which it starts", () =>
    expect(due("2026-11-24T02:00:00Z", "1 business day", night)).toBe("2026-11-25T02:00:00Z"));
  it("counts the hours after midnight when the shift runs into a day off", () =>
    expect(due("2026-11-27T23:00:00Z", "5 business hours", night)).toBe("2026-11-28T04:00:00Z"));
  it("skips the whole shift that starts on a holiday", () =>
    expect(due("2026-11-23T23:00:00Z", "8 business hours", { ...night, holidays: ["2026-11-24"] })).toBe(
      "2026-11-27T23:00:00Z",
    ));
  it.each(["24:00", "00:00"])("counts every hour when the day runs from 00:00 to %s", (to) => {
    const hours = { time_zone: "UTC", from: "00:00", to };
    expect(due("2026-11-24T02:00:00Z", "30 business hours", hours)).toBe("2026-11-25T08:00:00Z");
  });
});

describe("a due instant in a person's own calendar", () => {
  it("follows their time zone", () =>
    expect(due("2026-11-23T09:00:00Z", "2 business hours", berlin, { time_zone: "America/Toronto" })).toBe(
      "2026-11-23T16:00:00Z",
    ));
  it("follows their hours, even on a day that is shorter for the team", () =>
    expect(
      due("2026-11-27T13:00:00Z", "2 business hours", { ...berlin, fri: "09:00-13:00" }, { to: "18:00" }),
    ).toBe("2026-11-27T15:00:00Z"));
  it("follows their working days", () =>
    expect(due("2026-11-23T09:00:00Z", "1 business day", berlin, { days: ["mon", "thu"] })).toBe(
      "2026-11-26T09:00:00Z",
    ));
  it("follows their holidays", () => {
    const hours = { ...berlin, holidays: ["2026-11-24"] };
    expect(due("2026-11-23T09:00:00Z", "1 business day", hours)).toBe("2026-11-25T09:00:00Z");
    expect(due("2026-11-23T09:00:00Z", "1 business day", hours, { holidays: [] })).toBe(
      "2026-11-24T09:00:00Z",
    );
  });
  it("skips their days away, the first and the last included", () => {
    const person = { away: [{ from: "2026-11-24", to: "2026-11-26" }] };
    expect(due("2026-11-23T09:00:00Z", "1 business day", berlin, person)).toBe("2026-11-27T09:00:00Z");
  });
});

describe("a due instant across a date that the zone skipped", () => {
  it.each<
    [zone: string, from: string, target: string, expected: string, days?: TurnsConfig["hours"]["days"]]
  >([
    // Samoa had no Friday, 30 December 2011: the 29th (UTC-10) was followed by the 31st (UTC+14).
    ["Pacific/Apia", "2011-12-29T20:00:00Z", "1 business day", "2012-01-01T20:00:00Z"],
    ["Pacific/Apia", "2011-12-28T20:00:00Z", "2 business days", "2012-01-01T20:00:00Z"],
    ["Pacific/Apia", "2011-12-30T01:00:00Z", "4 business hours", "2012-01-01T21:00:00Z"],
    // Kwajalein had no Saturday, 21 August 1993.
    [
      "Pacific/Kwajalein",
      "1993-08-20T22:00:00Z",
      "1 business day",
      "1993-08-21T22:00:00Z",
      ["fri", "sat", "sun"],
    ],
  ])("in %s, from %s, %s", (time_zone, from, target, expected, days) =>
    expect(due(from, target, { time_zone, ...(days && { days }) })).toBe(expected),
  );
});

describe("a calendar that can't name a due instant", () => {
  it("answers null for business time when no day is worked", () => {
    const calendar = createCalendar(parseHours({ days: [] }));
    expect(dueAt("2026-11-23T09:00:00Z", parseDuration("1 business day")!, calendar)).toBeNull();
    expect(dueAt("2026-11-23T09:00:00Z", parseDuration("1 business hour")!, calendar)).toBeNull();
    expect(dueAt("2026-11-23T09:00:00Z", parseDuration("1 hour")!, calendar)).toBe("2026-11-23T10:00:00Z");
    expect(calendar.hasWorkingTime).toBe(false);
  });
  it("answers null when the person is away for good", () => {
    const away = [{ from: "2026-01-01", to: "2999-12-31" }];
    expect(due("2026-11-23T09:00:00Z", "1 business day", berlin, { away })).toBeNull();
    expect(due("2026-11-23T09:00:00Z", "1 business hour", berlin, { away })).toBeNull();
  });
  it("answers null when the target is too far away", () => {
    expect(due("2026-11-23T09:00:00Z", "999999999 business days")).toBeNull();
    expect(due("2026-11-23T09:00:00Z", "999999999 days")).toBeNull();
  });
});

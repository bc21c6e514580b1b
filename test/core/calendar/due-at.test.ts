import { describe, expect, it } from "vitest";
import { dueAt } from "../../../src/core/calendar/business-time.ts";
import { createCalendar } from "../../../src/core/calendar/calendar.ts";
import { parseDuration } from "../../../src/core/calendar/duration.ts";
import type { HoursConfig, PersonConfig } from "../../../src/core/config/schema/turns-schema.ts";
import { parseHours, parsePerson } from "./parse-hours.ts";

const berlin: Partial<HoursConfig> = { time_zone: "Europe/Berlin" };
const due = (
  from: string,
  target: string,
  hours: Partial<HoursConfig> = berlin,
  person?: Partial<PersonConfig>,
) => dueAt(from, parseDuration(target)!, createCalendar(parseHours(hours), person && parsePerson(person)));

describe("a target in Berlin, Monday to Friday, 09:00 to 17:00", () => {
  it.each([
    // Winter: 09:00 in Berlin is 08:00 in UTC.
    ["inside the hours", "2026-11-23T09:00:00Z", "2 business hours", "2026-11-23T11:00:00Z"],
    ["used up exactly at closing", "2026-11-23T14:00:00Z", "2 business hours", "2026-11-23T16:00:00Z"],
    ["over closing", "2026-11-23T15:30:00Z", "1 business hour", "2026-11-24T08:30:00Z"],
    ["from closing on", "2026-11-23T16:00:00Z", "1 business hour", "2026-11-24T09:00:00Z"],
    ["over a weekend", "2026-11-27T15:00:00Z", "2 business hours", "2026-11-30T09:00:00Z"],
    ["from a Saturday", "2026-11-28T12:00:00Z", "1 business day", "2026-12-01T08:00:00Z"],
    ["the same time next day", "2026-11-23T13:12:11Z", "1 business day", "2026-11-24T13:12:11Z"],
    ["from Friday to Monday", "2026-11-27T13:00:00Z", "1 business day", "2026-11-30T13:00:00Z"],
    ["from before opening", "2026-11-23T05:00:00Z", "1 business day", "2026-11-24T08:00:00Z"],
    ["no time, inside", "2026-11-23T13:00:00Z", "0 business hours", "2026-11-23T13:00:00Z"],
    ["no time, outside", "2026-11-23T18:00:00Z", "0 business hours", "2026-11-24T08:00:00Z"],
    ["no days, outside", "2026-11-28T18:00:00Z", "0 business days", "2026-11-30T08:00:00Z"],
    ["wall time at night", "2026-11-23T22:00:00Z", "15 minutes", "2026-11-23T22:15:00Z"],
    ["parts of a second are dropped", "2026-11-23T09:00:00.900Z", "2 business hours", "2026-11-23T11:00:00Z"],
    ["an offset other than UTC", "2026-11-23T10:00:00+01:00", "2 business hours", "2026-11-23T11:00:00Z"],
    // The clock goes forward on 29 March and back on 25 October 2026.
    ["days keep the wall time in spring", "2026-03-27T13:00:00Z", "1 business day", "2026-03-30T12:00:00Z"],
    ["hours count real ones in autumn", "2026-10-23T14:00:00Z", "2 business hours", "2026-10-26T09:00:00Z"],
    ["days of wall time keep the wall time", "2026-03-28T13:00:00Z", "1 day", "2026-03-29T12:00:00Z"],
    ["hours of wall time do not", "2026-03-28T13:00:00Z", "24 hours", "2026-03-29T13:00:00Z"],
  ])("%s", (_, from, target, expected) => expect(due(from, target)).toBe(expected));
});

describe("other hours", () => {
  const short = { ...berlin, fri: "09:00-13:00" };
  it("moves into a shorter day: closing", () =>
    expect(due("2026-11-26T14:00:00Z", "1 business day", short)).toBe("2026-11-27T12:00:00Z"));
  it("moves into a later day: opening", () =>
    expect(due("2026-11-26T08:10:00Z", "1 business day", { ...berlin, fri: "11:00-13:00" })).toBe(
      "2026-11-27T10:00:00Z",
    ));
  it("works on a day that only has hours of its own", () =>
    expect(due("2026-11-27T15:00:00Z", "2 business hours", { ...berlin, sat: "10:00-12:00" })).toBe(
      "2026-11-28T10:00:00Z",
    ));

  const night: Partial<HoursConfig> = {
    time_zone: "UTC",
    days: ["mon", "tue", "fri"],
    from: "22:00",
    to: "06:00",
  };
  it("counts an overnight shift as the day that it starts on", () =>
    expect(due("2026-11-24T02:00:00Z", "1 business day", night)).toBe("2026-11-25T02:00:00Z"));
  it("works on after midnight of a day off", () =>
    expect(due("2026-11-27T23:00:00Z", "5 business hours", night)).toBe("2026-11-28T04:00:00Z"));
  it("takes a holiday's whole shift away", () =>
    expect(due("2026-11-23T23:00:00Z", "8 business hours", { ...night, holidays: ["2026-11-24"] })).toBe(
      "2026-11-27T23:00:00Z",
    ));
  it.each(["24:00", "00:00"])("works around the clock until %s", (to) => {
    const hours = { time_zone: "UTC", from: "00:00", to };
    expect(due("2026-11-24T02:00:00Z", "30 business hours", hours)).toBe("2026-11-25T08:00:00Z");
  });
});

describe("a person's own calendar", () => {
  it("has another zone", () =>
    expect(due("2026-11-23T09:00:00Z", "2 business hours", berlin, { time_zone: "America/Toronto" })).toBe(
      "2026-11-23T16:00:00Z",
    ));
  it("has other hours, also on a day that is shorter for the team", () =>
    expect(
      due("2026-11-27T13:00:00Z", "2 business hours", { ...berlin, fri: "09:00-13:00" }, { to: "18:00" }),
    ).toBe("2026-11-27T15:00:00Z"));
  it("has other days", () =>
    expect(due("2026-11-23T09:00:00Z", "1 business day", berlin, { days: ["mon", "thu"] })).toBe(
      "2026-11-26T09:00:00Z",
    ));
  it("has other holidays", () => {
    const hours = { ...berlin, holidays: ["2026-11-24"] };
    expect(due("2026-11-23T09:00:00Z", "1 business day", hours)).toBe("2026-11-25T09:00:00Z");
    expect(due("2026-11-23T09:00:00Z", "1 business day", hours, { holidays: [] })).toBe(
      "2026-11-24T09:00:00Z",
    );
  });
  it("does not count days away, both ends included", () => {
    const person = { away: [{ from: "2026-11-24", to: "2026-11-26" }] };
    expect(due("2026-11-23T09:00:00Z", "1 business day", berlin, person)).toBe("2026-11-27T09:00:00Z");
  });
});

describe("a date that the zone skipped", () => {
  it.each<[zone: string, from: string, target: string, expected: string, days?: HoursConfig["days"]]>([
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
  ])("%s: %s, %s", (time_zone, from, target, expected, days) =>
    expect(due(from, target, { time_zone, ...(days && { days }) })).toBe(expected),
  );
});

describe("a calendar that cannot answer", () => {
  it("has no working time", () => {
    const calendar = createCalendar(parseHours({ days: [] }));
    expect(dueAt("2026-11-23T09:00:00Z", parseDuration("1 business day")!, calendar)).toBeNull();
    expect(dueAt("2026-11-23T09:00:00Z", parseDuration("1 business hour")!, calendar)).toBeNull();
    expect(dueAt("2026-11-23T09:00:00Z", parseDuration("1 hour")!, calendar)).toBe("2026-11-23T10:00:00Z");
    expect([calendar.hasWorkingTime, calendar.problems]).toEqual([false, []]);
  });
  it("is away for good", () => {
    const away = [{ from: "2026-01-01", to: "2999-12-31" }];
    expect(due("2026-11-23T09:00:00Z", "1 business day", berlin, { away })).toBeNull();
    expect(due("2026-11-23T09:00:00Z", "1 business hour", berlin, { away })).toBeNull();
  });
  it("is asked for too much", () => {
    expect(due("2026-11-23T09:00:00Z", "999999999 business days")).toBeNull();
    expect(due("2026-11-23T09:00:00Z", "999999999 days")).toBeNull();
  });
  it("names what it cannot read", () => {
    const hours = parseHours({
      time_zone: "Mars/Olympus",
      from: "25:00",
      fri: "09:00-09:00",
      holidays: ["ZZ", "DE-ZZ", "2026-02-30"],
    });
    const person = parsePerson({ away: [{ from: "2026-03-02", to: "2026-03-01" }] });
    expect(createCalendar(hours, person).problems).toEqual([
      '"Mars/Olympus" isn\'t a time zone. Write a name such as Europe/Berlin.',
      '"25:00-17:00" aren\'t working hours. Write times from "00:00" to "24:00".',
      '"09:00-09:00" starts and ends at the same time. Write "00:00-00:00" for a whole day.',
      '"ZZ" isn\'t a holiday. Write a date such as 2026-12-24 or a code such as DE or CA-ON.',
      '"DE-ZZ" isn\'t a holiday. Write a date such as 2026-12-24 or a code such as DE or CA-ON.',
      '"2026-02-30" isn\'t a holiday. Write a date such as 2026-12-24 or a code such as DE or CA-ON.',
      '"2026-03-02" to "2026-03-01" isn\'t an away period. Write two dates, the earlier one first.',
    ]);
  });
});

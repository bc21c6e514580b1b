import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { isHoliday, isHolidayCode } from "../../../src/core/calendar/holidays.ts";
import { parseDay } from "../../../src/core/calendar/instant.ts";

const datesOf = (code: string, year: number) =>
  Array.from({ length: 366 }, (_, index) =>
    Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: index }),
  )
    .filter((date) => date.year === year)
    .map(String)
    .filter((date) => isHoliday(code, parseDay(date)!));

it("lists a country's holidays", () =>
  expect(datesOf("DE", 2026)).toEqual([
    "2026-01-01",
    "2026-04-03",
    "2026-04-06",
    "2026-05-01",
    "2026-05-14",
    "2026-05-25",
    "2026-10-03",
    "2026-12-25",
    "2026-12-26",
  ]));

it("adds a region's holidays to the country's", () => {
  const country = new Set(datesOf("DE", 2026));
  expect(datesOf("DE-BY", 2026).filter((date) => !country.has(date))).toEqual([
    "2026-01-06",
    "2026-06-04",
    "2026-11-01",
  ]);
});

it("counts a holiday from sunset to sunset as the day that follows the first sunset", () => {
  expect(datesOf("IL", 2026)).toContain("2026-09-21");
  expect(datesOf("IL", 2026)).not.toContain("2026-09-20");
});

it("lists each day of a holiday of several days, and no half day", () =>
  expect(datesOf("TR", 2026).filter((date) => date.startsWith("2026-05-2") || date > "2026-05-30")).toEqual([
    "2026-05-27",
    "2026-05-28",
    "2026-05-29",
    "2026-07-15",
    "2026-08-30",
    "2026-10-29",
  ]));

it("leaves out half days that only some people have off", () =>
  expect(datesOf("CN", 2026)).not.toContain("2026-03-08"));

it("reads the codes of states in any case, and refuses unknown ones", () => {
  expect(datesOf("ca-on", 2026)).toEqual(datesOf("CA-ON", 2026));
  expect(["DE", "CA-ON", "BR-SP-SP", "US-la"].map(isHolidayCode)).toEqual([true, true, true, true]);
  expect(
    ["ZZ", "DE-ZZ", "DE-BY-NOWHERE", "DE-BY-QQ-1", "de", "Germany", "DE-", ""].filter(isHolidayCode),
  ).toEqual([]);
});

it("accepts every country, state and region of the package", () => {
  const world = new Holidays();
  const keys = (of: Record<string, string> | undefined) => Object.keys(of ?? {});
  const codes = keys(world.getCountries()).flatMap((country) => [
    country,
    ...keys(world.getStates(country)).flatMap((state) => [
      `${country}-${state}`,
      ...keys(world.getRegions(country, state)).map((region) => `${country}-${state}-${region}`),
    ]),
  ]);
  expect(codes).toContain("DE-BY-EVANG");
  expect(codes.filter((code) => !isHolidayCode(code))).toEqual([]);
});

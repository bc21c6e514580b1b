import Holidays from "date-holidays";
import { expect, it } from "vitest";
import { isHolidayRegion } from "../../../../src/core/config/schema/values.ts";

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
  expect(codes.filter((code) => !isHolidayRegion(code))).toEqual([]);
});

it.each(["XX", "DE-XX", "DE-BY-NOWHERE", "DE-BY-A-B", "de", "Germany", "DE-", ""])("refuses %s", (code) => {
  expect(isHolidayRegion(code)).toBe(false);
});

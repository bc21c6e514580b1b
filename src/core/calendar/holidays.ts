import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import { type DayNumber, parseDay, yearOf } from "./instant.ts";

let loaded: typeof Holidays | null = null;

/**
 * The package date-holidays, loaded on first use: its data takes a tenth of a second and 25 MB, and most
 * repositories name no holidays. Only `require` can do that without a promise.
 */
function loadHolidays(): typeof Holidays {
  loaded ??= createRequire(import.meta.url)("date-holidays") as typeof Holidays;
  return loaded;
}

// Both caches are bounded: by the codes that exist, and by the years that a calendar can reach.
const regions = new Map<string, Holidays>();
const years = new Map<string, readonly DayNumber[]>();

/** The lists of codes, which are slow to load. */
let world: Holidays | undefined;

const findKey = (keys: Record<string, string> | undefined, wanted: string) =>
  Object.keys(keys ?? {}).find((key) => key.toUpperCase() === wanted.toUpperCase());

/** The package reads an unknown state as the whole country, so each part of the code is looked up first. */
function findRegion(code: string): Holidays | null {
  const [country, state, region, ...rest] = code.split("-");
  const Holidays = loadHolidays();
  world ??= new Holidays();
  const countryKey = findKey(world.getCountries(), country ?? "");
  if (countryKey === undefined || rest.length > 0) return null;
  const options = { types: ["public" as const] };
  if (state === undefined) return new Holidays(countryKey, options);
  const stateKey = findKey(world.getStates(countryKey), state);
  if (stateKey === undefined) return null;
  if (region === undefined) return new Holidays(countryKey, stateKey, options);
  const regionKey = findKey(world.getRegions(countryKey, stateKey), region);
  return regionKey === undefined ? null : new Holidays(countryKey, stateKey, regionKey, options);
}

function regionOf(code: string): Holidays | null {
  const key = code.toUpperCase();
  const known = regions.get(key);
  if (known !== undefined) return known;
  const found = findRegion(key);
  // Unknown codes are not remembered, because people can write any number of them.
  if (found !== null) regions.set(key, found);
  return found;
}

/**
 * Is this a country, state or region with known public holidays (`DE`, `DE-BY`, `DE-BY-EVANG`, `US-LA-NO`)?
 * ISO 3166 codes, as the package date-holidays has them, with the country in capitals.
 */
export function isHolidayCode(code: string): boolean {
  // Looking a code up is slow, and a file can have many invalid ones.
  return /^[A-Z]{2}(?:-[A-Za-z0-9]{1,20}){0,2}$/.test(code) && regionOf(code) !== null;
}

/**
 * The dates that a holiday covers from 00:00 to 18:00: whole days, also from sunset to sunset, but no half
 * days.
 */
function coveredDays(holiday: { start: Date; end: Date }, timeZone: string): DayNumber[] {
  const toLocal = (date: Date) =>
    Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const start = toLocal(holiday.start);
  const end = toLocal(holiday.end);
  const found: DayNumber[] = [];
  for (let date = start.toPlainDate(); ; date = date.add({ days: 1 })) {
    const evening = date.toPlainDateTime("18:00");
    if (Temporal.PlainDateTime.compare(evening, end) > 0) return found;
    if (Temporal.PlainDateTime.compare(date.toPlainDateTime(), start) < 0) continue;
    const day = parseDay(date.toString());
    if (day !== null) found.push(day);
  }
}

/**
 * The public holidays of a country or region that begin in this year, without those on which only banks or
 * schools close. With a year given, the package never reads the clock. Empty for an unknown code.
 */
function listHolidays(code: string, year: number): readonly DayNumber[] {
  const key = `${code.toUpperCase()} ${year}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  const region = regionOf(code);
  if (region === null) return [];
  const timeZone = region.getTimezones()[0] ?? "UTC";
  const found = region.getHolidays(year).flatMap((holiday) => coveredDays(holiday, timeZone));
  years.set(key, found);
  return found;
}

/** Is this date a public holiday there? A holiday of several days may begin in the previous year. */
export function isHoliday(code: string, day: DayNumber): boolean {
  const year = yearOf(day);
  return listHolidays(code, year).includes(day) || listHolidays(code, year - 1).includes(day);
}

import type { PersonConfig } from "../../config/schema/hours-schema.ts";
import { type DayNumber, firstDayOf, parseDay, yearOf } from "./day-number.ts";
import { findHolidays, isHolidayCode } from "./holidays.ts";

/** The dates on which a working day of the week is not worked: the exceptions to the week, a year at a time. */
export interface OffDays {
  isOff(day: DayNumber): boolean;
  /** Off days of that year. */
  listYear(year: number): ReadonlySet<DayNumber>;
}

interface Range {
  first: DayNumber;
  last: DayNumber;
}

function parseRanges(away: PersonConfig["away"], problems: Set<string>): Range[] {
  return away.flatMap(({ from, to }) => {
    const first = parseDay(from);
    const last = parseDay(to);
    if (first !== null && last !== null && first <= last) return [{ first, last }];
    problems.add(`The away period is "${from}" to "${to}"; expected two dates, the earlier one first.`);
    return [];
  });
}

function parseHolidays(entries: string[], problems: Set<string>): { dates: DayNumber[]; codes: string[] } {
  const dates: DayNumber[] = [];
  const codes: string[] = [];
  for (const entry of entries) {
    const day = /^\d/.test(entry) ? parseDay(entry) : null;
    if (day !== null) dates.push(day);
    else if (isHolidayCode(entry)) codes.push(entry);
    else
      problems.add(
        `The holiday is "${entry}"; expected a date such as 2026-12-24 or a code such as DE or CA-ON.`,
      );
  }
  return { dates, codes };
}

/** Off days from dates, country or region codes and away periods (both ends included). What cannot be read goes to `problems`. */
export function createOffDays(
  holidays: string[],
  away: PersonConfig["away"],
  problems: Set<string>,
): OffDays {
  const { dates, codes } = parseHolidays(holidays, problems);
  const ranges = parseRanges(away, problems);
  const known = new Map<number, ReadonlySet<DayNumber>>();

  function createYear(year: number): ReadonlySet<DayNumber> {
    const start = firstDayOf(year);
    const end = firstDayOf(year + 1);
    // A holiday of several days may begin in the last days of the year before.
    const regional = codes.flatMap((code) => [...findHolidays(code, year - 1), ...findHolidays(code, year)]);
    const off = new Set([...dates, ...regional].filter((day) => day >= start && day < end));
    for (const { first, last } of ranges)
      for (let day = Math.max(first, start); day <= last && day < end; day++) off.add(day);
    return off;
  }

  function listYear(year: number): ReadonlySet<DayNumber> {
    const found = known.get(year) ?? createYear(year);
    known.set(year, found);
    return found;
  }

  const isEmpty = dates.length + codes.length + ranges.length === 0;
  return { listYear, isOff: (day) => !isEmpty && listYear(yearOf(day)).has(day) };
}

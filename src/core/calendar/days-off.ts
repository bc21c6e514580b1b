import { type DayNumber, parseDay } from "./day-number.ts";
import { isHoliday, isHolidayCode } from "./holidays.ts";
import type { Hours, PersonalHours } from "./week.ts";

interface Range {
  first: DayNumber;
  last: DayNumber;
}

function parseRanges(away: PersonalHours["away"], problems: Set<string>): Range[] {
  return away.flatMap(({ from, to }) => {
    const first = parseDay(from);
    const last = parseDay(to);
    if (first !== null && last !== null && first <= last) return [{ first, last }];
    problems.add(`The away period is "${from}" to "${to}". Write two dates, the earlier one first.`);
    return [];
  });
}

function parseHolidays(
  entries: Hours["holidays"],
  problems: Set<string>,
): { dates: Set<DayNumber>; codes: string[] } {
  const dates = new Set<DayNumber>();
  const codes: string[] = [];
  for (const entry of entries) {
    const day = /^\d/.test(entry) ? parseDay(entry) : null;
    if (day !== null) dates.add(day);
    else if (isHolidayCode(entry)) codes.push(entry);
    else
      problems.add(
        `The holiday is "${entry}". Write a date such as 2026-12-24 or a code such as DE or CA-ON.`,
      );
  }
  return { dates, codes };
}

/**
 * Is that date off, although its weekday is worked? From dates, country or region codes and away periods (both ends
 * included). What cannot be read goes to `problems`.
 */
export function createDaysOff(
  holidays: Hours["holidays"],
  away: PersonalHours["away"],
  problems: Set<string>,
): (day: DayNumber) => boolean {
  const { dates, codes } = parseHolidays(holidays, problems);
  const ranges = parseRanges(away, problems);
  return (day) =>
    dates.has(day) ||
    ranges.some(({ first, last }) => first <= day && day <= last) ||
    codes.some((code) => isHoliday(code, day));
}

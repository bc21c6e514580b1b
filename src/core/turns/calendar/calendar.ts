import type { HoursConfig, PersonConfig } from "../../config/schema/hours-schema.ts";
import { weekdayOf } from "./day-number.ts";
import { createDayPatterns, type DayPatterns } from "./day-pattern.ts";
import { createDaySums, type DaySums } from "./day-sums.ts";
import { createOffDays, type OffDays } from "./off-days.ts";
import { createWeek, type Week } from "./week.ts";
import { findZone, type Zone } from "./zone.ts";

/** When somebody works: what business time is counted in. Made once, asked often; asking changes nothing that can be seen. */
export interface Calendar {
  /** IANA name. */
  timeZone: string;
  /** What could not be read and what it means, a sentence each; empty when all is well. */
  problems: string[];
  /** False when no day of the week has working hours: business time then never ends. */
  hasWorkingTime: boolean;
  zone: Zone;
  week: Week;
  offDays: OffDays;
  patterns: DayPatterns;
  /** Working seconds on the local line. */
  seconds: DaySums;
  /** Working days, by the date that their shift starts on. */
  days: DaySums;
}

function chooseZone(names: (string | undefined)[], problems: Set<string>): { timeZone: string; zone: Zone } {
  for (const name of names) {
    if (name === undefined) continue;
    try {
      return { timeZone: name, zone: findZone(name) };
    } catch {
      problems.add(`The time zone is "${name}"; expected a name such as Europe/Berlin.`);
    }
  }
  return { timeZone: "UTC", zone: findZone("UTC") };
}

/**
 * The calendar of one person, or of the team when no person is given. Never throws: what cannot be read is left out and
 * named in `problems`. Without any time zone it is UTC.
 */
export function createCalendar(hours: HoursConfig, person?: PersonConfig): Calendar {
  const problems = new Set<string>();
  const { timeZone, zone } = chooseZone([person?.time_zone, hours.time_zone], problems);
  const week = createWeek(hours, person, problems);
  const hasWorkingTime = week.some((shift) => shift !== null);
  const offDays = createOffDays(person?.holidays ?? hours.holidays, person?.away ?? [], problems);
  const patterns = createDayPatterns(week, offDays);
  const seconds = createDaySums(
    { weekly: (weekday) => patterns.weekly(weekday).total, of: (day) => patterns.of(day).total },
    offDays,
  );
  const isWorked = (weekday: number) => (week[weekday] === null ? 0 : 1);
  const days = createDaySums(
    { weekly: isWorked, of: (day) => (offDays.isOff(day) ? 0 : isWorked(weekdayOf(day))) },
    offDays,
  );
  return { timeZone, problems: [...problems], hasWorkingTime, zone, week, offDays, patterns, seconds, days };
}

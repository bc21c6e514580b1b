import { type DayNumber, weekdayOf } from "./day-number.ts";
import { createDaysOff } from "./days-off.ts";
import { secondsADay } from "./instant.ts";
import { createWeek, type Hours, type PersonalHours, type Shift } from "./week.ts";
import { createZone, type Stretch } from "./zone.ts";

/** When somebody works: what business time is counted in. Made once, asked often; asking changes nothing that can be seen. */
export interface Calendar {
  /** IANA name. */
  timeZone: string;
  /** What could not be read and what it means, a sentence each; empty when all is well. */
  problems: string[];
  /** False when no day of the week has working hours: business time then never ends. */
  hasWorkingTime: boolean;
  /** The shift that starts on that date. Null on a day off, and on a date that the zone skipped (30 December 2011 in Samoa). */
  shiftOf(day: DayNumber): Shift | null;
  stretchAt(second: number): Stretch;
}

type Zone = Pick<Calendar, "timeZone" | "stretchAt">;

function chooseZone(names: (string | undefined)[], problems: Set<string>): Zone {
  for (const timeZone of names) {
    if (timeZone === undefined) continue;
    try {
      return { timeZone, stretchAt: createZone(timeZone) };
    } catch {
      problems.add(`The time zone is "${timeZone}". Write a name such as Europe/Berlin.`);
    }
  }
  return { timeZone: "UTC", stretchAt: createZone("UTC") };
}

/** A date that the zone skipped has no noon: what would be its noon lies on another date. */
function isSkipped(day: DayNumber, { stretchAt }: Zone): boolean {
  const noon = day * secondsADay + secondsADay / 2;
  const second = noon - stretchAt(noon).offset;
  return Math.floor((second + stretchAt(second).offset) / secondsADay) !== day;
}

/**
 * The calendar of one person, or of the team when no person is given. Never throws: what cannot be read is left out and
 * named in `problems`. Without any time zone it is UTC.
 */
export function createCalendar(hours: Hours, person?: PersonalHours): Calendar {
  const problems = new Set<string>();
  const zone = chooseZone([person?.time_zone, hours.time_zone], problems);
  const week = createWeek(hours, person, problems);
  const isOff = createDaysOff(person?.holidays ?? hours.holidays, person?.away ?? [], problems);
  const known = new Map<DayNumber, Shift | null>();

  function shiftOf(day: DayNumber): Shift | null {
    let shift = known.get(day);
    if (shift === undefined) {
      shift = isOff(day) || isSkipped(day, zone) ? null : week[weekdayOf(day)]!;
      known.set(day, shift);
    }
    return shift;
  }

  const hasWorkingTime = week.some((shift) => shift !== null);
  return { ...zone, problems: [...problems], hasWorkingTime, shiftOf };
}

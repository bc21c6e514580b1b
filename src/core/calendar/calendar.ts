import { Temporal } from "temporal-polyfill";
import { isHoliday, isHolidayCode } from "./holidays.ts";
import { type DayNumber, parseDay, secondsADay, weekdayOf } from "./instant.ts";

/** When somebody works; business time is counted in it. Made once, asked often, and never changes. */
export interface Calendar {
  /** IANA name. */
  timeZone: string;
  /** What could not be read, and what to write instead. */
  problems: string[];
  /** False when no day of the week has working hours: business time then never ends. */
  hasWorkingTime: boolean;
  /**
   * The shift that starts on this date. Null on a day off, and on a date that the zone skipped (30 December
   * 2011 in Samoa).
   */
  shiftOf(day: DayNumber): Shift | null;
  /** The stretch that holds this second since 1970 (UTC). */
  stretchAt(second: number): Stretch;
}

type Zone = Pick<Calendar, "timeZone" | "stretchAt">;

function chooseZone(names: (string | undefined)[], problems: Set<string>): Zone {
  for (const timeZone of names) {
    if (timeZone === undefined) continue;
    try {
      return { timeZone, stretchAt: createZone(timeZone) };
    } catch {
      problems.add(`"${timeZone}" isn't a time zone. Write a name such as Europe/Berlin.`);
    }
  }
  return { timeZone: "UTC", stretchAt: createZone("UTC") };
}

/** A skipped date has no noon: the instant that would be its noon lies on another date. */
function isSkipped(day: DayNumber, { stretchAt }: Zone): boolean {
  const noon = day * secondsADay + secondsADay / 2;
  const second = noon - stretchAt(noon).offset;
  return Math.floor((second + stretchAt(second).offset) / secondsADay) !== day;
}

/**
 * The calendar of one person, or of the team when no person is given. Never throws: what cannot be read is
 * left out and named in `problems`. Without any time zone it uses UTC.
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
      shift = isOff(day) || isSkipped(day, zone) ? null : (week[weekdayOf(day)] ?? null);
      known.set(day, shift);
    }
    return shift;
  }

  const hasWorkingTime = week.some((shift) => shift !== null);
  return { ...zone, problems: [...problems], hasWorkingTime, shiftOf };
}

/** A stretch of time in which a zone's offset does not change. Seconds since 1970 in UTC, half-open. */
interface Stretch {
  start: number;
  end: number;
  /** Local time is UTC plus this, in seconds. */
  offset: number;
}

const toSeconds = (moment: Temporal.ZonedDateTime) => Math.floor(moment.epochMilliseconds / 1000);

function findStretch(timeZone: string, second: number): Stretch {
  const moment = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(timeZone);
  const next = moment.getTimeZoneTransition("next");
  // "previous" is strictly before, so adding a second finds a change at this very instant.
  const previous = moment.add({ seconds: 1 }).getTimeZoneTransition("previous");
  return {
    start: previous === null ? Number.NEGATIVE_INFINITY : toSeconds(previous),
    end: next === null ? Number.POSITIVE_INFINITY : toSeconds(next),
    offset: moment.offsetNanoseconds / 1e9,
  };
}

/**
 * Finds the stretch of a zone that holds a second since 1970 (UTC). Asks Temporal once for each stretch.
 * Throws a RangeError for a name that is not a time zone.
 */
function createZone(timeZone: string): (second: number) => Stretch {
  const known = [findStretch(timeZone, 0)];
  return (second) => {
    const found = known.find(({ start, end }) => start <= second && second < end);
    if (found !== undefined) return found;
    const stretch = findStretch(timeZone, second);
    known.push(stretch);
    return stretch;
  };
}

interface Range {
  first: DayNumber;
  last: DayNumber;
}

function parseRanges(away: PersonalHours["away"], problems: Set<string>): Range[] {
  return away.flatMap(({ from, to }) => {
    const first = parseDay(from);
    const last = parseDay(to);
    if (first !== null && last !== null && first <= last) return [{ first, last }];
    problems.add(`"${from}" to "${to}" isn't an away period. Write two dates, the earlier one first.`);
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
        `"${entry}" isn't a holiday. Write a date such as 2026-12-24 or a code such as DE or CA-ON.`,
      );
  }
  return { dates, codes };
}

/**
 * Is this date off, whatever its weekday? Knows dates, country or region codes, and away periods (both ends
 * included). What cannot be read goes to `problems`.
 */
function createDaysOff(
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

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** The team's working hours, as the config has them. */
interface Hours extends Partial<Record<Weekday, string | false | undefined>> {
  days: readonly Weekday[];
  /** `09:00`. */
  from: string;
  /** `17:00`; when it is not after `from`, on the next day. */
  to: string;
  /** IANA name. */
  time_zone?: string | undefined;
  /** Dates (`2026-12-24`), or country or region codes (`DE`, `CA-ON`). */
  holidays: readonly string[];
}

/** A person's own hours, where they differ. */
interface PersonalHours extends Partial<Pick<Hours, "from" | "to" | "days" | "time_zone" | "holidays">> {
  /** Dates, both ends included. */
  away: readonly { from: string; to: string }[];
}

/**
 * The working hours of one day, in seconds from the date's 00:00. `close` is past 86,400 when the shift runs
 * over midnight.
 */
interface Shift {
  open: number;
  close: number;
}

/** The shift that starts on each weekday, Monday first; null is a day off. */
type Week = readonly (Shift | null)[];

/** Seconds from 00:00 of "HH:MM", up to "24:00"; null when there is no such time. */
function parseTime(text: string): number | null {
  const [hours, minutes] = text.split(":").map(Number);
  if (hours === undefined || minutes === undefined) return null;
  const seconds = hours * 3600 + minutes * 60;
  return minutes < 60 && seconds <= secondsADay ? seconds : null;
}

function createShift(from: string, to: string, problems: Set<string>): Shift | null {
  const open = parseTime(from);
  const close = parseTime(to);
  if (open === null || close === null) {
    problems.add(`"${from}-${to}" aren't working hours. Write times from "00:00" to "24:00".`);
    return null;
  }
  // Midnight to midnight is the whole day. Any other shift that ends when it starts is a mistake.
  if (open === close && open !== 0) {
    problems.add(`"${from}-${to}" starts and ends at the same time. Write "00:00-00:00" for a whole day.`);
    return null;
  }
  return { open, close: close <= open ? close + secondsADay : close };
}

/**
 * The person's settings win over the team's: own `days` name the working days, and own `from` or `to` replace
 * the team's hours on all of them (even the team's shorter Friday). Without own days, a day for which the
 * team gives hours is worked even when the team's `days` do not list it, and a day that is `off` is not.
 */
function createWeek(
  hours: Hours,
  person: Pick<PersonalHours, "from" | "to" | "days"> | undefined,
  problems: Set<string>,
): Week {
  const ownHours = person?.from !== undefined || person?.to !== undefined;
  const from = person?.from ?? hours.from;
  const to = person?.to ?? hours.to;
  return weekdays.map((day) => {
    const named = hours[day];
    const isOff = named === "off";
    const perDay = typeof named === "string" && !isOff ? named : undefined;
    const works =
      person?.days?.includes(day) ?? (perDay !== undefined || (hours.days.includes(day) && !isOff));
    if (!works) return null;
    const [dayFrom, dayTo] = perDay === undefined || ownHours ? [from, to] : perDay.split("-");
    return createShift(dayFrom ?? from, dayTo ?? to, problems);
  });
}

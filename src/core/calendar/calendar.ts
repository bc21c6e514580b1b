import { Temporal } from "temporal-polyfill";
import { isHoliday } from "./holidays.ts";
import { type DayNumber, parseDay, secondsADay, weekdayOf } from "./instant.ts";

/** When somebody works, to count business time. It never changes. */
export interface Calendar {
  /** IANA name. */
  timeZone: string;
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

type StretchAt = Calendar["stretchAt"];

/** Did the zone skip this date? Then the instant that would be its noon lies on another date. */
function isSkipped(day: DayNumber, stretchAt: StretchAt): boolean {
  const noon = day * secondsADay + secondsADay / 2;
  const second = noon - stretchAt(noon).offset;
  return Math.floor((second + stretchAt(second).offset) / secondsADay) !== day;
}

/**
 * The calendar of a person, or of the team when no person is given; in UTC without a time zone. The values
 * come from a checked config. Throws a RangeError for an unknown time zone.
 */
export function createCalendar(hours: Hours, person?: PersonalHours): Calendar {
  const timeZone = person?.time_zone ?? hours.time_zone ?? "UTC";
  const stretchAt = createZone(timeZone);
  const week = createWeek(hours, person);
  const isOff = createDaysOff(person?.holidays ?? hours.holidays, person?.away ?? []);
  const known = new Map<DayNumber, Shift | null>();

  function shiftOf(day: DayNumber): Shift | null {
    let shift = known.get(day);
    if (shift === undefined) {
      shift = isOff(day) || isSkipped(day, stretchAt) ? null : (week[weekdayOf(day)] ?? null);
      known.set(day, shift);
    }
    return shift;
  }

  return { timeZone, hasWorkingTime: week.some((shift) => shift !== null), shiftOf, stretchAt };
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

/** Is this date off, whatever its weekday? Away periods include both ends. */
function createDaysOff(
  holidays: Hours["holidays"],
  away: PersonalHours["away"],
): (day: DayNumber) => boolean {
  const isDate = (entry: string) => /^\d/.test(entry);
  const dates = new Set(holidays.filter(isDate).map(parseDay));
  const codes = holidays.filter((entry) => !isDate(entry));
  const ranges = away.map(({ from, to }) => [parseDay(from), parseDay(to)]);
  return (day) =>
    dates.has(day) ||
    ranges.some(([first, last]) => first != null && last != null && first <= day && day <= last) ||
    codes.some((code) => isHoliday(code, day));
}

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** The team's working hours, as the config has them. */
interface Hours extends Partial<Record<Weekday, string | undefined>> {
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

/** Seconds from 00:00 of "HH:MM", up to "24:00". */
function parseTime(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 3600 + minutes * 60;
}

/** Midnight to midnight is the whole day. */
function createShift(from: string, to: string): Shift {
  const open = parseTime(from);
  const close = parseTime(to);
  return { open, close: close <= open ? close + secondsADay : close };
}

/**
 * A person's settings win over the team's: own `days` are the working days, and own `from` or `to` replace
 * the team's hours on all of them (even the team's shorter Friday). Without own days, a day with hours of its
 * own is a working day even when the team's `days` do not list it, and a day that is `off` is not.
 */
function createWeek(hours: Hours, person: Pick<PersonalHours, "from" | "to" | "days"> | undefined): Week {
  const ownHours = person?.from !== undefined || person?.to !== undefined;
  const from = person?.from ?? hours.from;
  const to = person?.to ?? hours.to;
  return weekdays.map((day) => {
    const named = hours[day];
    const isOff = named === "off";
    const perDay = isOff ? undefined : named;
    const works =
      person?.days?.includes(day) ?? (perDay !== undefined || (hours.days.includes(day) && !isOff));
    if (!works) return null;
    const [dayFrom, dayTo] = perDay === undefined || ownHours ? [from, to] : perDay.split("-");
    return createShift(dayFrom ?? from, dayTo ?? to);
  });
}

import { secondsADay } from "./instant.ts";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof days)[number];

/** The team's working hours, as the config has them. */
export interface Hours extends Partial<Record<Weekday, string | false | undefined>> {
  days: readonly Weekday[];
  /** `09:00`. */
  from: string;
  /** `17:00`; not after `from`: on the next day. */
  to: string;
  /** IANA name. */
  time_zone?: string | undefined;
  /** Dates (`2026-12-24`) or country or region codes (`DE`, `CA-ON`). */
  holidays: readonly string[];
}

/** A person's own, where they differ. */
export interface PersonalHours
  extends Partial<Pick<Hours, "from" | "to" | "days" | "time_zone" | "holidays">> {
  /** Dates, both ends included. */
  away: readonly { from: string; to: string }[];
}

/**
 * Working hours of one day, in seconds from that date's 00:00. `close` lies past 86,400 when the shift runs
 * over midnight.
 */
export interface Shift {
  open: number;
  close: number;
}

/** The shift that starts on each weekday, Monday first; null is a day off. */
export type Week = readonly (Shift | null)[];

/** Seconds from 00:00 of "HH:MM" up to "24:00"; null when the clock has no such time. */
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
    problems.add(`The hours are "${from}-${to}". Write times from "00:00" to "24:00".`);
    return null;
  }
  // Midnight to midnight is the whole day; any other time to itself is no time, and a mistake.
  if (open === close && open !== 0) {
    problems.add(`The hours "${from}-${to}" hold no time; write "00:00-00:00" for a whole day.`);
    return null;
  }
  return { open, close: close <= open ? close + secondsADay : close };
}

/**
 * What the person says wins over the team: own `days` name the days, own `from` or `to` replace the team's
 * hours on all of them (the team's shorter Friday too). Without own days, a day that the team gives hours to
 * is worked even when the team's `days` do not list it, and a day that is `off` is not.
 */
export function createWeek(
  hours: Hours,
  person: Pick<PersonalHours, "from" | "to" | "days"> | undefined,
  problems: Set<string>,
): Week {
  const ownHours = person?.from !== undefined || person?.to !== undefined;
  const from = person?.from ?? hours.from;
  const to = person?.to ?? hours.to;
  return days.map((day) => {
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

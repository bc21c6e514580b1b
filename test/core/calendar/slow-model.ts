import { Temporal } from "temporal-polyfill";
import type { PersonConfig, TurnsConfig } from "../../../src/core/config/schema/turns-schema.ts";

/**
 * Business time as anybody would explain it: look at the wall clock every minute and ask whether somebody
 * works. Shares nothing with the calendar under test, and does nothing clever.
 */

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export interface SlowCalendar {
  timeZone: string;
  /**
   * Opening and closing in minutes from the date's 00:00 (closing is past 1440 when overnight); null when
   * nobody works.
   */
  shiftOf(date: Temporal.PlainDate): [number, number] | null;
}

const toMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export function createSlowCalendar(hours: TurnsConfig["hours"], person?: PersonConfig): SlowCalendar {
  const known = new Map<string, [number, number] | null>();
  function findShift(date: Temporal.PlainDate): [number, number] | null {
    const text = date.toString();
    if (hours.holidays.includes(text)) return null;
    if ((person?.away ?? []).some(({ from, to }) => from <= text && text <= to)) return null;
    const weekday = weekdays[date.dayOfWeek - 1]!;
    const own = hours[weekday];
    if (own === "off") return null;
    if (own === undefined && !hours.days.includes(weekday)) return null;
    const [from, to] = own === undefined ? [hours.from, hours.to] : own.split("-");
    const [open, close] = [toMinutes(from!), toMinutes(to!)];
    return [open, close < open ? close + 1440 : close];
  }
  return {
    timeZone: person?.time_zone ?? hours.time_zone ?? "UTC",
    shiftOf(date) {
      const key = date.toString();
      if (!known.has(key)) known.set(key, findShift(date));
      return known.get(key)!;
    },
  };
}

/**
 * What the wall clock and the calendar show, looked up every quarter of an hour, because clocks change only
 * then.
 */
function createClock(calendar: SlowCalendar) {
  let quarter = Number.NaN;
  let start = 0;
  let date = Temporal.PlainDate.from("1970-01-01");
  let today: [number, number] | null = null;
  let yesterday: [number, number] | null = null;
  return (minute: number) => {
    const now = Math.floor(minute / 15);
    if (now !== quarter) {
      const wall = Temporal.Instant.fromEpochMilliseconds(now * 900_000).toZonedDateTimeISO(
        calendar.timeZone,
      );
      quarter = now;
      start = wall.hour * 60 + wall.minute - now * 15;
      if (!date.equals(wall)) {
        date = wall.toPlainDate();
        today = calendar.shiftOf(date);
        yesterday = calendar.shiftOf(date.subtract({ days: 1 }));
      }
    }
    const minuteOfDay = start + minute;
    const isWorked =
      (today !== null && today[0] <= minuteOfDay && minuteOfDay < today[1]) ||
      (yesterday !== null && minuteOfDay + 1440 < yesterday[1]);
    return { date, minuteOfDay, isWorked };
  };
}

type Clock = ReturnType<typeof createClock>;

const minuteOf = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds / 60_000;
const instantOf = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toString();

function findOpening(minute: number, clock: Clock): number {
  let at = minute;
  while (!clock(at).isWorked) at++;
  return at;
}

export function addSlowly(from: string, minutes: number, calendar: SlowCalendar): string {
  const clock = createClock(calendar);
  let at = findOpening(minuteOf(from), clock);
  for (let left = minutes; left > 0; at++) if (clock(at).isWorked) left--;
  return instantOf(at);
}

export function countSlowly(from: string, to: string, calendar: SlowCalendar): number {
  const clock = createClock(calendar);
  let worked = 0;
  const end = minuteOf(to);
  for (let at = minuteOf(from); at < end; at++) if (clock(at).isWorked) worked++;
  return worked;
}

/** The same wall time on the n-th next working day, moved into that day's hours. */
export function addDaysSlowly(from: string, days: number, calendar: SlowCalendar): string {
  const clock = createClock(calendar);
  const start = findOpening(minuteOf(from), clock);
  if (days === 0) return instantOf(start);
  const { date, minuteOfDay } = clock(start);
  const today = calendar.shiftOf(date);
  const startsToday = today !== null && today[0] <= minuteOfDay;
  const first = startsToday ? date : date.subtract({ days: 1 });
  const wanted = startsToday ? minuteOfDay : minuteOfDay + 1440;
  let day = first;
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (calendar.shiftOf(day) !== null) left--;
  }
  const [open, close] = calendar.shiftOf(day)!;
  const wall = day.toPlainDateTime().add({ minutes: Math.min(Math.max(wanted, open), close) });
  return wall.toZonedDateTime(calendar.timeZone).toInstant().toString();
}

import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../pull-request.ts";

/**
 * Which pull requests the report is about: those that became ready from `since` to the end of `until`, local
 * dates in that zone, or to now if that is earlier.
 */
export interface Period {
  since: string;
  until: string;
  timeZone: string;
  now: Instant;
}

/** A period as somebody writes it. The default is twelve weeks until today, in UTC. */
export interface AskedPeriod {
  since?: string | undefined;
  until?: string | undefined;
  mark?: string | undefined;
  timeZone?: string | undefined;
}

/** A period that was read. Its dates get their time zone from the repositories' config. */
export interface KnownPeriod {
  /** Null: no config names a zone, so the one that was asked for counts. */
  in(zone: string | null): Period;
  mark: string | null;
}

/** What was wrong with a period: a sentence that begins with the option's name. */
export class PeriodError extends Error {
  override name = "PeriodError";
}

/** Reads a period as somebody wrote it. Throws PeriodError. */
export function parsePeriod(asked: AskedPeriod, now: Instant): KnownPeriod {
  const mark = readDate("mark", asked.mark);
  const [givenSince, givenUntil] = [readDate("since", asked.since), readDate("until", asked.until)];
  const askedZone = asked.timeZone ?? "UTC";
  checkZone(askedZone);
  const inZone = (zone: string | null): Period => {
    const timeZone = zone ?? askedZone;
    const until = givenUntil ?? dateOf(now, timeZone);
    return { since: givenSince ?? defaultSince(until, mark), until, timeZone, now };
  };
  const { since, until } = inZone(null);
  if (since > until)
    throw new PeriodError(`since is ${since}, after the last day (${until}); give an earlier day.`);
  if (mark !== null && (mark <= since || mark >= until))
    throw new PeriodError(`mark is ${mark}; give a day between ${since} and ${until}.`);
  return { in: inZone, mark };
}

function readDate(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text).toString();
  } catch {
    // Reported below.
  }
  throw new PeriodError(`${option} can't be "${text}". Write a date such as 2026-01-31.`);
}

function checkZone(timeZone: string): void {
  try {
    Temporal.Instant.from("2026-01-01T00:00:00Z").toZonedDateTimeISO(timeZone);
  } catch {
    throw new PeriodError(`time-zone can't be "${timeZone}". Write a name such as Europe/Berlin.`);
  }
}

/** The first day of the default period: twelve weeks back, or as long before a mark as there is after it. */
function defaultSince(until: string, mark: string | null): string {
  const twelveWeeksBack = mondayOf(addDays(until, -7 * 12));
  if (mark === null) return twelveWeeksBack;
  const after = Temporal.PlainDate.from(addDays(mark, 7)).until(until, { largestUnit: "day" }).days;
  const wanted = addDays(mark, -Math.max(after, 7));
  return earlier(wanted, twelveWeeksBack);
}

/** The instants of a period: up to the end of its last day, or to now. */
export function boundsOf({ since, until, timeZone, now }: Period): { from: Instant; to: Instant } {
  return { from: startOf(since, timeZone), to: earlier(startOf(addDays(until, 1), timeZone), now) };
}

/** The instant at which a local date begins. */
export const startOf = (date: string, timeZone: string): Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant().toString();

export const addDays = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString();

const earlier = (a: Instant, b: Instant) => (a < b ? a : b);

/** The local date of an instant. */
export const dateOf = (at: Instant, timeZone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The Monday of a local date's week. */
export const mondayOf = (date: string) => addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);

/** The ISO week of a local date: `2026-W10`. */
export function nameWeek(date: string): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, "0")}`;
}

/** All ISO weeks from the first to the last, such as `2026-W10`. */
export function weeksBetween(first: string, last: string): string[] {
  const [year = "", week = ""] = first.split("-W");
  // 4 January is always in the first week of its year.
  let monday = addDays(mondayOf(`${year}-01-04`), 7 * (Number(week) - 1));
  const found: string[] = [];
  for (let name = first; name <= last; name = nameWeek(monday)) {
    found.push(name);
    monday = addDays(monday, 7);
  }
  return found;
}

import { Temporal } from "temporal-polyfill";
import type { Instant } from "../pull-request.ts";

const weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const months = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];

/** The position from 1 of a name with at least three letters (`thu`, `thurs`, `sept`); 0 when unknown. */
const numberOf = (name: string, names: readonly string[]) =>
  name.length < 3 ? 0 : names.findIndex((full) => full.startsWith(name)) + 1;

/** 1 for `mon` or `monday`, 7 for `sun`; 0 when it is not a weekday. */
export const weekdayNumber = (name: string): number => numberOf(name, weekdayNames);

function nextWeekday(name: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const number = weekdayNumber(name);
  return number === 0 ? null : today.add({ days: (number - today.dayOfWeek + 7) % 7 });
}

/** The next such day. 29 February can be four years away. */
function nextDayOfMonth(day: number, month: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  for (const year of [today.year, today.year + 1, today.year + 2, today.year + 3, today.year + 4]) {
    const days = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
    if (day < 1 || day > days) continue;
    const date = Temporal.PlainDate.from({ year, month, day });
    if (Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
  return null;
}

function parseIso(text: string): Temporal.PlainDate | null {
  const match = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match === null) return null;
  try {
    return Temporal.PlainDate.from(isoOf(Number(match[1]), Number(match[3]), Number(match[4])));
  } catch {
    return null;
  }
}

/** `6.11.2026`, `6.11.`: with dots the day comes first everywhere. */
function parseDotted(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const match = /^(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}))?$/.exec(text);
  return match === null ? null : toDate(Number(match[1]), Number(match[2]), match[3], today);
}

/** Every day that `11/13` or `13/11/2026` may mean, earliest first. */
export function readSlashed(text: string, today: Temporal.PlainDate): Temporal.PlainDate[] {
  const match = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(text);
  if (match === null) return [];
  const [left, right] = [Number(match[1]), Number(match[2])];
  const dates = [toDate(left, right, match[3], today), toDate(right, left, match[3], today)].filter(
    (date) => date !== null,
  );
  const different = new Map(dates.map((date) => [date.toString(), date]));
  return [...different.values()].sort(Temporal.PlainDate.compare);
}

/** A date with slashes counts only when it can mean just one day. */
function parseSlashed(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const [date = null, ...others] = readSlashed(text, today);
  return others.length === 0 ? date : null;
}

const isoOf = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

function toDate(day: number, month: number, year: string | undefined, today: Temporal.PlainDate) {
  if (month < 1 || month > 12) return null;
  return year === undefined ? nextDayOfMonth(day, month, today) : parseIso(isoOf(Number(year), month, day));
}

function parseNamedMonth(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const match =
    /^(?:(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]{3,9})\.?|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?)(?:,? (\d{4}))?$/.exec(
      text,
    );
  if (match === null) return null;
  const month = numberOf(match[2] ?? match[3] ?? "", months);
  return toDate(Number(match[1] ?? match[4]), month, match[5], today);
}

/** `Friday, 6 November`: the date has to be on that weekday. */
function parseNamedDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const [, name = "", day = ""] = /^([a-z]{3,9})\.?,? (?:the )?(?=.*\d)(.+)$/.exec(text) ?? [];
  const weekday = name === "" ? null : nextWeekday(name, today);
  if (weekday === null) return null;
  const date = parseNumberedDay(day, today);
  return date?.dayOfWeek === weekday.dayOfWeek ? date : null;
}

/** `5th`: the next such day. */
function parseOrdinal(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(text)?.[1] ?? 0);
  const months = [0, 1, 2].map((ahead) => today.with({ day: 1 }).add({ months: ahead }));
  const dates = months.filter(({ daysInMonth }) => day >= 1 && day <= daysInMonth);
  return (
    dates.map((month) => month.with({ day })).find((date) => Temporal.PlainDate.compare(date, today) >= 0) ??
    null
  );
}

const parseNumberedDay = (text: string, today: Temporal.PlainDate) =>
  parseIso(text) ??
  parseNamedMonth(text, today) ??
  parseDotted(text, today) ??
  parseSlashed(text, today) ??
  parseOrdinal(text, today);

/**
 * A date as people write it: `2026-12-03`, `Thursday`, `tomorrow`, `3 December`, `Dec 3, 2027`, `Thu, 3 Dec`.
 * Relative dates count from the day of `writtenAt` in that zone. Null for anything else.
 */
export function parseDate(text: string, writtenAt: Instant, timeZone: string): string | null {
  const today = Temporal.Instant.from(writtenAt).toZonedDateTimeISO(timeZone).toPlainDate();
  const word = text.trim().toLowerCase();
  if (word === "today") return today.toString();
  if (word === "tomorrow") return today.add({ days: 1 }).toString();
  if (word === "day after tomorrow") return today.add({ days: 2 }).toString();
  const date = parseNumberedDay(word, today) ?? nextWeekday(word, today) ?? parseNamedDay(word, today);
  return date?.toString() ?? null;
}

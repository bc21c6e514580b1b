import { Temporal } from "temporal-polyfill";
import type { Instant } from "../pull-request.ts";
import { type Weekday, weekdays } from "./calendar.ts";
import { isTooLong, parseDuration } from "./duration.ts";
import { toEnglish } from "./german.ts";
import { parseDate, readSlashed, weekdayNumber } from "./parse-date.ts";

/** How long, or until when, in somebody's words. The exact instant depends on whose hours count. */
export type Span =
  /** In the config's grammar: `3 hours`, `1 business day`. */
  | { type: "duration"; duration: string }
  /** `2026-11-30`, and for a snooze perhaps `17:00`. */
  | { type: "date"; date: string; time?: string }
  /** The next such day. */
  | { type: "weekday"; weekday: Weekday; time?: string }
  /** The last working day of the week or month that contains the date. */
  | { type: "end"; of: "week" | "month"; date: string };

/** When something was said, and the zone in which its dates are counted. */
export interface Moment {
  at: Instant;
  /** IANA name. */
  timeZone: string;
}

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const durationAt = new RegExp(
  `^(an?|a couple of|${numbers.join("|")}|\\d{1,4})\\s{0,3}((?:business|working)\\s{1,3})?(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)$`,
  "i",
);
const units: Record<string, string> = { m: "minute", h: "hour", d: "day", w: "week" };

function readNumber(text: string): number {
  if (/^an?$/.test(text)) return 1;
  return text === "a couple of" ? 2 : numbers.indexOf(text) + 1 || Number(text);
}

/**
 * `1 business day`, `2h` or `a week` in the config's grammar. Null when it is not a duration, or longer than
 * the config allows.
 */
function readDuration(text: string): string | null {
  const match = durationAt.exec(text.trim());
  if (match === null) return null;
  const [, number = "", business, unitText = ""] = match;
  let count = readNumber(number.toLowerCase());
  let unit = units[unitText.charAt(0).toLowerCase()] ?? "";
  if (unit === "week") [count, unit] = [count * (business === undefined ? 7 : 5), "day"];
  const written = `${count} ${business === undefined ? "" : "business "}${unit}${count === 1 ? "" : "s"}`;
  const duration = count === 0 ? null : parseDuration(written);
  return duration === null || isTooLong(duration) ? null : written;
}

/** The text in English, without "please", thanks, quotes and a closing full stop. */
const tidy = (text: string) =>
  toEnglish(text.slice(0, 200).trim().toLowerCase())
    .replace(/["'`*<>]/g, (mark, at: number, all: string) =>
      /[a-z]/.test(all[at - 1] ?? "") && mark === "'" ? mark : "",
    )
    .replace(/(?:[\s,]{1,9}(?:please|thanks|thank you|thx)[\s.!,]{0,9}){1,3}$/, "")
    .replace(/[.!,;\s]+$/, "")
    .replace(/\s+/g, " ");

/**
 * The part before a reason: "2 days: conference", "Friday, we release then". A reason with a number needs a
 * colon before it.
 */
const beforeReason = /^([^:;(]{1,60}?)\s?(?::.*|(?:;|\(|,| [-–—] | (?:because|since|as|for) )\D*)$/;

/** Reads the whole text, else the part before a reason. */
function readUpToReason(text: string, read: (text: string) => Span | null): Span | null {
  const all = tidy(text);
  return read(all) ?? read(beforeReason.exec(all)?.[1] ?? "");
}

const asSpan = (duration: string | null): Span | null =>
  duration === null ? null : { type: "duration", duration };

const lead = /^(?:(?:on|by|next|this|the|coming) ){0,3}/;
const endOfDay = "(?:eod|cob|end of (?:the )?day|close of business)";
const besideDay = new RegExp(`^${endOfDay}(?: on| of)? (?=.)|(?<=.),? ${endOfDay}$`, "g");
const endOfToday = new RegExp(`^(?:${endOfDay}|tonight|later today|end of today)$`);

/** `end of week`, `next week`, `EOM`. "Weekend" means the end of the week before it. */
function readEnd(text: string, isNext: boolean, moment: Moment): Span | null {
  const match = /^(?:end of (?:(?:the|this) )?(next )?)?(week|month)$|^eo([wm])$|^(weekend)$/.exec(text);
  if (match === null) return null;
  const of = match[2] === "month" || match[3] === "m" ? "month" : "week";
  const next = of === "week" ? { weeks: 1 } : { months: 1 };
  const today = todayOf(moment);
  return { type: "end", of, date: (isNext || match[1] ? today.add(next) : today).toString() };
}

function readWeekday(text: string, isNext: boolean, moment: Moment): Span | null {
  const number = weekdayNumber(text);
  const weekday = weekdays[number - 1];
  if (weekday === undefined) return null;
  const today = todayOf(moment);
  // "Next Thursday", said on a Thursday, is not today.
  if (isNext && today.dayOfWeek === number) return { type: "date", date: today.add({ days: 7 }).toString() };
  return { type: "weekday", weekday };
}

/** `Monday next week`, `next week Monday`. */
function readNextWeek(text: string, moment: Moment): Span | null {
  const match = /^next week,? (?:on )?([a-z]+)$|^([a-z]+) next week$/.exec(text);
  const number = weekdayNumber(match?.[1] ?? match?.[2] ?? "");
  const today = todayOf(moment);
  return number === 0
    ? null
    : { type: "date", date: today.add({ days: 7 - today.dayOfWeek + number }).toString() };
}

/**
 * `2026-11-30`, `Thursday`, `next thu`, `5 March`, `Fri, 6 Nov`, `today`, `tomorrow`, `in 2 days`, `end of
 * week`, also in German; null for anything else. A day ends when work ends, so "EOD Friday" and "Friday 5pm"
 * are Friday.
 */
export function readDay(text: string, moment: Moment): Span | null {
  return readUpToReason(text, (said) => readDayAlone(splitTime(said.replace(until, "")).day, moment));
}

function readDayAlone(text: string, moment: Moment): Span | null {
  const all = text.replace(/^(?:by|on) /, "").replace(besideDay, "");
  const long = all.replace(/^(?:in|within) /, "").replace(/ from (?:now|today)$|['’]s? time$/, "");
  const duration = readDuration(long);
  if (duration !== null) return asSpan(duration);
  const [words = ""] = lead.exec(all) ?? [];
  const said = all.slice(words.length);
  const isNext = words.includes("next");
  if (endOfToday.test(said)) return { type: "date", date: todayOf(moment).toString() };
  if (said === "tomorrow") return { type: "duration", duration: "1 day" };
  const named =
    readNextWeek(all, moment) ?? readEnd(said, isNext, moment) ?? readWeekday(said, isNext, moment);
  if (named !== null) return named;
  const date = parseDate(said, moment.at, moment.timeZone);
  return date === null ? null : { type: "date", date };
}

/** `<duration>`, `for|in <duration>`, `until <day>`, `until <day> <time>`; `today` means until tomorrow. */
export function readSpan(text: string, moment: Moment): Span | null {
  return readUpToReason(text, (said) => readSpanAlone(said.replace(/^for /, ""), moment));
}

const until = /^(?:until|till|til|to) (?:the )?/;

function readSpanAlone(said: string, moment: Moment): Span | null {
  const { day, time } = splitTime(said.replace(until, ""));
  if (until.test(said) && readDuration(day) !== null) return null;
  if (time !== null) return addTime(readDayAlone(day, moment), time, moment);
  if (day === "today") return { type: "date", date: dateAfter(moment) };
  if (day === "next week") return { type: "weekday", weekday: "mon" };
  return readDayAlone(day, moment);
}

/** Null where a time makes no sense, as in "2 days 5pm". */
function addTime(span: Span | null, time: string, moment: Moment): Span | null {
  if (span?.type === "date" || span?.type === "weekday") return { ...span, time };
  const isTomorrow = span?.type === "duration" && span.duration === "1 day";
  return isTomorrow ? { type: "date", date: dateAfter(moment), time } : null;
}

/** The days that `11/06` may mean, earliest first; empty when it is not such a date or means only one day. */
export function listReadings(text: string, moment: Moment): string[] {
  const day = splitTime(tidy(text).replace(until, "")).day.replace(lead, "");
  const dates = readSlashed(day, todayOf(moment));
  return dates.length > 1 ? dates.map(String) : [];
}

const todayOf = ({ at, timeZone }: Moment) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();

const dateAfter = (moment: Moment) => todayOf(moment).add({ days: 1 }).toString();

/** Is it a date before the day it was said, or a time that had already passed on that day? */
export function isPast(span: Span, moment: Moment): boolean {
  if (span.type !== "date") return false;
  const said = Temporal.Instant.from(moment.at).toZonedDateTimeISO(moment.timeZone).toPlainDateTime();
  const end = Temporal.PlainDate.from(span.date).toPlainDateTime(span.time ?? "23:59");
  return (
    Temporal.PlainDateTime.compare(end, said.round({ smallestUnit: "minute", roundingMode: "floor" })) < 0
  );
}

const named: Record<string, string> = {
  noon: "12:00",
  midday: "12:00",
  lunch: "12:00",
  lunchtime: "12:00",
  afternoon: "12:00",
  evening: "18:00",
  night: "18:00",
};
const clock = "(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm|a\\.m\\.?|p\\.m\\.?|uhr|o['’]?clock)|(\\d{1,2}):(\\d{2})";
const beforeTime = "(?:(?:at|around|by|before) )?(?:the )?";
const beforeDay = new RegExp(`^${beforeTime}(?:${clock})(?:,| on)? (?=.)`);
const afterDay = new RegExp(`(?<=.),? ${beforeTime}(?:${clock}|(morning|${Object.keys(named).join("|")}))$`);
const alone = new RegExp(`^${beforeTime}(?:${clock}|(noon|midday|afternoon|evening))$`);

/** `17:00`; null when there is no such time. */
function toClock(hours: number, minutes: number, suffix = ""): string | null {
  const isTwelveHour = /^[ap]/.test(suffix);
  if (minutes > 59 || hours > (isTwelveHour ? 12 : 23) || (isTwelveHour && hours === 0)) return null;
  // By "5 o'clock", people at work mean the afternoon.
  const isAfternoon = suffix.startsWith("p") || (suffix.startsWith("o") && hours > 0 && hours < 8);
  const hour = (isTwelveHour ? hours % 12 : hours) + (isAfternoon ? 12 : 0);
  return `${String(hour).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/**
 * Splits a day as people write it from its time: "friday 5pm", "friday at 17:00", "tomorrow noon". A time
 * alone is today's.
 * @returns the time as `17:00`; null when there is none, or it is the start of work ("friday morning")
 */
function splitTime(text: string): { day: string; time: string | null } {
  const whole = { day: text, time: null };
  for (const pattern of [alone, beforeDay, afterDay]) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [all, hours, minutes = "0", suffix, hours24, minutes24, name] = match;
    const rest = text.replace(all, "");
    const day = pattern === alone ? "today" : rest;
    if (name !== undefined) return { day, time: named[name] ?? null };
    const time = toClock(Number(hours ?? hours24), Number(minutes24 ?? minutes), suffix);
    return time === null ? whole : { day, time };
  }
  return whole;
}

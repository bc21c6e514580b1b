import { Temporal } from "temporal-polyfill";
import type { Instant } from "../pull-request.ts";
import { isTooLong, parseDuration } from "./duration.ts";
import { parseDate } from "./parse-date.ts";
import type { Weekday } from "./week.ts";

/** How long, or until when, as said; whose Thursday it is depends on whom it is about. */
export type Span =
  /** In the config's grammar: `3 hours`, `1 business day`. */
  | { type: "duration"; duration: string }
  /** `2026-11-30`. */
  | { type: "date"; date: string }
  /** The next such day. */
  | { type: "weekday"; weekday: Weekday };

/** When something was said, and the zone in which its dates are counted. */
export interface Moment {
  at: Instant;
  /** IANA name. */
  timeZone: string;
}

const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const durationAt =
  /^(an?|\d{1,4})\s{0,3}(business\s{1,3})?(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)$/i;
const units: Record<string, string> = { m: "minute", h: "hour", d: "day", w: "week" };

/**
 * `1 business day`, `2h`, `a week` in the config's grammar; null when it is no duration, or a longer one than
 * the config may have.
 */
export function readDuration(text: string): string | null {
  const match = durationAt.exec(text.trim());
  if (match === null) return null;
  const [, number = "", business, unitText = ""] = match;
  let count = /^an?$/i.test(number) ? 1 : Number(number);
  let unit = units[unitText[0]!.toLowerCase()]!;
  if (unit === "week") [count, unit] = [count * (business === undefined ? 7 : 5), "day"];
  const written = `${count} ${business === undefined ? "" : "business "}${unit}${count === 1 ? "" : "s"}`;
  const duration = count === 0 ? null : parseDuration(written);
  return duration === null || isTooLong(duration) ? null : written;
}

/** Without what people type around it: "please", a closing full stop, and the words given. */
const tidy = (text: string, lead: RegExp) =>
  text
    .trim()
    .replace(/[\s,]*\bplease\b[\s.!]*$/i, "")
    .replace(/[.!,;\s]+$/, "")
    .replace(lead, "")
    .toLowerCase();

const asSpan = (duration: string | null): Span | null =>
  duration === null ? null : { type: "duration", duration };

/**
 * `2026-11-30`, `Thursday`, `next thu`, `5 March`, `today`, `tomorrow`, `in 2 days`; null when it is none of
 * them.
 */
export function readDay(text: string, { at, timeZone }: Moment): Span | null {
  const said = tidy(text, /^(?:(?:on|by|next|this|the)\s{1,3}){0,3}/i);
  if (/^(?:in|within)\s/.test(said)) return asSpan(readDuration(said.replace(/^\w+\s{1,3}/, "")));
  if (said === "tomorrow") return { type: "duration", duration: "1 day" };
  const index = weekdayNames.findIndex((name) => said.length >= 3 && name.startsWith(said));
  if (index >= 0) return { type: "weekday", weekday: weekdays[index]! };
  const date = parseDate(said, at, timeZone);
  return date === null ? null : { type: "date", date };
}

/** `<duration>`, `for|in <duration>`, `until <day>`; `today` is until tomorrow. */
export function readSpan(text: string, moment: Moment): Span | null {
  const said = tidy(text, /^for\s{1,3}/i);
  const until = /^(?:until|till|til|to)\s{1,3}/.exec(said);
  const duration = until === null ? readDuration(said) : null;
  if (duration !== null) return asSpan(duration);
  const day = until === null ? said : said.slice(until[0].length);
  if (day === "today") return { type: "date", date: dateAfter(moment) };
  return readDay(day, moment);
}

const dateOf = ({ at, timeZone }: Moment) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();

const dateAfter = (moment: Moment) => dateOf(moment).add({ days: 1 }).toString();

/** Is it a date before the one on which it was said? */
export function isPast(span: Span, moment: Moment): boolean {
  return span.type === "date" && span.date < dateOf(moment).toString();
}

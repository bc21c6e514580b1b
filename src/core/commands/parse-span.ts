import { Temporal } from "temporal-polyfill";
import { quoteText } from "../text/quote-text.ts";
import type { Parsed } from "./command.ts";

/** How long, or until when, as said. What a day of business is, and whose Thursday, is for the turns to say. */
export type Span =
  /** In the config's grammar: `3 hours`, `1 business day`. */
  | { type: "duration"; duration: string }
  /** `2026-11-30`, in the zone of the person it is about. */
  | { type: "date"; date: string }
  /** The next such day. */
  | { type: "weekday"; weekday: Weekday };

type Weekday = (typeof weekdays)[number];
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const durationAt =
  /^(an?|\d{1,4})\s{0,3}(business\s{1,3})?(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)$/i;
const dateAt = /^\d{4}-\d{2}-\d{2}$/;
const units: Record<string, string> = { m: "minute", h: "hour", d: "day", w: "week" };

/** `1 business day`, `2h`, `a week` in the config's grammar; null when it is no duration. */
export function parseDuration(text: string): string | null {
  const match = durationAt.exec(text.trim());
  if (match === null) return null;
  const [, number = "", business, unitText = ""] = match;
  let count = /^an?$/i.test(number) ? 1 : Number(number);
  let unit = units[unitText[0]!.toLowerCase()]!;
  if (unit === "week") [count, unit] = [count * (business === undefined ? 7 : 5), "day"];
  if (count === 0 || (business !== undefined && unit === "minute")) return null;
  return `${count} ${business === undefined ? "" : "business "}${unit}${count === 1 ? "" : "s"}`;
}

/** `2026-11-30`, `Thursday`, `next thu`, `tomorrow`; null when it is none of them. */
export function parseDay(text: string): Span | null {
  const said = text
    .trim()
    .replace(/^(?:(?:on|by|next|this)\s{1,3}){0,2}/i, "")
    .replace(/[.!]$/, "")
    .toLowerCase();
  if (dateAt.test(said)) return isDate(said) ? { type: "date", date: said } : null;
  if (said === "tomorrow") return { type: "duration", duration: "1 day" };
  const index = weekdayNames.findIndex(
    (name) => said === name || (said.length >= 3 && said === name.slice(0, 3)),
  );
  return index < 0 ? null : { type: "weekday", weekday: weekdays[index]! };
}

/** `<duration>`, `for <duration>`, `until <date or weekday>`. */
export function parseSpan(text: string): Span | null {
  const until = /^(?:until|till|to)\s{1,3}/i.exec(text);
  if (until !== null) return parseDay(text.slice(until[0].length));
  const duration = parseDuration(text.replace(/^for\s{1,3}/i, "").replace(/[.!]$/, ""));
  return duration === null ? parseDay(text) : { type: "duration", duration };
}

/** A span, or the one sentence that says what was seen and what is expected. */
export function expectSpan(argument: string, span: Span | null, expected: string): Parsed<Span> {
  if (span !== null) return { ok: true, value: span };
  const seen = argument === "" ? "nothing" : `"${quoteText(argument, 60)}"`;
  return { ok: false, message: `says ${seen}; expected ${expected}` };
}

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { isTooLong, parseDuration } from "../../calendar/duration.ts";
import { isHolidayCode } from "../../calendar/holidays.ts";
import { parseDay } from "../../calendar/instant.ts";
import { nearestWord } from "../../text/suggest.ts";
import { checkTogether, compileExpression } from "../expressions.ts";
import { compileGlob } from "../globs.ts";
import { expectations } from "./expectations.ts";

const brokenOnly = (result: { ok: true } | { ok: false; reason: string }) =>
  result.ok ? null : result.reason;

/** `false` is the same as `off`; the effective config always has "off". */
export const levelSchema = z
  .union([z.enum(["off", "warning", "error"]), z.literal(false)])
  .transform((level) => (level === false ? "off" : level))
  .register(expectations, { expected: "off, warning or error" })
  .meta({ title: "Level", description: "off, warning or error; false is the same as off" });

function checkLength(text: string): string | null {
  const duration = parseDuration(text);
  return duration !== null && isTooLong(duration) ? "the maximum is 10,000 hours or 2,000 days" : null;
}

/** For editors; the parser says it in words. */
const [minutes, hours, days] = ["\\d{1,5} minutes?", "(?:\\d{1,4}|10000)", "(?:[01]?\\d{1,3}|2000)"];

/** `<n> minutes|hours|days` (wall time) or `<n> business hours|days` (working time). */
export const durationSchema = z
  .string()
  .regex(/^\d{1,5} (?:minutes?|hours?|days?|business hours?|business days?)$/)
  .register(expectations, {
    expected: 'a duration such as "4 hours", "2 business hours" or "1 business day"',
    check: checkLength,
  })
  .meta({
    pattern: `^(?:${minutes}|${hours} (?:business )?hours?|${days} (?:business )?days?)$`,
    title: "Duration",
    description:
      "wall time (minutes, hours, days) or working time (business hours, business days); at most 10,000 hours or 2,000 days",
    examples: ["4 hours", "2 business hours", "1 business day"],
  });

/** A duration in wall time, for what does not wait for a person. */
export const wallDurationSchema = z
  .string()
  .regex(/^\d{1,5} (?:minutes?|hours?|days?)$/)
  .register(expectations, {
    expected: 'a duration such as "2 minutes", "4 hours" or "1 day"',
    check: checkLength,
  })
  .meta({
    pattern: `^(?:${minutes}|${hours} hours?|${days} days?)$`,
    title: "Duration",
    description: "wall time: minutes, hours or days; at most 10,000 hours or 2,000 days",
    examples: ["2 minutes", "4 hours", "1 day"],
  });

/** Whatever a schema takes, or `off` (`false` is the same). */
export const offOr = <Value extends z.ZodType>(value: Value) =>
  z
    .union([z.literal("off"), z.literal(false), value])
    .transform((given) => (given === "off" || given === false ? ("off" as const) : given));

const nameOrFalse = (maxLength: number, expected: string) =>
  z
    .union([z.literal(false), z.literal("off"), z.string().min(1).max(maxLength)])
    .transform((name) => (name === "off" ? false : name))
    .register(expectations, { expected });

/** A label's name, or false for none. GitHub refuses names over 50 characters. */
export const labelNameSchema = nameOrFalse(
  50,
  "a label's name of at most 50 characters (GitHub's limit), or false for no label",
);

/** The name of a check run, or false for none. */
export const checkNameSchema = nameOrFalse(
  100,
  "a name of at most 100 characters, or false for no check run",
);

/** On and off. YAML 1.2 reads `off` as a word, YAML 1.1 (some editors) as false. */
export const switchSchema = z
  .union([z.boolean(), z.literal("off")])
  .transform((value) => value !== "off" && value)
  .register(expectations, { expected: "true or false" });

/** A calendar date, `2026-12-24`. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .register(expectations, {
    expected: "a date such as 2026-12-24",
    check: (value) => (isDate(value) ? null : "not in the calendar"),
  })
  .meta({ examples: ["2026-12-24"] });

const isDate = (value: string) => parseDay(value) !== null;

const isTime = (value: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
const isMidnight = (value: string) => value === "00:00";
const isTimeOrMidnight = (value: string) => isTime(value) || value === "24:00";
/** For editors; the parser says it in words. */
const [time, timeOrMidnight] = ["(?:[01]\\d|2[0-3]):[0-5]\\d", "(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)"];

/** The time of day at which work starts, `09:00`. */
export const timeSchema = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .register(expectations, {
    expected: 'a time such as "09:00", from 00:00 to 23:59',
    check: (value) => (isTime(value) ? null : ""),
  })
  .meta({ examples: ["09:00"], pattern: `^${time}$` });

/** The time of day at which work ends: `24:00` is the end of the day. */
export const closingTimeSchema = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .register(expectations, {
    expected: 'a time such as "17:00", from 00:00 to 24:00',
    check: (value) => (isTimeOrMidnight(value) ? null : ""),
  })
  .meta({ examples: ["17:00"], pattern: `^${timeOrMidnight}$` });

function isDayHours(value: string): boolean {
  const [from = "", to = ""] = value.split("-");
  return value === "off" || (isTime(from) && isTimeOrMidnight(to) && (from !== to || isMidnight(from)));
}

/** `"09:00-13:00"`, or `off` for a day without work. */
export const dayHoursSchema = z
  .union([
    z
      .string()
      .regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
      .meta({ pattern: `^${time}-${timeOrMidnight}$` }),
    z.literal("off"),
    z.literal(false),
  ])
  .transform((hours) => (hours === false ? "off" : hours))
  .register(expectations, {
    expected: 'hours such as "09:00-13:00", or off',
    check: (value) => (isDayHours(value) ? null : ""),
  });

export const timeZoneSchema = z
  .string()
  .register(expectations, {
    expected: 'a time zone\'s name such as "Europe/Berlin", "America/New_York" or "UTC"',
    check: (value) => {
      if (isTimeZone(value)) return null;
      return () => {
        const nearest = nearestTimeZone(value);
        return nearest === null ? "" : `did you mean ${nearest}?`;
      };
    },
    cost: 4,
  })
  .meta({ examples: ["Europe/Berlin"] });

/** A date, or a country or region code. */
export const holidaySchema = z
  .string()
  .register(expectations, {
    expected: "a date such as 2026-12-24, or a country or region code such as DE, DE-BY or CA-ON",
    check: (value) => ((/^\d/.test(value) ? isDate(value) : isHolidayCode(value)) ? null : ""),
    cost: 20,
  })
  .meta({ examples: ["2026-12-24", "DE-BY"] });

/** A glob for changed files. */
export const globSchema = z
  .string()
  .min(1)
  .max(250)
  .register(expectations, {
    expected: 'a glob such as "docs/**" or "**/*.css"',
    check: (value) => brokenOnly(compileGlob(value.replace(/^!/, ""))),
    cost: 1,
  })
  .meta({ examples: ["docs/**"] });

const expressionOf = (cost: number) =>
  z
    .string()
    .min(1)
    .max(500)
    .register(expectations, {
      expected: 'an expression in RE2\'s syntax such as "^Revert " or "[A-Z]+-[0-9]+"',
      check: (value) => brokenOnly(compileExpression(value)),
      cost,
    })
    .meta({ examples: ["^Revert "] });

/** Of an expression with as many steps as are allowed. */
const compileCost = 200;

/** An expression in RE2's syntax. */
export const expressionSchema = expressionOf(compileCost);

/** Expressions for the same text, which together may have as many steps as one, and count as one. */
export const expressionsSchema = z
  .array(expressionOf(0))
  .register(expectations, { checkTogether, cost: compileCost });

/** A login, in which `*` stands for any run of characters. */
export const loginPatternSchema = z
  .string()
  .regex(/^[A-Za-z0-9_*-]+(?:\[(?:bot|\*)\])?$/)
  .register(expectations, {
    expected: 'a login such as alice, "renovate*" or "*[bot]"; only * is special',
  })
  .meta({ examples: ["*[bot]"] });

/** A login, or a team as `organisation/team`. */
export const mentionSchema = z
  .string()
  .regex(/^@?[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_.-]+)?$/)
  .register(expectations, { expected: "a login such as alice, or a team such as acme/payments" })
  .meta({ examples: ["acme/payments"] });

export const labelsSchema = z.array(
  z
    .string()
    .min(1)
    .max(50)
    .register(expectations, { expected: "a label's name of at most 50 characters (GitHub's limit)" }),
);

/**
 * Is this the name of a time zone (IANA's, such as `Europe/Berlin` or `UTC`)? Fixed offsets such as `+02:00`
 * are not, because they have no summer time.
 */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The zone that was probably meant by a misspelt name or a city without its continent. Null when there is
 * none.
 */
function nearestTimeZone(name: string): string | null {
  const zones = Intl.supportedValuesOf("timeZone");
  const city = name.toLowerCase().replaceAll(" ", "_");
  return (
    zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ??
    nearestWord(name.replaceAll(" ", "_"), zones)
  );
}

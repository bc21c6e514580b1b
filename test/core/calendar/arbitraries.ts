import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { parseHours, parsePerson } from "./parse-hours.ts";

/** Every zone of this machine's time zone database whose clock changes in 2024–2028. */
export const zonesThatChange = Intl.supportedValuesOf("timeZone").filter((timeZone) => {
  const start = Temporal.Instant.from("2024-01-01T00:00:00Z").toZonedDateTimeISO(timeZone);
  const next = start.getTimeZoneTransition("next");
  return next !== null && next.toInstant().toString() < "2029";
});

/** Instants around the zone's clock changes in 2024–2028, where mistakes are likely, and anywhere else. */
export function instantsIn(timeZone: string): fc.Arbitrary<string> {
  const changes: string[] = [];
  let moment = Temporal.Instant.from("2024-01-01T00:00:00Z").toZonedDateTimeISO(timeZone);
  for (;;) {
    const next = moment.getTimeZoneTransition("next");
    if (next === null || next.toInstant().toString() >= "2029") break;
    changes.push(next.toInstant().toString());
    moment = next;
  }
  const add = (instant: string, minutes: number) =>
    Temporal.Instant.from(instant).add({ minutes }).toString();
  const anywhere = fc
    .integer({ min: 0, max: 5 * 365 * 1440 })
    .map((minutes) => add("2024-01-01T00:00:00Z", minutes));
  if (changes.length === 0) return anywhere;
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -4 * 1440, max: 2 * 1440 }))
    .map(([change, minutes]) => add(change, minutes));
  return fc.oneof({ weight: 2, arbitrary: near }, { weight: 1, arbitrary: anywhere });
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/**
 * Day shifts and overnight shifts, on the hour and off it, up to 24:00; long enough that no target takes 50
 * years.
 */
const shift = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1440 }), fc.boolean())
  .filter(([from, to]) => from !== to)
  .map(([from, to, round]) => (round ? [from - (from % 60), to - (to % 60)] : [from, to]) as [number, number])
  .filter(([from, to]) => from !== to && (to - from === 1440 || (to - from + 1440) % 1440 >= 5))
  .map(([from, to]) => ({ from: clock(from), to: clock(to) }));

const day = fc.constantFrom("mon", "tue", "wed", "thu", "fri", "sat", "sun");
const perDay = fc.oneof(
  fc.constant(undefined),
  fc.constant("off" as const),
  shift.map(({ from, to }) => `${from}-${to}`),
);
const date = fc
  .integer({ min: 0, max: 5 * 365 })
  .map((days) => Temporal.PlainDate.from("2024-01-01").add({ days }));

/** Any week with at least one working day that is not `off`. */
export const hoursConfig = fc
  .record({
    days: fc.uniqueArray(day, { minLength: 1 }),
    shift,
    holidays: fc.array(
      date.map((value) => value.toString()),
      { maxLength: 60 },
    ),
    fri: perDay,
    wed: perDay,
    sun: perDay,
  })
  .map(({ days, shift: { from, to }, holidays, fri, wed, sun }) =>
    parseHours({ days, from, to, holidays, fri, wed, sun }),
  )
  .filter((hours) => hours.days.some((name) => hours[name] === undefined));

export const personIn = (timeZone: string) =>
  fc
    .array(
      fc
        .tuple(date, fc.integer({ min: 0, max: 30 }))
        .map(([from, days]) => ({ from: from.toString(), to: from.add({ days }).toString() })),
      { maxLength: 4 },
    )
    .map((away) => parsePerson({ time_zone: timeZone, away }));

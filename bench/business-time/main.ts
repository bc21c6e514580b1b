import { Temporal } from "temporal-polyfill";
import { addBusinessTime } from "../../src/core/calendar/business-time.ts";
import { createCalendar } from "../../src/core/calendar/calendar.ts";
import { turnsSchema } from "../../src/core/config/schema/turns-schema.ts";
import { measure } from "./measure.ts";

export interface Figures {
  additions: number;
  /** The time of plain `ZonedDateTime.add` with the same hours, in ms. */
  plainMs: number;
  /** The time of business time from instant text to instant text, as the product calls it, in ms. */
  businessMs: number;
  /** businessMs / plainMs. */
  ratio: number;
  /** The first addition with a new calendar whose holidays were never computed, in ms. */
  firstMs: number;
}

/**
 * Adds up to a year of business time (2,000 working hours) to starts spread over a year, in Berlin with its
 * holidays, and the same number of wall hours with `ZonedDateTime.add`.
 */
export function run(additions = 100_000): Figures {
  const hours = turnsSchema.parse({
    hours: { time_zone: "Europe/Berlin", holidays: ["DE-BE"], fri: "09:00-15:00" },
  }).hours;
  const start = Temporal.Instant.from("2026-01-01T00:00:00Z");
  const starts = Array.from({ length: 1000 }, (_, index) => start.add({ minutes: index * 525 }));
  const texts = starts.map((instant) => instant.toString());
  const zoned = starts.map((instant) => instant.toZonedDateTimeISO("Europe/Berlin"));
  const amountOf = (index: number) => (index * 7919) % 2000;

  const beforeFirst = performance.now();
  const calendar = createCalendar(hours);
  addBusinessTime(texts[0]!, 60, calendar);
  const firstMs = performance.now() - beforeFirst;

  const repeat = (work: (from: number, amount: number) => void) => () => {
    for (let index = 0; index < additions; index++) work(index % 1000, amountOf(index));
  };
  const plainMs = measure(repeat((from, amount) => zoned[from]!.add({ hours: amount })));
  const businessMs = measure(repeat((from, amount) => addBusinessTime(texts[from]!, amount * 60, calendar)));
  return { additions, plainMs, businessMs, ratio: businessMs / plainMs, firstMs };
}

if (import.meta.filename === process.argv[1]) {
  for (const [name, figure] of Object.entries(run()))
    console.log(`${name.padEnd(16)} ${Number(figure.toFixed(2))}`);
}

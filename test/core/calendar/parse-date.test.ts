import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { parseDate } from "../../../src/core/calendar/parse-date.ts";
import { times } from "../../properties.ts";

// Wednesday 25 November 2026, 23:30 in UTC: Thursday in Berlin already.
const writtenAt = "2026-11-25T23:30:00Z";

it.each([
  ["2026-12-03", "2026-12-03"],
  ["today", "2026-11-26"],
  ["Tomorrow", "2026-11-27"],
  ["Thursday", "2026-11-26"],
  ["wed", "2026-12-02"],
  ["3 December", "2026-12-03"],
  ["Dec 3rd", "2026-12-03"],
  ["1 Feb", "2027-02-01"],
  ["5 March 2028", "2028-03-05"],
  ["March 5th, 2020", "2020-03-05"],
  ["3rd of December", "2026-12-03"],
  ["29 February", "2028-02-29"],
  ["2026/12/03", "2026-12-03"],
  ["3. December", "2026-12-03"],
  ["3.12.2026", "2026-12-03"],
  ["3.12.", "2026-12-03"],
  ["2026-12-3", "2026-12-03"],
  ["Dec. 3", "2026-12-03"],
  ["26th", "2026-11-26"],
  ["25th", "2026-12-25"],
  ["31st", "2026-12-31"],
  ["Thursday, December 3rd", "2026-12-03"],
  ["Thu 2026-12-03", "2026-12-03"],
])("reads the date in %s", (text, date) => expect(parseDate(text, writtenAt, "Europe/Berlin")).toBe(date));

it.each([
  "",
  "soon",
  "2026-02-30",
  "2026-13-01",
  "31 June",
  "31 June 2027",
  "12",
  "3 Decembrists?",
  "th",
  "0 May",
  "Friday, 3 December",
  "3/12",
  "3.13.2026",
  "decision 3",
  "12 marks",
  "the step 5",
])("finds no date in %j", (text) => expect(parseDate(text, writtenAt, "Europe/Berlin")).toBeNull());

const months = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The name in full or cut to at least three letters, in any case. */
const written = (name: string) =>
  fc
    .tuple(fc.integer({ min: 3, max: name.length }), fc.boolean())
    .map(([length, isLoud]) => (isLoud ? name.toUpperCase() : name).slice(0, length));

type Fits = (other: Temporal.PlainDate) => boolean;

/** Ways to write the date, each with the dates that it may mean. */
function ways(date: Temporal.PlainDate): fc.Arbitrary<{ text: string; fits: Fits }> {
  const { day, month, year, dayOfWeek } = date;
  const ordinal = `${day}${[11, 12, 13].includes(day) ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th")}`;
  const weekday = written(weekdays[dayOfWeek - 1]!);
  const withMonth = written(months[month - 1]!).chain((name) =>
    fc.constantFrom(`${day} ${name}`, `${name} ${day}`, `${ordinal} of ${name}`, `${name}. ${ordinal}`),
  );
  const yearly = fc.oneof(withMonth, fc.constantFrom(`${day}.${month}.`, `${day}. ${month}.`));
  const exact = fc.oneof(
    withMonth.map((text) => `${text}, ${year}`),
    fc.constantFrom(date.toString(), `${year}/${month}/${day}`, `${day}.${month}.${year}`),
  );
  const means = (texts: fc.Arbitrary<string>, fits: Fits) => texts.map((text) => ({ text, fits }));
  return fc.oneof(
    means(weekday, (other) => other.dayOfWeek === dayOfWeek),
    means(fc.constant(ordinal), (other) => other.day === day),
    means(yearly, (other) => other.day === day && other.month === month),
    means(exact, (other) => other.equals(date)),
    means(
      fc.tuple(weekday, exact).map((parts) => parts.join(", ")),
      (other) => other.equals(date),
    ),
  );
}

it("takes the earliest meaning from today on", () => {
  const dates = fc
    .integer({ min: 0, max: 8 * 365 })
    .map((days) => Temporal.PlainDate.from("2024-01-01").add({ days }));
  fc.assert(
    fc.property(dates, dates.chain(ways), fc.nat(23), (today, { text, fits }, hour) => {
      // Only a date with a year may be past, because no later date fits it.
      let expected = today;
      const last = today.add({ years: 9 });
      while (!fits(expected) && !expected.equals(last)) expected = expected.add({ days: 1 });
      if (expected.equals(last)) {
        expected = today;
        while (!fits(expected)) expected = expected.subtract({ days: 1 });
      }
      const at = today.toZonedDateTime({ timeZone: "America/New_York", plainTime: { hour } }).toInstant();
      expect(parseDate(text, at.toString(), "America/New_York"), text).toBe(expected.toString());
    }),
    { numRuns: 200 * times },
  );
});

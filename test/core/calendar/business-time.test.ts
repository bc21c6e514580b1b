import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addBusinessTime, businessTimeBetween, dueAt } from "../../../src/core/calendar/business-time.ts";
import { createCalendar } from "../../../src/core/calendar/calendar.ts";
import { times } from "../../properties.ts";
import { hoursConfig, instantsIn, personIn, zonesThatChange } from "./arbitraries.ts";
import { parseHours, parsePerson } from "./parse-hours.ts";
import { addDaysSlowly, addSlowly, countSlowly, createSlowCalendar } from "./slow-model.ts";

type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;
const scene = fc.constantFrom("UTC", "Asia/Tokyo", ...zonesThatChange).chain((timeZone) =>
  fc.record({
    hours: hoursConfig,
    person: personIn(timeZone),
    from: instantsIn(timeZone),
    minutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3000 })),
    days: fc.integer({ min: 0, max: 8 }),
  }),
);

describe("business time against a model that reads the wall clock every minute", () => {
  it("covers zones whose clocks change", () => {
    expect(zonesThatChange.length).toBeGreaterThan(100);
  });

  it("adds the same minutes", () => {
    fc.assert(
      fc.property(scene, ({ hours, person, from, minutes }) => {
        const added = addBusinessTime(from, minutes, createCalendar(hours, person));
        expect(added).toBe(addSlowly(from, minutes, createSlowCalendar(hours, person)));
      }),
      { numRuns: 250 * times },
    );
  });

  it("adds the same days", () => {
    fc.assert(
      fc.property(scene, ({ hours, person, from, days }) => {
        const added = dueAt(
          from,
          { amount: days, unit: "day", isBusiness: true },
          createCalendar(hours, person),
        );
        expect(added).toBe(addDaysSlowly(from, days, createSlowCalendar(hours, person)));
      }),
      { numRuns: 250 * times },
    );
  });

  const counts = ({ hours, person }: Pick<Scene, "hours" | "person">, from: string, to: string) => {
    const counted = businessTimeBetween(from, to, createCalendar(hours, person));
    expect(counted).toBe(countSlowly(from, to, createSlowCalendar(hours, person)));
  };

  it("counts the same minutes between two instants", () => {
    fc.assert(
      fc.property(scene, ({ hours, person, from, minutes }) => {
        const to = Temporal.Instant.from(from).add({ minutes: minutes * 10 });
        counts({ hours, person }, from, to.toString());
      }),
      { numRuns: 40 * times },
    );
  });

  it("agrees on whether an instant is worked", () => {
    fc.assert(
      fc.property(scene, ({ hours, person, from }) => {
        const next = Temporal.Instant.from(from).add({ minutes: 1 }).toString();
        const worked = countSlowly(from, next, createSlowCalendar(hours, person)) === 1;
        expect(addBusinessTime(from, 0, createCalendar(hours, person)) === from).toBe(worked);
      }),
      { numRuns: 300 * times },
    );
  });

  it("adds and counts spans of years alike", () => {
    const hours = parseHours({ time_zone: "Europe/Berlin", holidays: ["2025-05-01", "2026-12-25"] });
    const person = parsePerson({ away: [{ from: "2025-07-01", to: "2026-02-28" }] });
    const calendar = createCalendar(hours, person);
    const slow = createSlowCalendar(hours, person);
    const minutes = 3 * 2000 * 60;
    expect(addBusinessTime("2024-01-05T11:11:00Z", minutes, calendar)).toBe(
      addSlowly("2024-01-05T11:11:00Z", minutes, slow),
    );
    expect(businessTimeBetween("2024-01-05T11:11:00Z", "2026-12-31T12:00:00Z", calendar)).toBe(
      countSlowly("2024-01-05T11:11:00Z", "2026-12-31T12:00:00Z", slow),
    );
    expect(dueAt("2024-01-05T11:11:00Z", { amount: 700, unit: "day", isBusiness: true }, calendar)).toBe(
      addDaysSlowly("2024-01-05T11:11:00Z", 700, slow),
    );
  });
});

describe("adding and counting business time", () => {
  it("counts back what was added", () => {
    fc.assert(
      fc.property(scene, ({ hours, person, from, minutes }) => {
        const calendar = createCalendar(hours, person);
        const added = addBusinessTime(from, minutes, calendar);
        expect(added).not.toBeNull();
        expect(businessTimeBetween(from, added!, calendar)).toBe(minutes);
      }),
      { numRuns: 1000 * times },
    );
  });

  it("adds the same in parts as at once", () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 3000 }), ({ hours, person, from, minutes }, more) => {
        const calendar = createCalendar(hours, person);
        const first = addBusinessTime(from, minutes, calendar)!;
        expect(addBusinessTime(first, more, calendar)).toBe(addBusinessTime(from, minutes + more, calendar));
      }),
      { numRuns: 500 * times },
    );
  });
});

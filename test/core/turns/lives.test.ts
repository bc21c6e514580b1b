import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { times } from "../../properties.ts";
import { type Life, readLife } from "./life/life.ts";
import { renderTimeline } from "./life/render-timeline.ts";
import { type Look, watch } from "./life/watch.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/turns", import.meta.url));
const names = readdirSync(fixtures);

/**
 * WRITE_EXPECTED=1 writes missing expectations: read them before you commit them. Otherwise they fail.
 */
const canWrite = process.env.WRITE_EXPECTED === "1";

describe.each(names)("the life %s", (name) => {
  const folder = `${fixtures}/${name}`;
  const life = readLife(folder);

  it("has the expected timeline", () => {
    const timeline = renderTimeline(watch(life), life.turns.hours.time_zone ?? "UTC");
    const file = `${folder}/expected.txt`;
    if (canWrite && !existsSync(file)) writeFileSync(file, timeline);
    expect(timeline).toBe(readFileSync(file, "utf8"));
  });
});

// Checks are read when a reminder falls due and every business hour after that. Another look may find
// them green earlier.
const namesWithoutChecks = names.filter(
  (name) => !readLife(`${fixtures}/${name}`).deeds.some(({ does }) => does === "checks"),
);

it.each(namesWithoutChecks)(
  "sends the same reminders in the life %s when the app looks more often",
  (name) => {
    const life = readLife(`${fixtures}/${name}`);
    const told = remindersOf(watch(life));
    fc.assert(
      fc.property(fc.array(momentsOf(life), { maxLength: 40 }), (extra) => {
        expect(remindersOf(watch(life, extra))).toEqual(told);
      }),
      { numRuns: 8 * times },
    );
  },
);

const remindersOf = (looks: Look[]) =>
  looks.flatMap(({ at, reminders }) => reminders.map((body) => ({ at, body })));

function momentsOf({ opened, end, outages }: Life): fc.Arbitrary<string> {
  const start = Temporal.Instant.from(opened.at);
  const minutes = Math.floor(start.until(end, { largestUnit: "minutes" }).minutes);
  return fc
    .integer({ min: 0, max: minutes })
    .map((offset) => start.add({ minutes: offset }).toString())
    .filter((at) => !outages.some(({ from, to }) => from <= at && at < to));
}

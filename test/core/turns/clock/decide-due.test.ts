import { expect, it } from "vitest";
import { createCalendar } from "../../../../src/core/calendar/calendar.ts";
import { turnsSchema } from "../../../../src/core/config/schema/turns-schema.ts";
import { decideDue } from "../../../../src/core/turns/clock/decide-due.ts";

const { targets, hours } = turnsSchema.parse({
  targets: {
    labels: {
      Blocker: "2 business hours",
      design: "2 business days",
      incident: "15 minutes",
      never: "2 business hours",
    },
  },
});
const calendar = createCalendar({ ...hours, time_zone: "Europe/Berlin" });
const from = "2026-11-23T09:00:00Z";

it.each([
  ["a reviewer's default", [], "reviewer", "2026-11-24T09:00:00Z"],
  ["an author's default", [], "author", "2026-11-25T09:00:00Z"],
  ["a label that has no target", ["docs"], "reviewer", "2026-11-24T09:00:00Z"],
  ["a label instead of the default, even when it is later", ["design"], "reviewer", "2026-11-25T09:00:00Z"],
  ["a label in another case", ["blocker"], "author", "2026-11-23T11:00:00Z"],
  ["the earliest of several labels", ["design", "incident", "Blocker"], "reviewer", "2026-11-23T09:15:00Z"],
] as const)("takes the target from %s", (_, labels, role, due) =>
  expect(decideDue(from, calendar, { labels, role, targets }).at).toBe(due),
);

it("has no due instant in business time without working hours, but has one in wall time", () => {
  const idle = createCalendar({ ...hours, days: [] });
  expect(decideDue(from, idle, { labels: ["design"], role: "reviewer", targets }).at).toBeNull();
  expect(decideDue(from, idle, { labels: ["design", "incident"], role: "reviewer", targets })).toEqual({
    at: "2026-11-23T09:15:00Z",
    target: "15 minutes",
    isWallTime: true,
  });
});

import { expect, it } from "vitest";
import { withKeyMarker } from "../../../src/core/marker.ts";
import { parseReminderMarker, renderReminderKey } from "../../../src/core/turns/sent-reminders.ts";

const parts = [
  { turn: "reviewer:bob@2026-11-24T14:00:00Z", step: 1 },
  { turn: "reviewer:acme/web--x@2026-11-24T14:00:00Z", step: 12 },
];

it("reads a reminder's marker as it was written", () => {
  const body = withKeyMarker("@bob, hello.", "reminder", renderReminderKey(parts));
  expect(parseReminderMarker(body)).toEqual(parts);
  expect(parseReminderMarker(`${body.replaceAll("\n", "\r\n")}\r\n`)).toEqual(parts);
});

it.each([
  "",
  "Hello",
  "<!-- async-review:sticky x -->",
  "> <!-- async-review:reminder a#1 -->",
  "<!-- async-review:reminder a -->",
])("finds no marker in %j", (body) => expect(parseReminderMarker(body)).toBeNull());

import { expect, it } from "vitest";
import { english } from "../../../src/core/render/words/en/index.ts";
import { renderInstant } from "../../../src/core/render/words/format.ts";

it.each([
  ["Europe/Berlin", "Tuesday 24 November, 15:05 (UTC+1)"],
  ["UTC", "Tuesday 24 November, 14:05 (UTC)"],
  ["Europe/London", "Tuesday 24 November, 14:05 (UTC)"],
  ["America/Toronto", "Tuesday 24 November, 09:05 (UTC-5)"],
  ["Asia/Kolkata", "Tuesday 24 November, 19:35 (UTC+5:30)"],
  ["Pacific/Auckland", "Wednesday 25 November, 03:05 (UTC+13)"],
  ["America/St_Johns", "Tuesday 24 November, 10:35 (UTC-3:30)"],
])("shows the wall clock of %s without naming the zone", (timeZone, shown) =>
  expect(english.moment("2026-11-24T14:05:00Z", timeZone)).toBe(shown),
);

it.each([
  ["UTC", "2026-11-24 14:05 UTC"],
  ["Europe/Berlin", "2026-11-24 15:05 UTC+1"],
  ["Pacific/Auckland", "2026-11-25 03:05 UTC+13"],
])("shows an instant in a table on the clock of %s", (timeZone, shown) =>
  expect(renderInstant("2026-11-24T14:05:00Z", timeZone)).toBe(shown),
);

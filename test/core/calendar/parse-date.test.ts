import { expect, it } from "vitest";
import { parseDate } from "../../../src/core/calendar/parse-date.ts";

// Wednesday 25 November 2026, 23:30 in UTC: Thursday in Berlin already.
const written = "2026-11-25T23:30:00Z";

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
])("reads %s", (text, date) => expect(parseDate(text, written, "Europe/Berlin")).toBe(date));

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
])("does not read %j", (text) => expect(parseDate(text, written, "Europe/Berlin")).toBeNull());

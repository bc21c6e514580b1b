import { createCalendar } from "../../src/core/calendar/calendar.ts";
import { configSchema } from "../../src/core/config/schema/config-schema.ts";
import type { Life } from "../../src/core/report/history/life.ts";
import { type ReviewReport, reportHistory } from "../../src/core/report/history/review-report.ts";

const config = configSchema.parse({
  turns: { hours: { time_zone: "Europe/Berlin" }, targets: { default: "1 business day" } },
});
const calendar = createCalendar(config.turns.hours);
const { targets } = config.turns;
const first = Date.parse("2025-01-06T09:00:00Z");

const instantAt = (hours: number) => new Date(first + hours * 3_600_000).toISOString().replace(".000Z", "Z");

interface Case {
  weeks: number;
  /** The number of pull requests that become ready in a week. */
  each: number;
  /** Hours to the first review; null: nobody reviews it. */
  wait(week: number, index: number): number | null;
  repositories?: string[];
  mark?: string;
  partial?: boolean;
}

function toLife(number: number, start: number, wait: number | null): Life {
  const from = instantAt(start);
  const to = wait === null ? null : instantAt(start + wait);
  return {
    ...{
      number,
      isBots: false,
      running: [{ from, to }],
      answeredAt: to,
      botAnsweredAt: null,
      requestedAt: from,
    },
    closings: to === null ? [] : [{ at: to, isMerged: true, reopenedAt: null }],
    ...{ reviewedAt: to, waits: [{ from, to, reviewers: true, author: false }], returns: [], labels: [] },
    ...{ changedLines: 20 + ((number * 97) % 1200), decisions: [], written: number % 3 === 0 ? [from] : [] },
    ...{ completeWhenReady: number % 3 !== 0, completeWhenReviewed: number % 5 !== 0, reminders: [] },
    threads: to === null || number % 4 > 0 ? [] : [{ at: to, kind: "blocking", wentBackAndForth: false }],
  };
}

/** A realistic report, whose last pull requests have just become ready. */
export function buildReport({
  weeks,
  each,
  wait,
  repositories = ["acme/shop"],
  mark,
  partial,
}: Case): ReviewReport {
  const lives = Array.from({ length: weeks * each }, (_, number) => {
    const [week, index] = [Math.floor(number / each), number % each];
    const start = week * 168 + (index % 5) * 24 + ((index * 37) % 5);
    return toLife(number + 1, start, wait(week, index));
  });
  const histories = repositories.map((name) => ({ name, lives, calendar, targets }));
  const since = instantAt(0).slice(0, 10);
  const until = instantAt(Math.max(weeks, 1) * 168 - 1).slice(0, 10);
  const period = { since, until, timeZone: "Europe/Berlin", now: `${until}T22:30:00Z` };
  return reportHistory(histories, period, { mark: mark ?? null, partial: partial ?? false });
}

/** The reports for which the page must look good. */
export const reportCases: Record<string, ReviewReport> = {
  "twelve weeks": buildReport({
    ...{ weeks: 12, each: 12, mark: "2025-02-10" },
    wait: (week, index) => 1 + ((index * 7) % 30) * (1.2 - week / 15),
  }),
  nothing: buildReport({ weeks: 0, each: 0, wait: () => 1 }),
  "one pull request": buildReport({ weeks: 1, each: 1, wait: () => 2 }),
  "one week": buildReport({ weeks: 1, each: 8, wait: (_, index) => 1 + index }),
  "sixty weeks": buildReport({
    weeks: 60,
    each: 7,
    wait: (week, index) => 1 + ((week * 13 + index * 5) % 40),
  }),
  "nobody answers": buildReport({ weeks: 6, each: 6, wait: () => null }),
  "not always reached": buildReport({
    ...{ weeks: 9, each: 8 },
    wait: (week, index) => (index < (week % 3) * 3 ? 2 + index : null),
  }),
  "far beyond the target": buildReport({
    weeks: 8,
    each: 9,
    wait: (week, index) => 300 + week * 60 + index * 20,
  }),
  "minutes only": buildReport({ weeks: 8, each: 9, wait: (week, index) => (2 + week + index) / 60 }),
  "long names": buildReport({
    ...{ weeks: 5, each: 6, wait: (_, index) => 1 + index, partial: true },
    repositories: [
      `${"a-very-long-organisation-name".padEnd(39, "x")}/${"a-repository-with-a-name-as-long-as-github-takes-it".padEnd(100, "-y")}`,
      ...Array.from({ length: 8 }, (_, index) => `acme/service-${index + 1}`),
    ],
  }),
};

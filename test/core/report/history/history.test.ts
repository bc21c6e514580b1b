import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/core/calendar/calendar.ts";
import { configSchema } from "../../../../src/core/config/schema/config-schema.ts";
import {
  byWaiting,
  findPercentiles,
  findPercentilesOf,
} from "../../../../src/core/report/history/kaplan-meier.ts";
import { readLife } from "../../../../src/core/report/history/life.ts";
import { measure } from "../../../../src/core/report/history/measure.ts";
import { times } from "../../../properties.ts";
import { arbitraryHistory } from "./random-history.ts";
import { toPullRequest } from "./record-history.ts";
import { findMinutes, findPercentileSlowly, instantOf, maxMinutes, watch } from "./slow-model.ts";

const holidays = ["2026-03-25", "2026-04-03", "2026-04-06"];
const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"];
const minutesIn = new Map(zones.map((zone) => [zone, findMinutes(zone, holidays)]));
const settings = new Map(
  zones.map((timeZone) => {
    const config = configSchema.parse({
      bots: ["robbie"],
      turns: { hours: { time_zone: timeZone, holidays }, targets: { default: "6 business hours" } },
    });
    const repository = { owner: "acme", name: "shop" };
    return [timeZone, { repository, config, templates: [], gitattributes: null }];
  }),
);

describe("a pull request's life against a model that watches it minute by minute", () => {
  it("yields the same figures", { timeout: 120_000 * times }, () => {
    const check = fc.property(
      arbitraryHistory,
      fc.constantFrom(...zones),
      fc.integer({ min: 5_000, max: maxMinutes }),
      (history, timeZone, until) => {
        const setting = settings.get(timeZone)!;
        const { hours, targets } = setting.config.turns;
        const { pullRequest, edits } = toPullRequest(history);
        const life = readLife(pullRequest, { setting, edits, now: "2026-07-01T00:00:00Z", isApp: false });
        const measured = measure(life, { until: instantOf(until), calendar: createCalendar(hours), targets });
        const { opening, deeds } = history;
        const watched = watch(opening, deeds, { until, minutes: minutesIn.get(timeZone)!, target: 360 });
        const toWaited = (wait: { business: number; wall: number; isEvent: boolean } | null) =>
          wait && {
            business: { time: wait.business * 60, isEvent: wait.isEvent },
            wall: { time: wait.wall * 60, isEvent: wait.isEvent },
          };
        const expected = watched && {
          readyAt: instantOf(watched.readyAt),
          outcome: watched.first.isEvent
            ? "answered"
            : watched.ended === null
              ? "open"
              : `${watched.ended}WithoutReview`,
          firstReview: toWaited(watched.first),
          firstBotAnswer: toWaited(watched.bot),
          requestToReview: toWaited(watched.request),
          reviewerTime: watched.court.reviewers * 60,
          authorTime: watched.court.author * 60,
          rounds: watched.rounds,
          isTargetMet: watched.isTargetMet,
          completeWhenReady: watched.completeWhenReady,
          completeWhenReviewed: watched.completeWhenReviewed,
          threads: watched.threads.sort(),
          backAndForth: watched.backAndForth,
          decisions: watched.decisions,
          written: watched.written,
          reminders: watched.reminders,
          changedLines: 150,
        };
        expect(measured && { ...measured, threads: measured.threads.sort() }).toEqual(expected);
      },
    );
    fc.assert(check, {
      numRuns: 400 * times,
      // An answer in a draft that was never made ready again.
      examples: [
        [
          {
            opening: { minute: 0, isDraft: false, isComplete: true },
            deeds: [
              { minute: 1, does: "draft", by: "alice" },
              { minute: 901, does: "review", by: "carol", state: "commented" },
            ],
          },
          "UTC",
          5000,
        ],
      ],
    });
  });
});

describe("percentiles", () => {
  const sample = fc.record({ time: fc.integer({ min: 0, max: 12 }), isEvent: fc.boolean() });

  it("equal those of Efron's redistribution to the right", () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 40 }), (samples) => {
        expect(findPercentiles(samples, [50, 75, 90])).toEqual(
          [50, 75, 90].map((percent) => findPercentileSlowly(samples, percent)),
        );
      }),
      { numRuns: 2000 * times },
    );
  });

  it("are the same whether a sample is repeated or counted several times", () => {
    const counted = fc.array(fc.tuple(sample, fc.nat(3)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(counted, (pairs) => {
        const sorted = pairs.toSorted(([a], [b]) => byWaiting(a, b));
        const repeated = sorted.flatMap(([one, count]) => Array.from({ length: count }, () => one));
        const counts = { size: repeated.length, countOf: (index: number) => sorted[index]![1] };
        const once = sorted.map(([one]) => one);
        expect(findPercentilesOf(once, counts, [50, 75, 90])).toEqual(
          findPercentiles(repeated, [50, 75, 90]),
        );
      }),
      { numRuns: 2000 * times },
    );
  });

  it("are the smallest time by which that share has happened, exactly", () => {
    const events = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((time) => ({ time, isEvent: true }));
    expect(findPercentiles(events, [50, 75, 90])).toEqual([5, 8, 9]);
  });

  it("are not reached while too many still wait", () => {
    const waiting = { time: 100, isEvent: false };
    expect(
      findPercentiles([{ time: 5, isEvent: true }, { time: 6, isEvent: true }, waiting, waiting], [50, 75]),
    ).toEqual([6, null]);
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { compare } from "../../../../src/core/report/history/compare.ts";
import { type Figures, findFigures } from "../../../../src/core/report/history/figures.ts";
import type { Measured } from "../../../../src/core/report/history/measure.ts";
import { times } from "../../../properties.ts";

const sample = fc.record({ time: fc.integer({ min: 0, max: 9 }), isEvent: fc.boolean() });
const waited = fc.record({ business: sample, wall: sample });
const known = fc.option(fc.boolean());
const measured: fc.Arbitrary<Measured> = fc.record({
  ...{ firstReview: waited, firstBotAnswer: waited, requestToReview: fc.option(waited) },
  ...{ reviewerTime: fc.nat(3), authorTime: fc.nat(3), rounds: fc.option(fc.nat(3)), isTargetMet: known },
  ...{ completeWhenReady: known, completeWhenReviewed: known, changedLines: fc.nat(2000) },
  ...{ readyAt: fc.constant("2026-03-02T09:00:00Z"), outcome: fc.constant("answered" as const) },
  ...{ threads: fc.constant([]), backAndForth: fc.nat(2), decisions: fc.nat(2), written: fc.nat(2) },
  reminders: fc.constant([]),
});
const group = fc.array(measured, { maxLength: 30 });

const round = (value: number) => Math.round(value * 10_000) / 10_000;

it("subtracts the first group's figures from the second's", () => {
  fc.assert(
    fc.property(group, group, (before, after) => {
      const difference = compare(before, after);
      const [then, now] = [findFigures(before), findFigures(after)];
      const subtract = (read: (figures: Figures) => number | null) => {
        const [a, b] = [read(now), read(then)];
        return a === null || b === null ? null : round(a - b);
      };
      for (const name of ["rounds", "targetsMet", "completeWhenReady", "completeWhenReviewed"] as const)
        expect([name, difference[name].value]).toEqual([name, subtract((figures) => figures[name])]);
      expect(difference.reviewerShare.value).toBe(subtract(({ reviewerShare }) => reviewerShare));
      for (const name of ["firstReview", "requestToReview"] as const)
        for (const clock of ["business", "wall"] as const)
          for (const percentile of ["p50", "p75", "p90"] as const)
            expect(difference[name][clock][percentile].value).toBe(
              subtract((figures) => figures[name][clock][percentile]),
            );
    }),
    { numRuns: 30 * times },
  );
});

it("gives an interval of zero width where everybody is equal, and a wide one where groups are mixed", () => {
  const wait = (time: number) => ({ business: { time, isEvent: true }, wall: { time, isEvent: true } });
  const [first] = fc.sample(measured, 1) as [Measured];
  const all = (time: number) =>
    Array.from({ length: 20 }, () => ({ ...first, firstReview: wait(time), requestToReview: null }));
  const { firstReview, requestToReview } = compare(all(3600), all(1800));
  expect(firstReview.business.p50).toEqual({ value: -1800, low: -1800, high: -1800 });
  expect(requestToReview.wall.p90).toEqual({ value: null, low: null, high: null });
  const mixed = [...all(3600), ...all(1800)];
  const { p50 } = compare(mixed, mixed).firstReview.business;
  expect(p50).toEqual({ value: 0, low: -1800, high: 1800 });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeCall } from "../../src/github/client/describe-call.ts";
import { createPace, createWindow } from "../../src/github/client/keep-pace.ts";
import { defaultLimits } from "../../src/github/client/limits.ts";

/** The most requests in any half-open span of this length. */
function most(entries: { at: number; cost: number }[], length: number): number {
  const sums = entries.map(({ at }) =>
    entries
      .filter((other) => other.at >= at && other.at < at + length)
      .reduce((sum, { cost }) => sum + cost, 0),
  );
  return Math.max(0, ...sums);
}

const arrivals = (gap: number) =>
  fc.array(fc.record({ gap: fc.nat({ max: gap }), pick: fc.nat({ max: 2 }) }), { maxLength: 120 });

describe("the pace of requests, in any order and at any moments", () => {
  it("puts no more requests into a window than its limit", () => {
    fc.assert(
      fc.property(arrivals(300), (given) => {
        const window = createWindow(12, 1_000);
        const entries: { at: number; cost: number }[] = [];
        let now = 0;
        for (const { gap, pick } of given) {
          now += gap;
          const cost = [1, 5, 3][pick]!;
          const at = window.startFor(now, cost);
          window.add(at, cost);
          entries.push({ at, cost });
          expect(at).toBeGreaterThanOrEqual(now);
        }
        expect(most(entries, 1_000)).toBeLessThanOrEqual(12);
      }),
    );
  });

  it("keeps all limits of an installation at once, and lets no request wait too long", () => {
    const limits = {
      ...defaultLimits,
      restPoints: 40,
      notificationsPerMinute: 4,
      notificationsPerHour: 9,
      writeBurst: 3,
    };
    const calls = [
      describeCall({ method: "GET", url: "/x" }),
      describeCall({ method: "PATCH", url: "/x" }),
      describeCall({ method: "POST", url: "/repos/{owner}/{repo}/issues/{issue_number}/comments" }),
    ];
    fc.assert(
      fc.property(arrivals(20_000), (given) => {
        const pace = createPace(limits);
        const sent: { at: number; cost: number; notifies: boolean; writes: boolean }[] = [];
        let now = 0;
        for (const { gap, pick } of given) {
          now += gap;
          const call = calls[pick]!;
          const place = pace.reserve(call, now);
          if (!place.granted) {
            expect(place.wait).toBeGreaterThan(limits.longestWait);
            continue;
          }
          expect(place.wait).toBeLessThanOrEqual(limits.longestWait);
          const { notifies, writes } = call;
          sent.push({ at: now + place.wait, cost: writes ? 5 : 1, notifies, writes });
        }
        const ones = (entries: typeof sent) => entries.map(({ at }) => ({ at, cost: 1 }));
        const comments = ones(sent.filter(({ notifies }) => notifies));
        expect(most(sent, 60_000)).toBeLessThanOrEqual(40);
        expect(most(comments, 60_000)).toBeLessThanOrEqual(4);
        expect(most(comments, 3_600_000)).toBeLessThanOrEqual(9);
        // A burst of three, and one a second beside it.
        expect(most(ones(sent.filter(({ writes }) => writes)), 10_000)).toBeLessThanOrEqual(3 + 10);
      }),
    );
  });
});

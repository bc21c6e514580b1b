import type { Call } from "./describe-call.ts";
import type { Limits } from "./limits.ts";

/** A place in line: go after `wait` milliseconds, or (`granted` false) come back after that long. */
export interface Place {
  granted: boolean;
  wait: number;
}

export interface Pace {
  /** Takes the next place for a request; `now` is monotonic milliseconds. */
  reserve(call: Call, now: number): Place;
}

const minute = 60_000;

/** How fast one installation's requests may leave. */
export function createPace(limits: Limits): Pace {
  const points = {
    rest: createWindow(limits.restPoints, minute),
    graphql: createWindow(limits.graphqlPoints, minute),
  };
  const notifications = [
    createWindow(limits.notificationsPerMinute, minute),
    createWindow(limits.notificationsPerHour, 60 * minute),
  ];
  const spacing = createSpacing(limits);
  let refusedUntil = 0;

  return {
    reserve(call, now) {
      const budgets: [Window, number][] = [[points[call.api], call.writes ? 5 : 1]];
      if (call.notifies) budgets.push(...notifications.map((window): [Window, number] => [window, 1]));
      const starts = budgets.map(([window, cost]) => window.startFor(now, cost));
      const start = Math.max(now, ...starts, call.writes ? spacing.startFor(now) : now);

      if (start - now > limits.longestWait) {
        // Each that is sent away gets its own instant, so that they do not all come back at once.
        refusedUntil = Math.max(refusedUntil + limits.writeSpacing, start);
        return { granted: false, wait: refusedUntil - now };
      }
      for (const [window, cost] of budgets) window.add(start, cost);
      if (call.writes) spacing.add(start);
      return { granted: true, wait: start - now };
    },
  };
}

/**
 * The generic cell rate algorithm: a burst goes at once, what follows is spaced, and quiet time refills the
 * burst.
 */
function createSpacing({ writeBurst, writeSpacing }: Limits) {
  let next = Number.NEGATIVE_INFINITY;
  return {
    startFor: (now: number) => Math.max(now, next - (writeBurst - 1) * writeSpacing),
    add(start: number) {
      next = Math.max(next, start) + writeSpacing;
    },
  };
}

/**
 * Counts what happens inside a sliding window of time. All instants are milliseconds of one monotonic scale.
 */
export interface Window {
  /** The earliest instant, not before `from`, at which `cost` more fits. */
  startFor(from: number, cost: number): number;
  add(at: number, cost: number): void;
}

/** At most `limit` in any `length` milliseconds. Entries may lie in the future: places that were promised. */
export function createWindow(limit: number, length: number): Window {
  const entries: { at: number; cost: number }[] = [];
  let total = 0;

  function forget(before: number) {
    while (entries.length > 0 && entries[0]!.at <= before) total -= entries.shift()!.cost;
  }

  return {
    startFor(from, cost) {
      forget(from - length);
      let excess = total + cost - limit;
      if (excess <= 0) return from;
      for (const entry of entries) {
        excess -= entry.cost;
        if (excess <= 0) return Math.max(from, entry.at + length);
      }
      // More than the whole limit at once: as soon as the window is empty.
      return entries.length === 0 ? from : entries.at(-1)!.at + length;
    },
    add(at, cost) {
      const index = entries.findLastIndex((entry) => entry.at <= at) + 1;
      entries.splice(index, 0, { at, cost });
      total += cost;
    },
  };
}

import type { Octokit } from "@octokit/core";
import type { OctokitOptions } from "@octokit/core/types";
import type { Instant } from "../../core/pull-request.ts";
import { GitHubError } from "../../reconcile/github-error.ts";
import type { Clock } from "../../reconcile/ports.ts";
import { type Call, describeCall, type HttpAnswer } from "./describe-call.ts";
import type { RequestLimits } from "./limits.ts";
import type { ClientOptions, Timing } from "./options.ts";
import { type Headers, RateLimitError, readQuota, readQuotaReset, secondsAfter } from "./rate-limits.ts";

/** An Octokit plug-in: lets requests go as fast as GitHub allows, and none while GitHub says "later". */
export function keepPace(octokit: Octokit, options: OctokitOptions): void {
  const { limits, clock, timing, onQuota }: ClientOptions = options.client;
  const gate = createGate(limits, clock, timing);
  octokit.hook.wrap("request", async (request, sent) => {
    const call = describeCall(sent);
    // A token is requested once an hour, during another request that may hold the only place for writes.
    if (call.kind === "token") return request(sent);
    const answer = await gate.pass(
      call,
      async () => (await request(sent)) as HttpAnswer & Awaited<ReturnType<typeof request>>,
    );
    const quota = readQuota(answer.headers, clock.now());
    if (quota !== null) onQuota(quota);
    return answer;
  });
}

/** Lets an installation's requests pass as fast as GitHub allows: reads side by side, writes one by one. */
interface Gate {
  /**
   * Runs `send` when there is room. Throws GitHubError `rate_limited` rather than wait longer than a few
   * seconds.
   */
  pass<T extends { headers: Headers }>(call: Call, send: () => Promise<T>): Promise<T>;
}

/**
 * A gate for one installation, or for the App itself. `timing` measures and waits; `clock` gives instants.
 */
export function createGate(limits: RequestLimits, clock: Clock, timing: Timing): Gate {
  const pace = createPace(limits);
  const pauses = createPauses(clock, timing);
  const reads = createSemaphore(limits.concurrentReads);
  const writes = createSemaphore(1);

  async function waitForPlace(call: Call) {
    const place = pace.reserve(call, timing.elapsed());
    if (!place.granted) throw limited(call, secondsAfter(clock.now(), place.wait / 1000));
    if (place.wait > 0) await timing.sleep(place.wait);
  }

  function refuseWhilePaused(call: Call) {
    const left = pauses.left(call.api);
    if (left > 0) throw limited(call, secondsAfter(clock.now(), left / 1000));
  }

  return {
    async pass(call, send) {
      refuseWhilePaused(call);
      await waitForPlace(call);
      return (call.writes ? writes : reads).pass(async () => {
        // GitHub may have said "later" while this request waited in line.
        refuseWhilePaused(call);
        try {
          const answer = await send();
          pauses.noteQuota(call.api, answer.headers);
          return answer;
        } catch (error) {
          pauses.note(call.api, error);
          throw error;
        }
      });
    },
  };
}

function limited(call: Call, retryAt: Instant): GitHubError {
  const message = `GitHub's limits leave no room for ${call.name} before ${retryAt}; it waits until then.`;
  return new GitHubError(message, { reason: "rate_limited", retryAt });
}

type Api = "rest" | "graphql";

/**
 * Remembers for how long GitHub asked us to stay away. An app that goes on sending may be banned, so a jump
 * of this machine's clock ends no pause.
 */
interface Pauses {
  /** Milliseconds until this API may be used; 0 or less when it may be used now. */
  left(api: Api): number;
  /** Learns from a thrown error. Ignores everything but rate limits. */
  note(api: Api, error: unknown): void;
  /** Learns from an answer's headers that it used up the quota. */
  noteQuota(api: Api, headers: Headers): void;
}

function createPauses(clock: Clock, timing: Timing): Pauses {
  /** On the monotonic scale. */
  const pausedUntil: Record<Api, number> = { rest: 0, graphql: 0 };

  function pause(api: Api, seconds: number) {
    pausedUntil[api] = Math.max(pausedUntil[api], timing.elapsed() + seconds * 1000);
  }

  return {
    left: (api) => pausedUntil[api] - timing.elapsed(),
    note(api, error) {
      if (!(error instanceof RateLimitError)) return;
      pause(api, error.wait);
      if (error.scope === "secondary") pause(api === "rest" ? "graphql" : "rest", error.wait);
    },
    noteQuota(api, headers) {
      const reset = readQuotaReset(headers, clock.now());
      if (reset !== null) pause(api, reset);
    },
  };
}

/** Runs up to a number of tasks at once; the others wait in the order of arrival. */
interface Semaphore {
  pass<T>(task: () => Promise<T>): Promise<T>;
}

function createSemaphore(width: number): Semaphore {
  const waiting: (() => void)[] = [];
  let inside = 0;

  return {
    async pass(task) {
      // A task that ends hands its place to the next in line, so that no newcomer can take it.
      if (inside >= width) await new Promise<void>((resolve) => waiting.push(resolve));
      else inside += 1;
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next === undefined) inside -= 1;
        else next();
      }
    },
  };
}

/** A place in line: go after `wait` milliseconds, or, if `granted` is false, come back after that long. */
interface Reservation {
  granted: boolean;
  wait: number;
}

interface Pace {
  /** Takes the next place for a request. `now` is in monotonic milliseconds. */
  reserve(call: Call, now: number): Reservation;
}

const minute = 60_000;

/** How fast one installation's requests may go. */
export function createPace(limits: RequestLimits): Pace {
  const points = {
    rest: createWindow(limits.restPoints, minute),
    graphql: createWindow(limits.graphqlPoints, minute),
  };
  const notifications = [
    createWindow(limits.notificationsPerMinute, minute),
    createWindow(limits.notificationsPerHour, 60 * minute),
  ];
  const cellRate = createCellRate(limits);
  let refusedUntil = 0;

  return {
    reserve(call, now) {
      const budgets: [Window, number][] = [[points[call.api], call.writes ? 5 : 1]];
      if (call.notifies) budgets.push(...notifications.map((window): [Window, number] => [window, 1]));
      const starts = budgets.map(([window, cost]) => window.startFor(now, cost));
      const start = Math.max(now, ...starts, call.writes ? cellRate.startFor(now) : now);

      if (start - now > limits.longestWait) {
        // Each refused request gets an instant of its own, so that they don't all come back at once.
        refusedUntil = Math.max(refusedUntil + limits.writeSpacing, start);
        return { granted: false, wait: refusedUntil - now };
      }
      for (const [window, cost] of budgets) window.add(start, cost);
      if (call.writes) cellRate.add(start);
      return { granted: true, wait: start - now };
    },
  };
}

/**
 * The generic cell rate algorithm: a burst goes at once, the rest is spaced out, and idle time refills the
 * burst.
 */
function createCellRate({ writeBurst, writeSpacing }: RequestLimits) {
  let next = Number.NEGATIVE_INFINITY;
  return {
    startFor: (now: number) => Math.max(now, next - (writeBurst - 1) * writeSpacing),
    add(start: number) {
      next = Math.max(next, start) + writeSpacing;
    },
  };
}

/** Counts what happens inside a sliding window. All instants are milliseconds on one monotonic scale. */
interface Window {
  /** The earliest instant, not before `from`, at which there is room for `cost`. */
  startFor(from: number, cost: number): number;
  add(at: number, cost: number): void;
}

/** At most `limit` in any `length` milliseconds. Entries may lie in the future: these are reservations. */
export function createWindow(limit: number, length: number): Window {
  const entries: { at: number; cost: number }[] = [];
  let total = 0;

  function forget(before: number) {
    for (let first = entries[0]; first !== undefined && first.at <= before; first = entries[0]) {
      total -= first.cost;
      entries.shift();
    }
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
      // A cost above the whole limit waits until the window is empty.
      const last = entries.at(-1);
      return last === undefined ? from : last.at + length;
    },
    add(at, cost) {
      const index = entries.findLastIndex((entry) => entry.at <= at) + 1;
      entries.splice(index, 0, { at, cost });
      total += cost;
    },
  };
}

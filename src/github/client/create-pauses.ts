import type { Instant } from "../../core/pull-request.ts";
import { RateLimitError } from "./rate-limit-error.ts";
import { readQuotaReset } from "./read-retry-at.ts";

type Api = "rest" | "graphql";

/** Remembers that GitHub said "not before": sending on regardless may get the app banned. */
export interface Pauses {
  /** Until when that API is left alone; null: it may be used. */
  until(api: Api, now: Instant): Instant | null;
  /** Learns from an error that was thrown; anything but a rate limit is ignored. */
  note(api: Api, error: unknown): void;
  /** Learns from an answer's headers that it was the last one before the quota's reset. */
  noteQuota(api: Api, headers: Record<string, string | undefined>, now: Instant): void;
}

export function createPauses(): Pauses {
  const pausedUntil: Record<Api, Instant | null> = { rest: null, graphql: null };

  function pause(api: Api, until: Instant) {
    const current = pausedUntil[api];
    if (current === null || current < until) pausedUntil[api] = until;
  }

  return {
    until(api, now) {
      const until = pausedUntil[api];
      if (until === null || until <= now) {
        pausedUntil[api] = null;
        return null;
      }
      return until;
    },
    note(api, error) {
      if (!(error instanceof RateLimitError) || error.retryAt === null) return;
      pause(api, error.retryAt);
      if (error.scope === "secondary") pause(api === "rest" ? "graphql" : "rest", error.retryAt);
    },
    noteQuota(api, headers, now) {
      const reset = readQuotaReset(headers, now);
      if (reset !== null) pause(api, reset);
    },
  };
}

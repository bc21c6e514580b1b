import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../core/pull-request.ts";
import { GitHubError } from "../../reconcile/github-error.ts";

/** Names are in lower case. */
export type Headers = Record<string, string | undefined>;

/** GitHub said "later". Each API has its own hourly quota; a secondary limit applies to both. */
export class RateLimitError extends GitHubError {
  readonly scope: "quota" | "secondary";
  /** Seconds to wait after the answer. `retryAt` is the same on this machine's clock. */
  readonly wait: number;

  /**
   * Reads the wait in the order of GitHub's documentation: `retry-after`, else the reset of a used-up quota,
   * else a minute.
   * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
   */
  constructor(message: string, fields: { status: number; headers: Headers; now: Instant; cause?: unknown }) {
    const { status, headers, now, cause } = fields;
    const retryAfter = readRetryAfter(headers);
    const reset = readQuotaReset(headers, now);
    const wait = retryAfter ?? reset ?? fallbackSeconds;
    super(message, { reason: "rate_limited", status, retryAt: secondsAfter(now, wait), cause });
    this.scope = retryAfter === null && reset !== null ? "quota" : "secondary";
    this.wait = wait;
  }
}

/**
 * True if this refusal means "later". It has `retry-after` or a used-up quota. A secondary limit may have
 * neither; its body then links to the page about limits, whereas a permission error links to the endpoint's
 * page.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function isRateLimit(headers: Headers, data: unknown): boolean {
  return (
    headers["retry-after"] !== undefined ||
    headers["x-ratelimit-remaining"] === "0" ||
    /rate-limit|abuse/.test(readField(data, "documentation_url")) ||
    // Seen without any header or link. Octokit's own plug-in recognises these words too.
    /\bsecondary rate limit\b/i.test(readField(data, "message"))
  );
}

/** A text field of a JSON body; "" when there is none. */
export function readField(data: unknown, name: string): string {
  if (typeof data !== "object" || data === null) return "";
  const value = (data as Record<string, unknown>)[name];
  return typeof value === "string" ? value : "";
}

/** What GitHub advises when a limit was hit and neither header says how long to wait. */
const fallbackSeconds = 60;

/** The seconds that `retry-after` names; null without one. */
export function readRetryAfter(headers: Headers): number | null {
  const seconds = Number(headers["retry-after"]);
  return headers["retry-after"] !== undefined && Number.isFinite(seconds) ? seconds : null;
}

/**
 * Seconds until a used-up quota is refilled; null while some of it is left. Includes one second more, because
 * the quota is refilled at the end of the second that GitHub names.
 */
export function readQuotaReset(headers: Headers, now: Instant): number | null {
  if (headers["x-ratelimit-remaining"] !== "0") return null;
  const reset = Number(headers["x-ratelimit-reset"]);
  return Number.isFinite(reset) ? secondsUntil(reset, headers, now) + 1 : fallbackSeconds;
}

/**
 * Seconds from an answer until a second of GitHub's clock. The answer's `date` is on that clock, and this
 * machine's may differ. `now` replaces a missing `date`.
 */
function secondsUntil(epochSeconds: number, { date = "" }: Headers, now: Instant): number {
  const answeredAt = Date.parse(date) || Date.parse(now);
  return epochSeconds - answeredAt / 1000;
}

/**
 * What is left of the points of one of GitHub's resources (`core`, `graphql`), and when they are refilled.
 */
export interface Quota {
  resource: string;
  remaining: number;
  /** On this machine's clock. */
  resetAt: Date;
}

/**
 * The quota that an answer names; null without one, as from a GitHub Enterprise Server without rate limits.
 */
export function readQuota(headers: Headers, now: Instant): Quota | null {
  const resource = headers["x-ratelimit-resource"];
  const remaining = Number(headers["x-ratelimit-remaining"]);
  const reset = Number(headers["x-ratelimit-reset"]);
  if (resource === undefined || !Number.isFinite(remaining) || !Number.isFinite(reset)) return null;
  const resetAt = new Date(Date.parse(now) + secondsUntil(reset, headers, now) * 1000);
  return { resource, remaining, resetAt };
}

/** The instant that many seconds later, rounded up to a whole second. */
export function secondsAfter(instant: Instant, seconds: number): Instant {
  return Temporal.Instant.from(instant)
    .add({ seconds: Math.max(0, Math.ceil(seconds)) })
    .round({ smallestUnit: "second", roundingMode: "ceil" })
    .toString();
}

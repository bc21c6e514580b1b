import type { Instant } from "../../core/pull-request.ts";
import { GitHubError } from "../../reconcile/ports.ts";
import { readQuotaReset, readRetryAfter, readRetryAt } from "./read-retry-at.ts";

type Headers = Record<string, string | undefined>;

/** GitHub said "later". Each API has its own hourly quota; a secondary limit is about both. */
export class RateLimitError extends GitHubError {
  readonly scope: "quota" | "secondary";

  constructor(message: string, fields: { status: number; headers: Headers; now: Instant; cause?: unknown }) {
    const { status, headers, now, cause } = fields;
    super(message, { reason: "rate_limited", status, retryAt: readRetryAt(headers, now), cause });
    const isQuota = readRetryAfter(headers, now) === null && readQuotaReset(headers, now) !== null;
    this.scope = isQuota ? "quota" : "secondary";
  }
}

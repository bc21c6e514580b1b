import type { Instant } from "../core/pull-request.ts";

/** Why GitHub did not do what was asked, in terms of what helps. */
export type GitHubErrorReason =
  | "rate_limited"
  | "forbidden"
  | "suspended"
  | "not_found"
  | "invalid"
  | "conflict"
  | "unavailable"
  | "unauthorized";

/**
 * An answer from GitHub other than the wanted one. The message is a whole sentence for people: what GitHub
 * said, and what to do.
 */
export class GitHubError extends Error {
  override name = "GitHubError";
  readonly reason: GitHubErrorReason;
  readonly status: number | null;
  /** When to try again, as GitHub asked; null when it did not say. */
  readonly retryAt: Instant | null;

  constructor(
    message: string,
    fields: { reason: GitHubErrorReason; status?: number | null; retryAt?: Instant | null; cause?: unknown },
  ) {
    super(message, { cause: fields.cause });
    this.reason = fields.reason;
    this.status = fields.status ?? null;
    this.retryAt = fields.retryAt ?? null;
  }
}

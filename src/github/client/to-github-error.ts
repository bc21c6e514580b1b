import type { Instant } from "../../core/pull-request.ts";
import { GitHubError, type GitHubErrorReason } from "../../reconcile/github-error.ts";
import {
  type Headers,
  isRateLimit,
  RateLimitError,
  readField,
  readRetryAfter,
  secondsAfter,
} from "./rate-limits.ts";

/** The parts of Octokit's RequestError that are read. `response` is absent when no whole answer came. */
interface HttpError extends Error {
  status: number;
  response?: { headers: Headers; data: unknown };
}

const reasons: Record<number, GitHubErrorReason> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  408: "unavailable",
  409: "conflict",
  410: "not_found",
  429: "rate_limited",
  451: "forbidden",
};

/**
 * Octokit's error as a GitHubError, which says what helps. `call` names the request in the message; `now`
 * turns GitHub's seconds into an instant. An error that is not about HTTP (a bug of ours) is returned
 * unchanged.
 */
export function toGitHubError(error: unknown, call: string, now: Instant): unknown {
  if (error instanceof GitHubError || !isHttpError(error)) return error;
  const { response } = error;
  if (response === undefined) {
    return new GitHubError(`GitHub didn't answer ${call} (${error.message}); try again later.`, {
      reason: "unavailable",
      cause: error,
    });
  }
  const { status } = error;
  const { headers, data } = response;
  const reason = readReason(status, headers, data);
  const message = describe(status, call, reason, response);
  if (reason === "rate_limited") return new RateLimitError(message, { status, headers, now, cause: error });
  const retryAfter = reason === "unavailable" ? readRetryAfter(headers) : null;
  const retryAt = retryAfter === null ? null : secondsAfter(now, retryAfter);
  return new GitHubError(message, { reason, status, retryAt, cause: error });
}

function isHttpError(error: unknown): error is HttpError {
  // Octokit's own class is HttpError. An aborted request stays a DOMException, to which Octokit adds a
  // status.
  return error instanceof Error && (error.name === "HttpError" || error.name === "AbortError");
}

function readReason(status: number, headers: Headers, data: unknown): GitHubErrorReason {
  if (status === 403 && isRateLimit(headers, data)) return "rate_limited";
  if (status === 403 && isSuspension(data)) return "suspended";
  return reasons[status] ?? (status >= 400 && status < 500 ? "invalid" : "unavailable");
}

/**
 * Recognised by its words alone: a suspended installation's token request gets a plain 403 without a header
 * or field of its own ("This installation has been suspended"; reported in octokit/octokit.rb#1307 and
 * ossf/allstar#314).
 */
function isSuspension(data: unknown): boolean {
  return /\bsuspended\b/i.test(readField(data, "message"));
}

const advice: Record<GitHubErrorReason, string> = {
  rate_limited: "try again when GitHub allows it",
  forbidden: "grant the app this permission and accept it in the installation's settings",
  suspended: "unsuspend the installation in its settings; until then it is left alone",
  not_found: "it was deleted, or the installation can't see it",
  invalid: "this is a bug in the app; report it with this line",
  conflict: "somebody else changed it at the same time; looking again",
  unavailable: "try again later",
  unauthorized: "check APP_ID and PRIVATE_KEY (or GITHUB_TOKEN), and the machine's clock",
};

function describe(
  status: number,
  call: string,
  reason: GitHubErrorReason,
  response: { headers: Headers; data: unknown },
): string {
  const said = readField(response.data, "message").slice(0, 300);
  // Which permissions the endpoint would have accepted: "issues=write; pull_requests=write".
  const accepted = reason === "forbidden" ? response.headers["x-accepted-github-permissions"] : undefined;
  const details = [said, accepted && `accepted permissions: ${accepted}`].filter(Boolean).join("; ");
  return `GitHub answered ${status} to ${call}${details && ` (${details})`}; ${advice[reason]}.`;
}

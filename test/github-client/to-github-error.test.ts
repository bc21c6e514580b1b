import { describe, expect, it } from "vitest";
import { toGitHubError } from "../../src/github/client/to-github-error.ts";
import { GitHubError, type GitHubErrorReason } from "../../src/reconcile/github-error.ts";

const now = "2026-11-22T09:00:00Z";
const reset = String(Date.UTC(2026, 10, 22, 9, 30) / 1000);

function httpError(status: number, headers: Record<string, string> = {}, data: unknown = {}) {
  const error = Object.assign(new Error("said"), { name: "HttpError", status, response: { headers, data } });
  return error;
}

interface Row {
  what: string;
  status: number;
  headers?: Record<string, string>;
  data?: unknown;
  reason: GitHubErrorReason;
  retryAt?: string;
}

const secondaryPage =
  "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits";
const endpointPage = "https://docs.github.com/rest/checks/runs#create-a-check-run";

const rows: Row[] = [
  { what: "bad request", status: 400, reason: "invalid" },
  { what: "bad credentials", status: 401, reason: "unauthorized" },
  { what: "a request that came too slowly", status: 408, reason: "unavailable" },
  {
    what: "missing permission",
    status: 403,
    headers: { "x-ratelimit-remaining": "4999" },
    data: { message: "Resource not accessible by integration", documentation_url: endpointPage },
    reason: "forbidden",
  },
  {
    what: "suspended installation",
    status: 403,
    data: { message: "This installation has been suspended" },
    reason: "suspended",
  },
  {
    what: "used-up quota as 403",
    status: 403,
    headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
    data: { message: "API rate limit exceeded for installation ID 1." },
    reason: "rate_limited",
    retryAt: "2026-11-22T09:30:01Z",
  },
  {
    what: "secondary limit as 403 with retry-after",
    status: 403,
    headers: { "retry-after": "17" },
    reason: "rate_limited",
    retryAt: "2026-11-22T09:00:17Z",
  },
  {
    what: "retry-after before the quota's reset",
    status: 429,
    headers: { "retry-after": "5", "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
    reason: "rate_limited",
    retryAt: "2026-11-22T09:00:05Z",
  },
  {
    what: "secondary limit told by its page only",
    status: 403,
    data: { message: "Wait", documentation_url: secondaryPage },
    reason: "rate_limited",
    retryAt: "2026-11-22T09:01:00Z",
  },
  {
    what: "secondary limit told by its words only",
    status: 403,
    data: { message: "You have exceeded a secondary rate limit." },
    reason: "rate_limited",
    retryAt: "2026-11-22T09:01:00Z",
  },
  { what: "429 without headers", status: 429, reason: "rate_limited", retryAt: "2026-11-22T09:01:00Z" },
  { what: "not found", status: 404, reason: "not_found" },
  { what: "gone", status: 410, reason: "not_found" },
  { what: "conflict", status: 409, reason: "conflict" },
  { what: "unprocessable", status: 422, reason: "invalid" },
  { what: "blocked for legal reasons", status: 451, reason: "forbidden" },
  { what: "server error", status: 500, reason: "unavailable" },
  { what: "bad gateway", status: 502, reason: "unavailable" },
  {
    what: "maintenance with retry-after",
    status: 503,
    headers: { "retry-after": "120" },
    reason: "unavailable",
    retryAt: "2026-11-22T09:02:00Z",
  },
];

describe("a GitHubError", () => {
  it.each(rows)(
    "has the reason $reason for $what ($status)",
    ({ status, headers, data, reason, retryAt }) => {
      const error = toGitHubError(httpError(status, headers, data), "GET /x", now) as GitHubError;
      expect(error).toBeInstanceOf(GitHubError);
      expect({ reason: error.reason, status: error.status, retryAt: error.retryAt }).toEqual({
        reason,
        status,
        retryAt: retryAt ?? null,
      });
    },
  );

  it("has the reason unavailable without an answer", () => {
    const error = Object.assign(new Error("connect ECONNREFUSED"), { name: "HttpError", status: 500 });
    expect(toGitHubError(error, "GET /x", now)).toMatchObject({ reason: "unavailable", status: null });
  });

  it("names the permissions that would have been accepted", () => {
    const error = toGitHubError(
      httpError(
        403,
        { "x-accepted-github-permissions": "checks=write" },
        { message: "Resource not accessible by integration" },
      ),
      "POST /repos/{owner}/{repo}/check-runs",
      now,
    ) as GitHubError;
    expect(error.message).toBe(
      "GitHub answered 403 to POST /repos/{owner}/{repo}/check-runs (Resource not accessible by integration; " +
        "accepted permissions: checks=write); grant the app this permission and accept it in the installation's settings.",
    );
  });

  it("isn't made of a programming error", () => {
    const fault = new TypeError("x is not a function");
    expect(toGitHubError(fault, "GET /x", now)).toBe(fault);
  });
});

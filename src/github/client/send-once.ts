import type { Octokit } from "@octokit/core";
import type { OctokitOptions } from "@octokit/core/types";
import { GitHubError } from "../../reconcile/github-error.ts";
import { describeCall, type HttpAnswer } from "./describe-call.ts";
import { checkGraphqlAnswer } from "./graphql-answer.ts";
import type { ClientOptions } from "./options.ts";
import { toGitHubError } from "./to-github-error.ts";

/**
 * Milliseconds until a request without a whole answer is given up. GitHub itself gives up after as long.
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#timeouts
 */
const requestTimeoutMs = 10_000;

/**
 * The API's version. Octokit names none, and unversioned requests move on when the oldest is retired.
 * https://docs.github.com/en/rest/about-the-rest-api/api-versions
 */
const apiVersion = "2022-11-28";

/**
 * An Octokit plug-in: applies the time-out, reports each request, and throws GitHubError unless there is a
 * whole answer.
 */
export function sendOnce(octokit: Octokit, options: OctokitOptions): void {
  const { clock, timing, logger, onSent }: ClientOptions = options.client;
  octokit.hook.wrap("request", async (request, sent) => {
    const call = describeCall(sent);
    const started = timing.elapsed();
    const report = (status: number | null) => {
      const milliseconds = timing.elapsed() - started;
      onSent({ kind: call.kind, status, milliseconds });
      logger.debug(
        { request: call.name, status, milliseconds: Math.round(milliseconds) },
        "Request to GitHub",
      );
    };
    try {
      sent.headers["x-github-api-version"] ??= apiVersion;
      sent.request = { ...sent.request, signal: timing.deadline(requestTimeoutMs) };
      const answer = await request(sent);
      refuseHalfAnAnswer(answer as HttpAnswer, call.name);
      if (call.api === "graphql") checkGraphqlAnswer(answer as HttpAnswer, call.name, clock.now());
      report(answer.status);
      return answer;
    } catch (error) {
      const thrown = toGitHubError(error, call.name, clock.now());
      report(thrown instanceof GitHubError ? thrown.status : null);
      throw thrown;
    }
  });
}

/**
 * Octokit passes on the raw text when a JSON body cannot be parsed, and an empty one when the connection
 * broke off.
 */
function refuseHalfAnAnswer({ status, headers, data }: HttpAnswer, name: string) {
  const promisedJson = headers["content-type"]?.startsWith("application/json") ?? false;
  if (!promisedJson || typeof data !== "string") return;
  throw new GitHubError(`GitHub's answer to ${name} broke off; try again later.`, {
    reason: "unavailable",
    status,
  });
}

import type { Octokit } from "@octokit/core";
import { type Clock, GitHubError } from "../../reconcile/ports.ts";
import type { Logger, RequestKind, RestAnswer, SentRequest, Timing } from "./client.ts";
import { toGitHubError } from "./to-github-error.ts";

/** One request, sent once: `route` and `parameters` as Octokit takes them, `name` and `kind` for messages and metrics. */
export interface Outgoing {
  name: string;
  kind: RequestKind;
  route: string;
  parameters: Record<string, unknown>;
  /** The whole `Authorization` header; null: the Octokit signs the request itself. */
  authorization: string | null;
}

export type Send = (outgoing: Outgoing) => Promise<RestAnswer>;

export interface SendOptions {
  octokit: Octokit;
  clock: Clock;
  timing: Timing;
  logger: Logger;
  onSent?: ((sent: SentRequest) => void) | undefined;
}

/**
 * Milliseconds until a request without a whole answer is given up: as long as GitHub itself works on one.
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#timeouts
 */
const patience = 10_000;

/**
 * Unversioned requests drift to the next version when the oldest one is retired, and Octokit names none.
 * https://docs.github.com/en/rest/about-the-rest-api/api-versions
 */
const apiVersion = "2022-11-28";

/** Sends a request exactly once, and throws GitHubError for everything that is not a whole 2xx answer. */
export function createSend(options: SendOptions): Send {
  const { octokit, clock, timing, logger, onSent } = options;

  return async function send({ name, kind, route, parameters, authorization }) {
    const started = timing.elapsed();
    const report = (status: number | null) => {
      const milliseconds = timing.elapsed() - started;
      onSent?.({ kind, status, milliseconds });
      logger.debug({ request: name, status, milliseconds: Math.round(milliseconds) }, "Request to GitHub");
    };
    try {
      const { status, headers, data } = await octokit.request(route, {
        ...parameters,
        headers: {
          "x-github-api-version": apiVersion,
          ...(parameters.headers as object | undefined),
          ...(authorization && { authorization }),
        },
        request: { signal: timing.deadline(patience) },
      });
      const answer = { status, headers: headers as RestAnswer["headers"], data: data as unknown };
      refuseHalfAnAnswer(answer, name);
      report(status);
      return answer;
    } catch (error) {
      const thrown = toGitHubError(error, name, clock.now());
      report(thrown instanceof GitHubError ? thrown.status : null);
      throw thrown;
    }
  };
}

/** Octokit hands over the raw text when a JSON body cannot be parsed, and an empty one when the connection broke off. */
function refuseHalfAnAnswer({ status, headers, data }: RestAnswer, name: string) {
  const promisedJson = headers["content-type"]?.startsWith("application/json") ?? false;
  if (!promisedJson || typeof data !== "string") return;
  throw new GitHubError(`GitHub's answer to ${name} broke off; trying again later can help.`, {
    reason: "unavailable",
    status,
  });
}

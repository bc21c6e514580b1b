import { Octokit } from "@octokit/core";
import type { Logger } from "./client.ts";

/**
 * Octokit's core alone. Its throttling plug-in (as Probot sets it up) queues every GraphQL call, reads too, as a write, one
 * a second for an installation, and its retry plug-in repeats creates after a 5xx; `create-gate.ts` and
 * `repeat-idempotent.ts` do both jobs by GitHub's own rules.
 */
export function createOctokit(
  apiUrl: string,
  logger: Logger,
  options: ConstructorParameters<typeof Octokit>[0] = {},
) {
  const log = {
    debug() {},
    info() {},
    // "… is deprecated" and the like: Octokit hands over whole sentences.
    warn: (message: string) => logger.warn({}, message),
    error: (message: string) => logger.warn({}, message),
  };
  return new Octokit({ ...options, baseUrl: apiUrl, userAgent: "async-review", log, request: { log } });
}

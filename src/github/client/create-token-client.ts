import type { Clock } from "../../reconcile/ports.ts";
import type { GitHubAddress, GitHubClient, Logger, Timing } from "./client.ts";
import { createClient } from "./create-client.ts";
import { createGate } from "./create-gate.ts";
import { createOctokit } from "./create-octokit.ts";
import { createSend } from "./create-send.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { realTiming } from "./real-timing.ts";
import { createSchemaGaps } from "./schema-gaps.ts";

export interface TokenClientOptions extends GitHubAddress {
  /** A person's token, for the command line. */
  token: string;
  clock: Clock;
  logger: Logger;
  limits?: Partial<Limits>;
  timing?: Timing;
}

/** GitHub as one person sees it. Reads are what it is for: own comments and check runs are the App's. */
export function createTokenClient(options: TokenClientOptions): GitHubClient {
  const { token, apiUrl, graphqlUrl, clock, logger, timing = realTiming } = options;
  const limits = { ...defaultLimits, ...options.limits };
  return createClient({
    send: createSend({ octokit: createOctokit(apiUrl, logger), clock, timing, logger }),
    gate: createGate(limits, clock, timing),
    authorize: (task) => task(`token ${token}`),
    graphqlUrl,
    clock,
    timing,
    gaps: createSchemaGaps(logger),
  });
}

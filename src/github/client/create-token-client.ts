import type { Clock } from "../../reconcile/ports.ts";
import type { GitHubAddress, GitHubClient, Logger, Timing } from "./client.ts";
import { createClient } from "./create-client.ts";
import { createGate } from "./create-gate.ts";
import { createOctokit } from "./create-octokit.ts";
import { createSend } from "./create-send.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { type Quota, readQuota } from "./read-retry-at.ts";
import { realTiming } from "./real-timing.ts";
import { createSchemaGaps } from "./schema-gaps.ts";

export interface TokenClientOptions extends GitHubAddress {
  /** A person's, for the command line, or a workflow's. */
  token: string;
  clock: Clock;
  logger: Logger;
  /** Is told what is left of the token's points. */
  onQuota?: (quota: Quota) => void;
  limits?: Partial<Limits>;
  timing?: Timing;
}

/** GitHub as one token sees it. A person's is for reading: own comments and check runs are the App's. */
export function createTokenClient(options: TokenClientOptions): GitHubClient {
  const { token, apiUrl, graphqlUrl, clock, logger, timing = realTiming } = options;
  const limits = { ...defaultLimits, ...options.limits };
  return createClient({
    send: createSend({ octokit: createOctokit(apiUrl, logger), clock, timing, logger }),
    gate: createGate(limits, clock, timing, (headers) => {
      const quota = readQuota(headers);
      if (quota !== null) options.onQuota?.(quota);
    }),
    authorize: (task) => task(`token ${token}`),
    graphqlUrl,
    clock,
    timing,
    gaps: createSchemaGaps(logger),
  });
}

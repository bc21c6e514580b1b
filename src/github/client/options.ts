import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../reconcile/ports.ts";
import type { RequestKind } from "./describe-call.ts";
import type { Limits } from "./limits.ts";
import type { Quota } from "./rate-limits.ts";
import type { SchemaGaps } from "./schema-gaps.ts";

/** What pino offers, and all that is used of it. */
export interface Logger {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** One request that was sent, for the metrics. `status` is null when no answer came. */
export interface SentRequest {
  kind: RequestKind;
  status: number | null;
  milliseconds: number;
}

/** Real time, apart from the settable clock of the domain: pacing measures how fast requests really leave. */
export interface Timing {
  /** Milliseconds from any fixed point, never going back. */
  elapsed(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Aborts with a "TimeoutError" after that long. */
  deadline(milliseconds: number): AbortSignal;
}

export const realTiming: Timing = {
  elapsed: () => performance.now(),
  sleep: (milliseconds) => sleep(milliseconds),
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
};

/** The access tokens of one installation: one request an hour, however many look at once. */
export interface InstallationTokens {
  current(): Promise<string>;
  /** A token in place of one that GitHub refused. */
  replace(refused: string): Promise<string>;
}

/** What the plug-ins read of Octokit's options, under the name `client`. */
export interface ClientOptions {
  /** The GraphQL address itself: `https://api.github.com/graphql`. */
  graphqlUrl: string;
  /** Instants that are compared with GitHub's: token expiry, rate limit resets. */
  clock: Clock;
  timing: Timing;
  logger: Logger;
  limits: Limits;
  gaps: SchemaGaps;
  /** Is told of every request that was sent, for the metrics. */
  onSent: (sent: SentRequest) => void;
  /** Is told after each answer that says so what is left of the points. */
  onQuota: (quota: Quota) => void;
  /** Null: Octokit's own strategy signs (the App, a person's token), or nobody does. */
  tokens: InstallationTokens | null;
}

import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../reconcile/ports.ts";
import type { ReadEnum } from "../enums.ts";
import type { RequestKind } from "./describe-call.ts";
import type { RequestLimits } from "./limits.ts";
import type { Quota } from "./rate-limits.ts";
import type { SchemaGaps } from "./schema-gaps.ts";

/** The part of pino's logger that the client uses. */
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

/** Real time, unlike the domain's clock, which can be set: pacing measures how fast requests really go. */
export interface Timing {
  /** Milliseconds from any fixed point; never goes back. */
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

/** The access tokens of one installation: one request an hour, however many looks use them at once. */
export interface InstallationTokens {
  current(): Promise<string>;
  /** A new token to replace one that GitHub refused. */
  replace(refused: string): Promise<string>;
}

/** What the plug-ins read from Octokit's options, under the name `client`. */
export interface ClientOptions {
  /** The full GraphQL address: `https://api.github.com/graphql`. */
  graphqlUrl: string;
  /** For the instants at which the queue tries again. */
  clock: Clock;
  timing: Timing;
  logger: Logger;
  limits: RequestLimits;
  gaps: SchemaGaps;
  readEnum: ReadEnum;
  /** Called for every request that was sent, for the metrics. */
  onSent: (sent: SentRequest) => void;
  /** Called for each answer that says what is left of the points. */
  onQuota: (quota: Quota) => void;
  /** Null when Octokit's own strategy authenticates (the App, a person's token), or nobody does. */
  tokens: InstallationTokens | null;
}

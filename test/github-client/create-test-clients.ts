import { generateKeyPairSync } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import {
  createGitHubClients,
  type GitHubClientsOptions,
} from "../../src/github/client/create-github-clients.ts";
import type { SentRequest, Timing } from "../../src/github/client/options.ts";

export const api = "https://github.test/api/v3";
export const graphqlUrl = "https://github.test/api/graphql";

export const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
  type: "pkcs8",
  format: "pem",
}) as string;

export const silent = { debug() {}, warn() {} };

/**
 * A clock and a timing that move only when told, or during a sleep. A deadline passes only through `expire`.
 */
export function createTestTime(start = "2026-11-22T09:00:00Z") {
  let instant = Temporal.Instant.from(start);
  let elapsed = 0;
  const slept: number[] = [];
  const deadlines: { milliseconds: number; deadline: AbortController }[] = [];
  const advance = (milliseconds: number) => {
    instant = instant.add({ milliseconds: Math.round(milliseconds) });
    elapsed += milliseconds;
  };
  /** Sets the clock without letting time pass, like a correction of the machine's clock. */
  const jump = (duration: string) => {
    instant = instant.add(duration);
  };
  const timing: Timing = {
    elapsed: () => elapsed,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      advance(milliseconds);
    },
    deadline(milliseconds) {
      const deadline = new AbortController();
      deadlines.push({ milliseconds, deadline });
      return deadline.signal;
    },
  };
  /** Lets the newest request time out, and returns its timeout in milliseconds. */
  const expire = () => {
    const { milliseconds, deadline } = deadlines.at(-1)!;
    deadline.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    return milliseconds;
  };
  const clock = { now: () => instant.round({ smallestUnit: "second", roundingMode: "floor" }).toString() };
  return { clock, timing, slept, advance, jump, expire };
}

/**
 * Clients of the App against `github.test`, in test time. `sent` collects the reports for the metrics.
 */
export function createTestClients(options: Partial<GitHubClientsOptions> = {}) {
  const time = createTestTime();
  const sent: SentRequest[] = [];
  const clients = createGitHubClients({
    appId: 7,
    privateKey,
    apiUrl: api,
    graphqlUrl,
    clock: time.clock,
    timing: time.timing,
    logger: silent,
    onSent: (request) => sent.push(request),
    ...options,
  });
  return { ...time, sent, clients };
}

/** A token's answer, by default valid for an hour from the start of test time. */
export function tokenAnswer(token: string, expiresAt = "2026-11-22T10:00:00Z") {
  return { token, expires_at: expiresAt, permissions: {}, repository_selection: "all" };
}

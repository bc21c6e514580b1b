import { pino } from "pino";
import { expect, it } from "vitest";
import { runHandler } from "../../src/database/run-handler.ts";
import { GitHubError } from "../../src/reconcile/ports.ts";
import { lookAt, noMemory } from "./examples.ts";

const row = {
  key: "pull_request:7:1",
  subject: lookAt(1).subject,
  headSha: null,
  runAt: 0,
  failures: 2,
  isDead: false,
  fence: null,
  intents: [],
  memory: noMemory,
  firstSeenAt: "2026-11-23T09:00:00Z",
  repositoryFirstSeenAt: null,
};

const run = (error: Error, stopped = new AbortController().signal) =>
  runHandler(
    async ({ attempt }) => {
      expect(attempt).toBe(3);
      throw error;
    },
    row,
    { remember: async () => {}, stopped, logger: pino({ level: "silent" }) },
  );

it.each([
  ["its own fault", new Error("broken"), { retryAt: null, isOutage: false }],
  ["refused", new GitHubError("no", { reason: "forbidden" }), { retryAt: null, isOutage: false }],
  ["nobody there", new GitHubError("no", { reason: "unavailable" }), { retryAt: null, isOutage: true }],
  ["not let in", new GitHubError("no", { reason: "unauthorized" }), { retryAt: null, isOutage: true }],
  [
    "asked to wait",
    new GitHubError("no", { reason: "unavailable", retryAt: "1970-01-01T00:00:05Z" }),
    { retryAt: 5000, isOutage: true },
  ],
])("says how a run failed: %s", async (_case, error, expected) => {
  expect(await run(error)).toEqual({ type: "failed", ...expected });
});

it("counts a run that the stop cut off as none", async () => {
  expect(await run(new Error("cut off"), AbortSignal.abort())).toEqual({ type: "interrupted" });
});

import { pino } from "pino";
import { expect, it } from "vitest";
import { runHandler } from "../../src/database/run-subject.ts";
import { GitHubError } from "../../src/reconcile/github-error.ts";
import type { JobContext } from "../../src/reconcile/ports.ts";
import { noMemory, rowOf } from "./examples.ts";

const row = { ...rowOf({ runAt: 0, failures: 2 }), repositoryFirstSeenAt: null };

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
  [
    "an error of the handler",
    new Error("broken\n  twice \u001b[31m"),
    { retryAt: null, isOutage: false, why: "broken twice [31m" },
  ],
  [
    "a refusal by GitHub",
    new GitHubError("no", { reason: "forbidden" }),
    { retryAt: null, isOutage: false, why: "no" },
  ],
  [
    "GitHub unreachable",
    new GitHubError("no", { reason: "unavailable" }),
    { retryAt: null, isOutage: true, why: "no" },
  ],
  [
    "refused credentials",
    new GitHubError("no", { reason: "unauthorized" }),
    { retryAt: null, isOutage: true, why: "no" },
  ],
  [
    "a rate limit",
    new GitHubError("no", { reason: "unavailable", retryAt: "1970-01-01T00:00:05Z" }),
    { retryAt: 5000, isOutage: true, why: "no" },
  ],
])("records how a run failed: %s", async (_case, error, expected) => {
  expect(await run(error)).toEqual({ type: "failed", ...expected });
});

it.each([
  ["unauthorized", 20],
  ["unavailable", 40],
] as const)("logs a look that failed as %s at level %i", async (reason, level) => {
  const levels: number[] = [];
  const logger = pino({ level: "debug" }, { write: (line: string) => levels.push(JSON.parse(line).level) });
  const failing = async () => Promise.reject(new GitHubError("no", { reason }));
  await runHandler(failing, row, { remember: async () => {}, stopped: new AbortController().signal, logger });
  expect(levels).toEqual([level]);
});

it("doesn't count a run that stopping interrupted", async () => {
  expect(await run(new Error("cut off"), AbortSignal.abort())).toEqual({ type: "interrupted" });
});

it("doesn't wait for a handler that ignores the signal to stop", async () => {
  const stop = new AbortController();
  let context: JobContext | null = null;
  const running = runHandler(
    async (_job, given) => {
      context = given;
      return new Promise(() => undefined);
    },
    row,
    { remember: async () => {}, stopped: stop.signal, logger: pino({ level: "silent" }) },
  );
  stop.abort();
  expect(await running).toEqual({ type: "interrupted" });
  await expect(context!.remember(noMemory)).rejects.toThrow("aborted");
});

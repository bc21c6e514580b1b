import type { Logger } from "pino";
import type { Instant } from "../core/pull-request.ts";
import { removeDangerous } from "../core/text/quote-text.ts";
import { GitHubError } from "../reconcile/github-error.ts";
import type { Handler, Memory } from "../reconcile/ports.ts";
import { toEpoch } from "./epoch.ts";
import type { End } from "./row/finish-run.ts";
import { isFailed, type SubjectRow } from "./row/subject-row.ts";

/** In milliseconds. A run that takes longer counts as failed. */
const longestRun = 10 * 60 * 1000;

/**
 * Gives a row to the handler and says how that ended; never throws. A handler that ignores its signal is left
 * alone: it can no longer write or remember anything, and its worker is free.
 */
export async function runHandler(
  handler: Handler,
  row: SubjectRow & { repositoryFirstSeenAt: Instant | null },
  context: { remember(memory: Memory): Promise<void>; stopped: AbortSignal; logger: Logger },
): Promise<End | { type: "interrupted" }> {
  const signal = AbortSignal.any([context.stopped, AbortSignal.timeout(longestRun)]);
  const { subject, minimumVersion, intents, firstSeenAt, repositoryFirstSeenAt, memory, failures } = row;
  const job = {
    subject,
    minimumVersion,
    intents,
    firstSeenAt,
    repositoryFirstSeenAt,
    memory,
    attempt: failures + 1,
  };
  const remember = async (memory: Memory) => {
    signal.throwIfAborted();
    await context.remember(memory);
  };
  try {
    return await Promise.race([handler(job, { remember, signal }), untilAborted(signal)]);
  } catch (error) {
    if (context.stopped.aborted) return { type: "interrupted" };
    const { reason = null, retryAt = null } = error instanceof GitHubError ? error : {};
    // The server logs once that GitHub refuses its credentials, not for every look.
    const level = reason === "unauthorized" ? "debug" : "warn";
    context.logger[level](
      { err: error, subject: row.key, attempt: job.attempt },
      "A look failed; trying again",
    );
    const isOutage = reason === "unavailable" || reason === "unauthorized";
    const why = inOneLine(error instanceof Error ? error.message : String(error));
    return { type: "failed", retryAt: retryAt === null ? null : toEpoch(retryAt), isOutage, why };
  }
}

/** Messages quote GitHub's answers, and those quote people's texts. */
function inOneLine(message: string): string {
  return removeDangerous(message.replaceAll(/\s+/g, " ")).slice(0, 300).trim();
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}

/** Logs a subject that has just been given up. */
export function logFailed(row: SubjectRow | null, logger: Logger): void {
  if (row === null || !isFailed(row)) return;
  logger.error(
    { subject: row.key, attempts: row.failures, why: row.failure },
    "A look failed too often; waiting for the next event about its subject, or for `async-review failed retry`",
  );
}

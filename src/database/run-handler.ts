import type { Logger } from "pino";
import type { Instant } from "../core/pull-request.ts";
import { GitHubError, type Handler, type Memory } from "../reconcile/ports.ts";
import { toEpoch } from "./epoch.ts";
import type { End } from "./row/finish-run.ts";
import type { SubjectRow } from "./row/subject-row.ts";

/** A run that takes longer is told so by its signal; the row stays its own until it ends. */
const longestRun = 10 * 60 * 1000;

/** Gives a row to the handler and says how that ended; never throws. */
export async function runHandler(
  handler: Handler,
  row: SubjectRow & { repositoryFirstSeenAt: Instant | null },
  context: { remember(memory: Memory): Promise<void>; stopped: AbortSignal; logger: Logger },
): Promise<End | { type: "interrupted" }> {
  const signal = AbortSignal.any([context.stopped, AbortSignal.timeout(longestRun)]);
  const { subject, fence, intents, firstSeenAt, repositoryFirstSeenAt, memory, failures } = row;
  const job = {
    subject,
    fence,
    intents,
    firstSeenAt,
    repositoryFirstSeenAt,
    memory,
    attempt: failures + 1,
  };
  try {
    return await handler(job, { remember: context.remember, signal });
  } catch (error) {
    if (context.stopped.aborted) return { type: "interrupted" };
    context.logger.warn(
      { err: error, subject: row.key, attempt: job.attempt },
      "A look failed; it is tried again",
    );
    const { reason = null, retryAt = null } = error instanceof GitHubError ? error : {};
    const isOutage = reason === "unavailable" || reason === "unauthorized";
    return { type: "failed", retryAt: retryAt === null ? null : toEpoch(retryAt), isOutage };
  }
}

import type { Logger } from "pino";
import type { Instant } from "../core/pull-request.ts";
import { removeDangerous } from "../core/text/quote-text.ts";
import { GitHubError } from "../reconcile/github-error.ts";
import type { Handler, Job, Memory } from "../reconcile/ports.ts";
import { toEpoch } from "../reconcile/row/epoch.ts";
import type { End } from "../reconcile/row/finish-run.ts";
import { isFailed, type SubjectRow } from "../reconcile/row/subject-row.ts";

/** In milliseconds. A run that takes longer counts as failed. */
const maxRunMs = 10 * 60 * 1000;

/** Milliseconds before the next try to store the end of a run. */
const pauseMs = 1000;

/** What a run reads and writes of its subject's row. */
export interface RunStore {
  /** When the first of a repository's subjects was seen; null when none has a row. */
  findRepositoryFirstSeenAt(installationId: number, repositoryId: number): Promise<Instant | null>;
  /** Throws when the row belongs to another process. */
  updateMemory(key: string, memory: Memory): Promise<void>;
  /** The row after the run; null when it is gone or belongs to another process. */
  finishRun(given: SubjectRow, end: End): Promise<SubjectRow | null>;
}

interface RunOptions {
  store: RunStore;
  handler: Handler;
  /** Aborted when the run has to end: its row may belong to another process, or the server stops. */
  stopped: AbortSignal;
  logger: Logger;
}

/** Gives the subject of a due row to the handler, and stores how that ended. */
export async function runSubject(row: SubjectRow, options: RunOptions): Promise<void> {
  const { store, handler, stopped, logger } = options;
  const { subject, key } = row;
  const repositoryFirstSeenAt =
    subject.kind === "installation"
      ? null
      : await store.findRepositoryFirstSeenAt(subject.installationId, subject.repository.id);
  const remember = (memory: Memory) => store.updateMemory(key, memory);
  const end = await runHandler(handler, { ...row, repositoryFirstSeenAt }, { remember, stopped, logger });
  if (end.type !== "interrupted") await storeEnd(row, end, options);
}

/** Tries until the database stores it: otherwise the row would be due at once and run in a circle. */
async function storeEnd(given: SubjectRow, end: End, { store, stopped, logger }: RunOptions): Promise<void> {
  while (!stopped.aborted) {
    try {
      const row = await store.finishRun(given, end);
      if (row !== null && isFailed(row)) logFailed(row, logger);
      return;
    } catch (error) {
      logger.error({ err: error, subject: given.key }, "Couldn't store the end of a look; trying again");
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/**
 * Gives a row to the handler and says how that ended; never throws. A handler that ignores its signal is left
 * alone: it can no longer write or remember anything, and its worker is free.
 */
export async function runHandler(
  handler: Handler,
  row: SubjectRow & Pick<Job, "repositoryFirstSeenAt">,
  context: { remember(memory: Memory): Promise<void>; stopped: AbortSignal; logger: Logger },
): Promise<End | { type: "interrupted" }> {
  const signal = AbortSignal.any([context.stopped, AbortSignal.timeout(maxRunMs)]);
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

/** Messages quote GitHub's answers, which quote people's texts. */
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
function logFailed(row: SubjectRow, logger: Logger): void {
  logger.error(
    { subject: row.key, attempts: row.failures, why: row.failure },
    "A look failed too often; waiting for the next event about its subject, or for `async-review failed retry`",
  );
}

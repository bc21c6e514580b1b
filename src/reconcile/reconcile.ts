import type { ReconcileDependencies, ReconcileLog } from "./dependencies.ts";
import { createFanOut } from "./fan-out.ts";
import { GitHubError } from "./github-error.ts";
import type { Clock, GitHub, Handler, Job, JobContext, Outcome } from "./ports.ts";
import { reconcileMergeGroup } from "./reconcile-merge-group.ts";
import { reconcilePullRequest } from "./reconcile-pull-request.ts";

/**
 * The loop's one step for any subject: observe, decide, act, remember. A job may run twice, late or out of
 * order. Once it is told to stop, because somebody else may be looking at its subject, it sends no further
 * write.
 */
export function createReconcile(given: ReconcileDependencies): Handler {
  const fanOut = createFanOut(given);
  return async (job, context) => {
    const { subject } = job;
    const dependencies = { ...given, github: untilAborted(given.github, context.signal) };
    // The job holds the memory from before the look; after a failure, this one knows what was created.
    let memory = job.memory;
    const remembering: JobContext = {
      ...context,
      remember: async (next) => {
        memory = next;
        await context.remember(next);
      },
    };
    try {
      switch (subject.kind) {
        case "pull_request":
          return await reconcilePullRequest(dependencies, { ...job, subject }, remembering);
        case "merge_group":
          return await reconcileMergeGroup(dependencies, { ...job, subject }, remembering);
        default:
          return await fanOut({ ...job, subject });
      }
    } catch (error) {
      return settleFailure(error, { ...job, memory }, dependencies);
    }
  };
}

/** Sends writes only until the signal is aborted, then throws its reason. */
function untilAborted(github: GitHub, signal: AbortSignal): GitHub {
  return {
    ...github,
    write: async (subject, write) => {
      signal.throwIfAborted();
      return github.write(subject, write);
    },
  };
}

/**
 * What a failed look means for the queue. GitHub asked to wait: again, at the time it named. The installation
 * is gone or suspended: forget it, until `unsuspend` brings it back. Anything else is rethrown, and tried
 * again after growing pauses.
 */
function settleFailure(
  error: unknown,
  job: Job,
  { clock, logger }: { clock: Clock; logger: ReconcileLog },
): Outcome {
  if (!(error instanceof GitHubError)) throw error;
  switch (error.reason) {
    case "rate_limited":
      logger.info({ subject: job.subject.kind, retryAt: error.retryAt }, "GitHub asked to wait");
      if (error.retryAt === null) throw error;
      return { type: "again", at: later(error.retryAt, clock.now()), memory: job.memory };
    case "suspended":
    case "not_found":
      logger.info(
        { subject: job.subject.kind, reason: error.reason },
        "Gone; forgotten until GitHub mentions it again",
      );
      return { type: "gone" };
    default:
      throw error;
  }
}

const later = (a: string, b: string) => (a > b ? a : b);

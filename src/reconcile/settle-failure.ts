import type { Clock, Job, Outcome } from "./ports.ts";
import { GitHubError } from "./ports/github-error.ts";
import type { ReconcileLog } from "./parts.ts";

/**
 * What a failed look means for the queue: GitHub asked to wait (again, in its own time), the installation is
 * gone or suspended (forget; a later `unsuspend` brings it back), or it is worth another try (thrown on, with
 * growing pauses).
 */
export function settleFailure(
  error: unknown,
  job: Job,
  { clock, log }: { clock: Clock; log: ReconcileLog },
): Outcome {
  if (!(error instanceof GitHubError)) throw error;
  switch (error.reason) {
    case "rate_limited":
      log.info({ subject: job.subject.kind, retryAt: error.retryAt }, "GitHub asked to wait");
      if (error.retryAt === null) throw error;
      return { type: "again", at: later(error.retryAt, clock.now()), memory: job.memory };
    case "suspended":
    case "not_found":
      log.info(
        { subject: job.subject.kind, reason: error.reason },
        "gone; forgotten until GitHub names it again",
      );
      return { type: "gone" };
    default:
      throw error;
  }
}

const later = (a: string, b: string) => (a > b ? a : b);

import { createFanOut } from "./fan-out.ts";
import type { ReadTexts } from "./gather-facts.ts";
import type { Clock, GitHub, Handler, JobContext, Queue } from "./ports.ts";
import { type ReconcileLog, reconcilePullRequest } from "./reconcile-pull-request.ts";
import type { LabelHistory } from "./label-history.ts";
import type { ReminderBudget } from "./reminder-budget.ts";
import { reconcileMergeGroup } from "./reconcile-merge-group.ts";
import { settleFailure } from "./settle-failure.ts";

export interface ReconcileParts {
  github: GitHub;
  queue: Pick<Queue, "look" | "forget">;
  /** Reads texts in a worker that can be killed. */
  texts: ReadTexts;
  reminders: ReminderBudget;
  labels: LabelHistory;
  clock: Clock;
  log: ReconcileLog;
}

/** The loop's one step for any subject: observe, decide, act, remember. Every job may run twice, late or out of order. */
export function createReconcile(parts: ReconcileParts): Handler {
  const fanOut = createFanOut(parts);
  return async (job, context) => {
    const { subject } = job;
    // What was remembered before a failure is the newest word on what was created; the job still holds the old one.
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
          return await reconcilePullRequest(parts, { ...job, subject }, remembering);
        case "merge_group":
          return await reconcileMergeGroup(parts, { ...job, subject }, remembering);
        default:
          return await fanOut({ ...job, subject });
      }
    } catch (error) {
      return settleFailure(error, { ...job, memory }, parts);
    }
  };
}

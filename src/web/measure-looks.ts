import type { Handler } from "../reconcile/ports.ts";
import type { Metrics } from "./create-metrics.ts";

/** The same handler, with each look counted and timed. */
export function measureLooks(handler: Handler, metrics: Pick<Metrics, "countLook">): Handler {
  return async (job, context) => {
    const startedAt = performance.now();
    const count = (outcome: "done" | "again" | "gone" | "failed") =>
      metrics.countLook({
        subject: job.subject.kind,
        outcome,
        seconds: (performance.now() - startedAt) / 1000,
      });
    try {
      const outcome = await handler(job, context);
      count(outcome.type);
      return outcome;
    } catch (error) {
      count("failed");
      throw error;
    }
  };
}

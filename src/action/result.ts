import type { LookSummary } from "../core/plan/look.ts";
import type { PlannedCheckRun } from "../core/planned.ts";

/** When the job fails. */
export const failOns = ["enforcement", "error", "warning", "never"] as const;
export type FailOn = (typeof failOns)[number];

/** What the last look at a pull request found. */
export interface LastLook {
  summary: LookSummary | null;
  checkRuns: Pick<PlannedCheckRun, "name" | "title" | "summary">[];
}

/** True when the description fails the job. `enforcement`: when it fails its check. */
export function isFailure({ summary }: LastLook, failOn: FailOn): boolean {
  if (summary === null || failOn === "never") return false;
  if (failOn === "enforcement") return summary.conclusion === "failure";
  return summary.level === "error" || (failOn === "warning" && summary.level === "warning");
}

import type { Gist } from "../core/plan/look.ts";
import type { PlannedCheckRun } from "../core/planned.ts";

/** When the job fails. */
export const failOns = ["enforcement", "error", "warning", "never"] as const;
export type FailOn = (typeof failOns)[number];

/** What the last look at a pull request found. */
export interface LastLook {
  gist: Gist | null;
  checkRuns: Pick<PlannedCheckRun, "name" | "title" | "summary">[];
}

/** True when the description fails the job. `enforcement`: when it fails its check. */
export function isFailure({ gist }: LastLook, failOn: FailOn): boolean {
  if (gist === null || failOn === "never") return false;
  if (failOn === "enforcement") return gist.conclusion === "failure";
  return gist.level === "error" || (failOn === "warning" && gist.level === "warning");
}

import type { LookInput } from "../core/plan/look.ts";
import type { Judge } from "../reconcile/judge.ts";
import type { TaskInput, TaskName, TaskResult } from "../reconcile/tasks.ts";
import type { Found } from "./result.ts";

/** Judges for a workflow, and tells what the last look at each pull request found. */
export function createWorkflowJudge(judge: Judge, note: (number: number, found: Found) => void): Judge {
  return {
    async run<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskResult<Name>> {
      if (name !== "look") return judge.run(name, input);
      const look = input as unknown as Omit<LookInput, "gaveUp">;
      const result = await judge.run("look", { ...look, inWorkflow: true });
      note(look.observation.pullRequest.number, { gist: result.gist, checkRuns: result.plan.checkRuns });
      return result as TaskResult<Name>;
    },
    close: () => judge.close(),
  };
}

import { look, lookAtMergeGroup, planTriedConfig, tryOnPast } from "../core/plan/look.ts";

/** Everything that is done with texts that people wrote. All that goes in and comes out is plain data. */
export const tasks = { look, tryOnPast, planTriedConfig, lookAtMergeGroup };

type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
/** What a task is given. What was given up is filled in by whoever runs it. */
export type TaskInput<Name extends TaskName> = Omit<Parameters<Tasks[Name]>[0], "gaveUp">;
export type TaskResult<Name extends TaskName> = ReturnType<Tasks[Name]>;

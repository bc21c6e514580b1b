import type {
  look,
  lookAtMergeGroup,
  planTriedConfig,
  Step,
  tryOnPast,
  UnreadParts,
} from "../core/plan/look.ts";
import type { keepObservedLife } from "../core/report/history/keep-life.ts";

/** Everything that reads people's texts. Inputs and results are plain data. */
export interface Tasks {
  look: typeof look;
  tryOnPast: typeof tryOnPast;
  planTriedConfig: typeof planTriedConfig;
  lookAtMergeGroup: typeof lookAtMergeGroup;
  keepObservedLife: typeof keepObservedLife;
}

export type TaskName = keyof Tasks;
/** A task's input. The judge adds the parts that are left unread. */
export type TaskInput<Name extends TaskName> = Omit<Parameters<Tasks[Name]>[0], "unread">;
export type TaskResult<Name extends TaskName> = ReturnType<Tasks[Name]>;

/**
 * Runs tasks. The server runs them on threads that can be killed, so that no text holds up the thread that
 * answers deliveries. Throws `GaveUpError` when the failing step can't be skipped, and `JudgeClosedError`
 * when it is closed meanwhile.
 */
export interface Judge {
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskResult<Name>>;
  close(): Promise<void>;
}

/** A task was given up twice in a step that can't be skipped. */
export class GaveUpError extends Error {
  override name = "GaveUpError";
  readonly step: Step | null;
  readonly reason: string;

  constructor(step: Step | null, reason: string) {
    super(`gave up judging at "${step ?? "start"}" (${reason}); trying again later`);
    this.step = step;
    this.reason = reason;
  }
}

/** The server is stopping; the subject is looked at after the next start. */
export class JudgeClosedError extends Error {
  override name = "JudgeClosedError";
}

/** The part that is left out when a step was given up twice; null when the step can't be skipped. */
export const partOfStep: Record<Step, keyof UnreadParts | null> = {
  config: null,
  reading: "description",
  trial: null,
  life: null,
  description: "description",
  changedConfig: "changedConfig",
  conversation: "conversation",
};

import { Temporal } from "temporal-polyfill";
import type { Judge } from "./judge.ts";
import type { LabelHistory } from "./label-history.ts";
import type { Clock, GitHub, Queue } from "./ports.ts";
import type { ReminderBudget } from "./reminder-budget.ts";

/** The parts of the loop; `main.ts` connects them. */
export interface ReconcileDependencies {
  github: GitHub;
  queue: Pick<Queue, "look" | "forget" | "findOnHead">;
  judge: Judge;
  /** Whether to keep what the report counts. A workflow has no database. */
  keepsHistory: boolean;
  reminders: ReminderBudget;
  labels: LabelHistory;
  clock: Clock;
  logger: ReconcileLog;
}

/** The part of pino's logger that the loop uses. */
export interface ReconcileLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** The machine's time in whole seconds, as GitHub's instants have them. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant().round({ smallestUnit: "second", roundingMode: "floor" }).toString(),
};

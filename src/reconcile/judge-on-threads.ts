import { availableParallelism } from "node:os";
import type { Step, UnreadParts } from "../core/plan/look.ts";
import {
  GaveUpError,
  type Judge,
  JudgeClosedError,
  partOfStep,
  type TaskInput,
  type TaskName,
} from "./judge.ts";
import { ThreadPool } from "./thread-pool.ts";

/** Node runs the sources as they are (it strips types); a build has JavaScript in the same place. */
const threadFile = new URL(
  import.meta.url.endsWith(".ts") ? "./judging-thread.ts" : "./judging-thread.js",
  import.meta.url,
);

/**
 * In milliseconds. The worst expression allowed in a config needs a third of `judging` for the longest
 * description.
 */
export interface Budgets {
  reading: number;
  judging: number;
}

export const defaultBudgets: Budgets = { reading: 250, judging: 2_000 };

export interface ThreadedJudgeOptions {
  budgets?: Budgets;
  /** Called each time a task is given up, even if it is tried again. */
  onGaveUp?(what: { step: string | null; reason: "time" | "crash"; detail: string }): void;
  /** Starts a thread before there is a task; otherwise the first task waits for it. */
  startsAtOnce?: boolean;
  /** The script of the threads; tests pass their own. */
  file?: URL;
}

/**
 * Judges on threads. A task that takes too long, throws or ends its thread is tried again once. After that,
 * the part at fault is left out and the rest is judged.
 */
export function createJudge({
  budgets = defaultBudgets,
  onGaveUp = () => {},
  startsAtOnce = false,
  file = threadFile,
}: ThreadedJudgeOptions = {}): Judge {
  const pool = new ThreadPool({
    file,
    startsAtOnce,
    budgetMs: (step) => (step === "reading" ? budgets.reading : budgets.judging),
    // At least two, so that one slow text does not hold up everybody else's.
    maxThreads: Math.min(4, Math.max(2, availableParallelism())),
  });

  async function run(name: TaskName, input: TaskInput<TaskName>): Promise<unknown> {
    const tried = new Set<string | null>();
    let unread: UnreadParts = {};
    for (;;) {
      const ran = await pool.run({ name, input, unread });
      if (ran === null) throw new JudgeClosedError("the server is stopping; looked at after the next start");
      if ("result" in ran) return ran.result;
      const { step, gaveUp: reason, detail } = ran;
      onGaveUp({ step, reason, detail });
      if (tried.has(step)) unread = leaveOut(step as Step | null, reason, unread);
      tried.add(step);
    }
  }

  return { run: run as Judge["run"], close: () => pool.close() };
}

function leaveOut(step: Step | null, reason: "time" | "crash", unread: UnreadParts): UnreadParts {
  const part = step === null ? null : partOfStep[step];
  if (part === null || part in unread) throw new GaveUpError(step, reason);
  return { ...unread, [part]: reason };
}

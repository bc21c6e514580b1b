import module from "node:module";
import { parentPort } from "node:worker_threads";
import { parseDescription } from "../core/description/parse-description.ts";
import type { UnreadParts } from "../core/plan/look.ts";
import type { TaskInput, TaskName } from "./judge.ts";
import { createReader, runTask } from "./run-task.ts";

/** A message to the thread: one task. */
export interface JudgeRequest {
  id: number;
  name: TaskName;
  input: TaskInput<TaskName>;
  unread: UnreadParts;
}

/** A message from the thread: each step as it starts, then the answer. `id` 0: the thread is warm. */
export type JudgeAnswer = { id: number } & ({ step: string } | { result: unknown } | { error: string });

// biome-ignore lint/style/noNonNullAssertion: this file is only ever a worker thread.
const port = parentPort!;
let current = 0;
const say = (answer: JudgeAnswer) => port.postMessage(answer);
const reader = createReader((step) => say({ id: current, step }));

port.on("message", ({ id, name, input, unread }: JudgeRequest) => {
  current = id;
  try {
    say({ id, result: runTask(name, input, { unread, reader }) });
  } catch (error) {
    say({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

// The first call compiles every regular expression, which must not count against anybody's budget.
parseDescription("## Why\n\n- [x] **What**: text\n\n| a | b |\n|---|---|\n| c | d |\n");
say({ id: 0, result: null });
// Only threads load the judging code, and they are terminated rather than left to end, so write the compile
// cache now: the next start needs no compiling, nor Node's TypeScript parser (25 MB).
// https://nodejs.org/api/module.html#module-compile-cache
module.flushCompileCache?.();

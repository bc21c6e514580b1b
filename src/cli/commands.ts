import type { Command } from "commander";
import { classify } from "./classify.ts";
import { createDueCommand } from "./due.ts";
import { serve } from "./serve.ts";

/** Every command of `async-review`: one file each. A command sets `process.exitCode` (0, 1 or 2) and never calls `process.exit`. */
export const commands: (() => Command)[] = [classify, createDueCommand, serve];

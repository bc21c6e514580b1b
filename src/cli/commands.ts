import type { Command } from "commander";
import { lint } from "./lint.ts";
import { template } from "./template.ts";

/** Every command of `async-review`: one file each. A command sets `process.exitCode` (0, 1 or 2) and never calls `process.exit`. */
export const commands: (() => Command)[] = [lint, template];

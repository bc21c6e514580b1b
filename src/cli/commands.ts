import type { Command } from "commander";
import { due } from "./due.ts";

/** Every command of `async-review`: one file each. A command sets `process.exitCode` (0, 1 or 2) and never calls `process.exit`. */
export const commands: (() => Command)[] = [due];

import type { Command } from "commander";
import { classify } from "./classify.ts";
import { cleanup } from "./cleanup.ts";
import { configCommand } from "./config.ts";
import { decisions } from "./decisions.ts";
import { due } from "./due.ts";
import { failed } from "./failed.ts";
import { init } from "./init.ts";
import { lint } from "./lint.ts";
import { reconcile } from "./reconcile.ts";
import { report } from "./report.ts";
import { serve } from "./serve.ts";
import { simulate } from "./simulate.ts";
import { template } from "./template.ts";

/**
 * Every command of `async-review`: one file each. A command sets `process.exitCode` (0, 1 or 2); only the
 * server ends the process itself.
 */
export const commands: (() => Command)[] = [
  classify,
  cleanup,
  configCommand,
  decisions,
  due,
  failed,
  init,
  lint,
  reconcile,
  report,
  serve,
  simulate,
  template,
];

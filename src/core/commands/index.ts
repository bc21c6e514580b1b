import { decision } from "./decision.ts";
import { due } from "./due.ts";
import { explain } from "./explain.ts";
import { help } from "./help.ts";
import { insert } from "./insert.ts";
import { ready } from "./ready.ts";
import { recheck } from "./recheck.ts";
import { resolve } from "./resolve.ts";
import { skip } from "./skip.ts";
import { snooze } from "./snooze.ts";
import { waiting } from "./waiting.ts";

/** Every slash command, in the order of `/async help`. One file each, one page each in docs/commands. */
export const commands = [
  help,
  recheck,
  explain,
  skip,
  insert,
  ready,
  waiting,
  snooze,
  due,
  resolve,
  decision,
] as const;

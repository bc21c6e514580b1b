import { decision } from "./decision.ts";
import { due } from "./due.ts";
import { explain, help, insert, ready, recheck, unsnooze, waiting } from "./plain-commands.ts";
import { resolve } from "./resolve.ts";
import { skip } from "./skip.ts";
import { snooze } from "./snooze.ts";

/** Every slash command, in the order of `/async help`. One page each in docs/commands. */
export const commands = [
  help,
  recheck,
  explain,
  skip,
  insert,
  ready,
  waiting,
  snooze,
  unsnooze,
  due,
  resolve,
  decision,
] as const;

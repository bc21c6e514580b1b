import type { Words } from "../words.ts";
import { checks } from "./checks.ts";
import { commands } from "./commands.ts";
import { comment, decisions } from "./comment.ts";
import { config } from "./config.ts";
import { description } from "./description.ts";
import { findings } from "./findings.ts";
import { list, moment } from "./format.ts";
import { reminders } from "./reminders.ts";
import { review } from "./review.ts";
import { turns } from "./turns.ts";

/** The same in German. It says "du" to one person and "ihr" to several. */
export const german: Words = {
  list,
  moment,
  more: (count) => `Und ${count} weitere.`,
  moreInList: (count) => `und ${count} weitere`,
  checks,
  commands,
  comment,
  config,
  decisions,
  description,
  findings,
  reminders,
  review,
  turns,
};

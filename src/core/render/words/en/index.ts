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

/** All that the app writes on GitHub, in English. The other catalogues have its type. */
export const english = {
  list,
  moment,
  /** Below a table or list that was cut. */
  more: (count: number) => `And ${count} more.`,
  moreInList: (count: number) => `and ${count} more`,
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

import { type Command, parseNothing } from "./command.ts";

/** Lists the commands in the review check's summary. */
export const help: Command<null> = {
  name: "help",
  summary: "list the commands in this check's summary",
  usage: "/async help",
  who: "anyone",
  parse: parseNothing,
};

import { type Command, parseNothing } from "./command.ts";

/** It is the author's turn, whatever the conversation says. */
export const waiting: Command<null> = {
  name: "waiting",
  summary: "it is the author's turn",
  usage: "/async waiting",
  who: "participant",
  parse: parseNothing,
};

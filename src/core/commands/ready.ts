import { type Command, parseNothing } from "./command.ts";

/** It is the reviewers' turn, whatever the conversation says. */
export const ready: Command<null> = {
  name: "ready",
  summary: "it is the reviewers' turn",
  usage: "/async ready",
  who: "author-or-maintainer",
  parse: parseNothing,
};

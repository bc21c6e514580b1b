import { type Command, parseNothing } from "./command.ts";

/** Puts the missing sections into the pull request's body, once. */
export const insert: Command<null> = {
  name: "insert",
  summary: "put the missing sections into the description",
  usage: "/async insert",
  who: "author-or-maintainer",
  parse: parseNothing,
};

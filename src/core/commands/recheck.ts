import { type Command, parseNothing } from "./command.ts";

/** Looks at the pull request again and concludes the checks anew, once. */
export const recheck: Command<null> = {
  name: "recheck",
  summary: "look at the pull request again now",
  usage: "/async recheck",
  who: "author-or-maintainer",
  parse: parseNothing,
};

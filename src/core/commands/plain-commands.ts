import type { Command, Who } from "./command.ts";

/** Commands without an argument: whatever follows is a remark to the reader. What each does is in `command-state.ts`. */
const plain = (name: string, who: Who, summary: string): Command<null> => ({
  name,
  summary,
  usage: `/async ${name}`,
  who,
  parse: () => ({ ok: true, value: null }),
});

export const help = plain("help", "anyone", "list the commands in this check's summary");
export const recheck = plain("recheck", "author-or-maintainer", "look at the pull request again now");
export const explain = plain(
  "explain",
  "anyone",
  "say why the checks say what they say, with the effective config",
);
export const insert = plain(
  "insert",
  "author-or-maintainer",
  "put the missing sections into the description",
);
export const ready = plain("ready", "author-or-maintainer", "it is the reviewers' turn");
export const waiting = plain("waiting", "participant", "it is the author's turn");
export const unsnooze = plain("unsnooze", "participant", "let the clock go on that was snoozed");

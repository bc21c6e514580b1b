import type { Command } from "./command.ts";

/** Makes the description check neutral, with the reason; counts until the comment is deleted. */
export const skip: Command<string> = {
  name: "skip",
  summary: "let the description be as it is; the check becomes neutral and shows the reason",
  usage: "/async skip <reason>",
  who: "maintainer",
  parse: (argument) =>
    argument === ""
      ? { ok: false, message: "gives no reason. Add one, such as `/async skip hotfix for the outage`" }
      : { ok: true, value: argument },
};

import { type Command, parseNothing } from "./command.ts";

/** Says in the check's text why the checks say what they say, with the effective config. */
export const explain: Command<null> = {
  name: "explain",
  summary: "say why the checks say what they say, with the effective config",
  usage: "/async explain",
  who: "anyone",
  parse: parseNothing,
};

import { type DecisionText, splitDecision } from "../conversation/parse-decision.ts";
import type { Command } from "./command.ts";

/** Records a decision, like a comment that starts with `Decision:`. */
export const decision: Command<DecisionText> = {
  name: "decision",
  summary: "record a decision; lines with Options:, Reason: and Revisit: may follow",
  usage: "/async decision <what was decided>",
  who: "author-or-maintainer",
  parse: (argument, following) => {
    const value = splitDecision(`${argument}\n${following}`.trim());
    return value === null
      ? { ok: false, message: "says nothing. Write what was decided" }
      : { ok: true, value };
  },
};

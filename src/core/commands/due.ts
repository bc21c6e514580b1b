import type { Command } from "./command.ts";
import { expectSpan, parseDay, type Span } from "./parse-span.ts";

/** Says by when a review is needed. */
export const due: Command<Span> = {
  name: "due",
  summary: "say by when a review is needed",
  usage: "/async due <date or weekday>",
  who: "author-or-maintainer",
  parse: (argument) => expectSpan(argument, parseDay(argument), "a date such as `2026-11-30`, or a weekday"),
};

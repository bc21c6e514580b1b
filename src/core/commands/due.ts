import { readDay, type Span } from "../calendar/span.ts";
import type { Command } from "./command.ts";
import { expectSpan } from "./expect-span.ts";

/** Says by when a review is needed. */
export const due: Command<Span> = {
  name: "due",
  summary: "say by when a review is needed",
  usage: "/async due <date or weekday>",
  who: "author-or-maintainer",
  parse: (argument, _following, moment) =>
    expectSpan(argument, readDay(argument, moment), "a date such as `2026-11-30`, or a weekday", moment),
};

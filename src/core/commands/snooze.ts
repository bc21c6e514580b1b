import { readSpan, type Span } from "../calendar/span.ts";
import type { Command } from "./command.ts";
import { expectSpan } from "./expect-span.ts";

/** Stops the clock for a while. */
export const snooze: Command<Span> = {
  name: "snooze",
  summary: "stop the clock for a while",
  usage: "/async snooze <duration> | until <date or weekday>",
  who: "participant",
  parse: (argument, _following, moment) =>
    expectSpan(
      argument,
      readSpan(argument, moment),
      "a duration such as `1 business day`, or `until 2026-11-30`, or `until Thursday`",
      moment,
    ),
};

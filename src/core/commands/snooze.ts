import type { Command } from "./command.ts";
import { expectSpan, parseSpan, type Span } from "./parse-span.ts";

/** Stops the clock for a while. */
export const snooze: Command<Span> = {
  name: "snooze",
  summary: "stop the clock for a while",
  usage: "/async snooze <duration> | until <date or weekday>",
  who: "participant",
  parse: (argument) =>
    expectSpan(
      argument,
      parseSpan(argument),
      "a duration such as `1 business day`, or `until 2026-11-30`, or `until Thursday`",
    ),
};

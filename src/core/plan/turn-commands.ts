import { Temporal } from "temporal-polyfill";
import type { CommandsVerdict } from "../commands/evaluate-commands.ts";
import { due } from "../commands/due.ts";
import { type Given, givenOf } from "../commands/given.ts";
import type { Span } from "../commands/parse-span.ts";
import { ready } from "../commands/ready.ts";
import { snooze } from "../commands/snooze.ts";
import { waiting } from "../commands/waiting.ts";
import type { TurnsConfig } from "../config/schema-turns.ts";
import type { Instant } from "../pull-request.ts";
import { createCalendar } from "../turns/calendar/calendar.ts";
import { dueAt } from "../turns/calendar/due-at.ts";
import { parseDuration } from "../turns/calendar/parse-duration.ts";
import { parseDate } from "../turns/clock/parse-date.ts";
import { findPerson } from "../turns/find-person.ts";
import type { TurnCommands } from "../turns/turns-input.ts";

/** The accepted commands as the turns read them: spans become instants and dates on the speaker's own calendar. */
export function findTurnCommands({ accepted }: CommandsVerdict, config: TurnsConfig): TurnCommands {
  const moves = [...givenOf(accepted, ready), ...givenOf(accepted, waiting)].map((given) => ({
    command: given.command === ready ? ("ready" as const) : ("waiting" as const),
    at: given.at,
    by: given.by,
  }));
  const lastDue = givenOf(accepted, due).at(-1);
  const dueDate = lastDue ? toDate(lastDue, config) : null;
  return {
    moves,
    snoozes: givenOf(accepted, snooze).flatMap((given) => {
      const until = toUntil(given, config);
      return until === null ? [] : [{ at: given.at, by: given.by, until }];
    }),
    due: lastDue && dueDate !== null ? { at: lastDue.at, by: lastDue.by, date: dueDate } : null,
  };
}

/** The end of a snooze: a duration from when it was said, or the start of the day that was named. */
function toUntil(given: Given<Span>, config: TurnsConfig): Instant | null {
  const calendar = createCalendar(config.hours, findPerson(config.people, given.by));
  if (given.value.type === "duration") {
    const duration = parseDuration(given.value.duration);
    return duration === null ? null : dueAt(given.at, duration, calendar);
  }
  const date = toDate(given, config);
  if (date === null) return null;
  return Temporal.PlainDate.from(date).toZonedDateTime(calendar.timeZone).toInstant().toString();
}

/** The date that was meant, on the speaker's calendar. */
function toDate({ value, at, by }: Given<Span>, config: TurnsConfig): string | null {
  const calendar = createCalendar(config.hours, findPerson(config.people, by));
  if (value.type === "date") return value.date;
  if (value.type === "weekday") return parseDate(value.weekday, at, calendar.timeZone);
  const duration = parseDuration(value.duration);
  const instant = duration === null ? null : dueAt(at, duration, calendar);
  if (instant === null) return null;
  return Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString();
}

import { Command } from "commander";
import { Temporal } from "temporal-polyfill";
import { businessTimeBetween, dueAt } from "../core/calendar/business-time.ts";
import { type Calendar, createCalendar } from "../core/calendar/calendar.ts";
import { parseDuration } from "../core/calendar/duration.ts";
import type { TurnsConfig } from "../core/config/schema/turns-schema.ts";
import { english } from "../core/render/words/en/index.ts";
import { decideDue, findPerson } from "../core/turns/clock/decide-due.ts";
import { tellUsed } from "./checkout.ts";
import { formatOption, printJson, printLine, tell, UsageError } from "./print.ts";
import { configOptions, readConfig } from "./read-config.ts";
import { runCommand } from "./repository/run-command.ts";

interface Options {
  from: string;
  target?: string;
  config?: string | false;
  login?: string;
  label?: string[];
  format: "text" | "json";
}

const fail = (message: string): never => {
  throw new UsageError(message);
};

/**
 * An RFC 3339 instant. A wall time without an offset is refused, because it means a different instant to each
 * reader.
 */
function parseFrom(text: string): string {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    return fail(
      `--from can't be "${text}". Write an instant with an offset, such as "2026-11-23T10:00:00+01:00" or "2026-11-23T09:00:00Z".`,
    );
  }
}

function findDue(from: string, options: Options, turns: TurnsConfig, calendar: Calendar): string {
  const { target, label = [] } = options;
  const duration = target === undefined ? null : parseDuration(target);
  if (target !== undefined && duration === null)
    fail(
      `--target can't be "${target}". Write a duration such as "4 hours", "2 business hours" or "1 business day".`,
    );
  const due =
    duration === null
      ? decideDue(from, calendar, { labels: label, role: "reviewer", targets: turns.targets }).at
      : dueAt(from, duration, calendar);
  if (due !== null) return due;
  return fail(
    calendar.hasWorkingTime
      ? "The target is never reached, or not within 50 years; choose a shorter one, or shorter away periods."
      : "No day of the week has working hours, so the target is never reached; list days in turns.hours.days.",
  );
}

function printDue(options: Options): void {
  const from = parseFrom(options.from);
  const { config, found, isBroken } = readConfig(options.config);
  tellUsed(found === null ? [] : [found]);
  // An answer from a fallback value would look as if it came from the file.
  if (isBroken) {
    process.exitCode = 2;
    return;
  }
  const { turns } = config;
  const person = options.login === undefined ? undefined : findPerson(turns.people, options.login);
  const calendar = createCalendar(turns.hours, person);
  const dueInstant = findDue(from, options, turns, calendar);
  // Seconds make fractions of a minute; more than two decimals would be noise.
  const workingMinutes = Math.round(businessTimeBetween(from, dueInstant, calendar) * 100) / 100;
  const local = Temporal.Instant.from(dueInstant).toString({
    timeZone: calendar.timeZone,
    smallestUnit: "second",
  });
  if (options.format === "json") {
    printJson({ due: local, workingMinutes });
    return;
  }
  const isGiven = (person?.time_zone ?? turns.hours.time_zone) !== undefined;
  if (!isGiven) tell("No time zone is configured, so the hours are in UTC; set turns.hours.time_zone.");
  const minutes = Math.round(workingMinutes);
  const worked = `${minutes} working ${minutes === 1 ? "minute" : "minutes"} after the start`;
  printLine(`${local}  ${english.moment(dueInstant, calendar.timeZone)}, ${worked}`);
}

/** `async-review due`: when a turn is due that starts at an instant, in one person's working time. */
export function due(): Command {
  return new Command("due")
    .description("say when a turn that starts at some time is due, in business time")
    .requiredOption("--from <instant>", "when it starts, with a UTC offset")
    .option("--target <duration>", 'how long, e.g. "1 business day"; wins over --label')
    .option(...configOptions.file)
    .option(...configOptions.none)
    .option("--login <login>", "whose calendar (default: the team's)")
    .option("--label <labels...>", "labels of the pull request, whose targets win over the default")
    .addOption(formatOption())
    .action((options: Options) => runCommand(async () => printDue(options)));
}

import { Command } from "commander";
import { Temporal } from "temporal-polyfill";
import type { FailedSubject } from "../database/failed-subjects.ts";
import { loadEnvironment, readDatabaseEnvironment } from "../env.ts";
import type { Subject } from "../reconcile/ports.ts";
import { formatOption, printJson, printLine, UsageError } from "./print.ts";
import { runCommand } from "./repository/run-command.ts";

interface FailedOptions {
  all?: boolean;
  format: "text" | "json";
}

/**
 * `async-review failed list|retry`: lists what the server has given up after many tries, and why; gives it
 * another try.
 */
export function failed(): Command {
  return new Command("failed")
    .description("list what the server gave up on after many tries, or retry it")
    .addCommand(
      new Command("list")
        .description("list what the server gave up on, and why; exit 1 when there is anything")
        .addOption(formatOption())
        .action((options: FailedOptions) => runCommand(() => runList(options))),
    )
    .addCommand(
      new Command("retry")
        .description("retry it now, counting its tries from zero")
        .argument("[subject...]", "as `failed list` names them, such as owner/repo#1")
        .option("--all", "everything that the server gave up on")
        .addOption(formatOption())
        .action((names: string[], options: FailedOptions) => runCommand(() => runRetry(names, options))),
    );
}

async function runList({ format }: FailedOptions): Promise<void> {
  const database = await open();
  const subjects = await database.list();
  await database.close();
  for (const one of subjects) print(format, one, `${tries(one.attempts)}; the last: ${readWhy(one)}`);
  if (subjects.length === 0 && format === "text") printLine("Nothing has failed.");
  process.exitCode = subjects.length === 0 ? 0 : 1;
}

async function runRetry(names: string[], { all = false, format }: FailedOptions): Promise<void> {
  if (all === names.length > 0) {
    throw new UsageError("Name what to retry, such as owner/repo#1, or pass --all.");
  }
  const database = await open();
  const subjects = await database.list();
  const known = new Map(subjects.map((one) => [nameSubject(one.subject), one]));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    await database.close();
    throw new UsageError(
      `${new Intl.ListFormat("en").format(unknown)} ${unknown.length === 1 ? "hasn't" : "haven't"} failed; \`async-review failed list\` lists what has.`,
    );
  }
  for (const one of all ? subjects : names.flatMap((name) => known.get(name) ?? [])) {
    if (await database.retry(one.key, Temporal.Now.instant().epochMilliseconds))
      print(format, one, "due now");
  }
  await database.close();
}

async function open() {
  const where = readDatabaseEnvironment(loadEnvironment());
  const { openFailedSubjects } = await import("../database/failed-subjects.ts");
  return openFailedSubjects(where);
}

function print(format: "text" | "json", one: FailedSubject, words: string): void {
  const name = nameSubject(one.subject);
  const { kind, installationId } = one.subject;
  if (format === "text") printLine(`${name}  ${words}`);
  else printJson({ subject: name, kind, installationId, attempts: one.attempts, why: one.why });
}

/** The name under which `list` shows a subject and `retry` takes it. */
function nameSubject(subject: Subject): string {
  if (subject.kind === "installation") return `installation:${subject.installationId}`;
  const repository = `${subject.repository.owner}/${subject.repository.name}`;
  if (subject.kind === "repository") return repository;
  return subject.kind === "pull_request"
    ? `${repository}#${subject.number}`
    : `${repository}@${subject.headSha}`;
}

const tries = (count: number) => (count === 1 ? "1 try" : `${count} tries`);
const readWhy = ({ why }: FailedSubject) => why ?? "unknown";

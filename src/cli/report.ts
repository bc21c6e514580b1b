import { Command, Option } from "commander";
import { runCommand } from "./repository/run-command.ts";
import type { ReportOptions } from "./repository/run-report.ts";

/** `async-review report owner/repo…`: whether reviews get faster and calmer, from GitHub's own record. */
export function report(): Command {
  return new Command("report")
    .description(
      "measure whether reviews get faster and calmer, from GitHub's own record; write nothing there",
    )
    .argument("<repositories...>", "owner/repo")
    .option("--since <date>", "first day, such as 2026-01-31 (default: twelve weeks ago)")
    .option("--until <date>", "last day (default: today)")
    .option("--mark <date>", "compare the time before that day with the time from a week after it")
    .option(
      "--time-zone <zone>",
      "for days, weeks and working hours where no config names one (default: UTC)",
    )
    .addOption(
      new Option("--format <format>", "output format")
        .choices(["table", "json", "csv", "markdown", "html"])
        .default("table"),
    )
    .option("--output <file>", "write to a file instead of standard output")
    .action((repositories: string[], options: ReportOptions) =>
      runCommand(async () => {
        const { runReport } = await import("./repository/run-report.ts");
        await runReport(repositories, options);
      }),
    );
}

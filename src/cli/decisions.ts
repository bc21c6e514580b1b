import { Command } from "commander";
import { formatOption } from "./print.ts";
import { runCommand } from "./repository/run-command.ts";
import type { DecisionsOptions } from "./repository/run-decisions.ts";

/**
 * `async-review decisions owner/repo`: the decisions recorded in pull requests, as Markdown decision records.
 */
export function decisions(): Command {
  return new Command("decisions")
    .description("list the decisions recorded in open and merged pull requests, as Markdown decision records")
    .argument("<repository>", "owner/repo")
    .option("--since <date>", "only decisions from that day (UTC) on, such as 2026-01-31")
    .option(
      "--last <n>",
      "how many pull requests, most recently updated first (default: 100, or all with --since)",
    )
    .addOption(formatOption())
    .action((repository: string, options: DecisionsOptions) =>
      runCommand(async () => {
        const { runDecisions } = await import("./repository/run-decisions.ts");
        await runDecisions(repository, options);
      }),
    );
}

import { Command, Option } from "commander";
import { runCommand } from "./repository/run-command.ts";
import type { SimulateOptions } from "./repository/run-simulation.ts";

/**
 * `async-review simulate owner/repo`: what a config would have said about the last pull requests; nothing is
 * written.
 */
export function simulate(): Command {
  return new Command("simulate")
    .description("show what a config would have said about the last pull requests; write nothing there")
    .argument("<repository>", "owner/repo")
    .option("--last <n>", "how many pull requests, newest first", "50")
    .option("--config <file>", "a config to try instead of the repository's own")
    .addOption(
      new Option("--format <format>", "output format").choices(["text", "json", "markdown"]).default("text"),
    )
    .action((repository: string, options: SimulateOptions) =>
      runCommand(async () => {
        const { runSimulation } = await import("./repository/run-simulation.ts");
        await runSimulation(repository, options);
      }),
    );
}

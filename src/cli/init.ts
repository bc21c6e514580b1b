import { Command, Option } from "commander";
import { type InitOptions, runInit } from "./init/run-init.ts";
import { runCommand } from "./repository/run-command.ts";

/** `async-review init`: a repository's first config, template and workflow, and what they would have said. */
export function init(): Command {
  return new Command("init")
    .description(
      "write a repository's first config, its template if it has none, and what would have been said",
    )
    .option("--action", "write the workflow too, which needs no server")
    .option("--force", "write over the config and the workflow that are there")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .action((options: InitOptions) => runCommand(() => runInit(options)));
}

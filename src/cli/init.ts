import { Command, Option } from "commander";
import { type InitOptions, runInit } from "./init/run-init.ts";
import { runCommand } from "./repository/run-command.ts";

/** `async-review init`: a repository's first config, template and workflow, and what they would have said. */
export function init(): Command {
  return new Command("init")
    .description(
      "write a first config, and a template if there is none; try the config on recent pull requests",
    )
    .option("--action", "also write a workflow, which needs no server")
    .option("--force", "overwrite the config and the workflow")
    .addOption(new Option("--format <format>", "output format").choices(["text", "json"]).default("text"))
    .action((options: InitOptions) => runCommand(() => runInit(options)));
}

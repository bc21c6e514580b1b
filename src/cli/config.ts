import { Command } from "commander";
import { configCheckCommand } from "./config/config-check.ts";
import { configInitCommand } from "./config/config-init.ts";
import { configSchemaCommand } from "./config/config-schema.ts";
import { configShowCommand } from "./config/config-show.ts";

/** `async-review config check|show|init|schema`. */
export function configCommand(): Command {
  const config = new Command("config").description("check, show or write .github/async.yml");
  // Wrong usage is 2 here too: settings are not inherited by commands that are added ready-made.
  for (const command of [configCheckCommand, configShowCommand, configInitCommand, configSchemaCommand])
    config.addCommand(command().exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2)));
  return config.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
}

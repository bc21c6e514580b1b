import { Command, Option } from "commander";
import { renderJsonSchema } from "../core/config/schema/json-schema.ts";
import { configCheckCommand } from "./config/config-check.ts";
import { configInitCommand } from "./config/config-init.ts";
import { configShowCommand } from "./config/config-show.ts";
import { printJson, printText } from "./print.ts";

/** `async-review config check|show|init|schema`. */
export function configCommand(): Command {
  const config = new Command("config").description("check, show or write .github/async.yml");
  // Wrong usage must exit with 2 here too, but `addCommand` passes no settings on.
  for (const command of [configCheckCommand, configShowCommand, configInitCommand, configSchemaCommand])
    config.addCommand(command().exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2)));
  return config.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
}

/** `config schema`: the JSON schema (draft 2020-12) of async.yml. */
const configSchemaCommand = (): Command =>
  new Command("schema")
    .description("print the JSON schema of async.yml")
    .addOption(
      new Option("--format <format>", "output format: indented, or on one line")
        .choices(["text", "json"])
        .default("text"),
    )
    .action(({ format }: { format: "text" | "json" }) => {
      if (format === "json") printJson(renderJsonSchema());
      else printText(`${JSON.stringify(renderJsonSchema(), null, 2)}\n`);
    });

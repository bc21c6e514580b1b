import { Command, Option } from "commander";
import { renderJsonSchema } from "../../core/config/schema/json-schema.ts";
import { printJson, printText } from "../print.ts";

/** `config schema`: the JSON schema (draft 2020-12) of async.yml. */
export const configSchemaCommand = (): Command =>
  new Command("schema")
    .description("print the JSON schema of async.yml")
    .addOption(
      new Option("--format <format>", "on many lines, or on one").choices(["text", "json"]).default("text"),
    )
    .action(({ format }: { format: "text" | "json" }) => {
      if (format === "json") printJson(renderJsonSchema());
      else printText(`${JSON.stringify(renderJsonSchema(), null, 2)}\n`);
    });

import { Command, Option } from "commander";
import { renderTemplate } from "../core/render/template.ts";
import { printJson, printText } from "./print.ts";
import { readConfig } from "./read-config.ts";
import { tryReading } from "./read-input.ts";

/** `async-review template`: the pull request template that a config asks for. */
export function template(): Command {
  return new Command("template")
    .description("print the pull request template that the config asks for")
    .option("--config <file>", "an async.yml; the defaults without one")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .action(({ config, format }: { config?: string; format: "text" | "json" }) => {
      process.exitCode = runTemplate(config, format);
    });
}

function runTemplate(file: string | undefined, format: "text" | "json"): number {
  const config = tryReading(() => readConfig(file));
  if (config === null) return 2;
  const rendered = renderTemplate(config.config.description);
  if (format === "json") printJson({ template: rendered });
  else printText(rendered);
  return config.isBroken ? 2 : 0;
}

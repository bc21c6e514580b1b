import { Command } from "commander";
import { renderTemplate } from "../core/render/template.ts";
import { catalogues } from "../core/render/words/index.ts";
import { tellUsed } from "./checkout.ts";
import { formatOption, printJson, printText } from "./print.ts";
import { configOptions, readConfig } from "./read-config.ts";
import { tryReading } from "./read-input.ts";

/** `async-review template`: the pull request template that a config asks for. */
export function template(): Command {
  return new Command("template")
    .description("print the pull request template that the config asks for")
    .option(...configOptions.file)
    .option(...configOptions.none)
    .addOption(formatOption())
    .action(({ config, format }: { config?: string | false; format: "text" | "json" }) => {
      process.exitCode = runTemplate(config, format);
    });
}

function runTemplate(file: string | false | undefined, format: "text" | "json"): number {
  const config = tryReading(() => readConfig(file));
  if (config === null) return 2;
  tellUsed(config.found === null ? [] : [config.found]);
  const rendered = renderTemplate(config.config.description, catalogues[config.config.language]);
  if (format === "json") printJson({ template: rendered });
  else printText(rendered);
  return config.isBroken ? 2 : 0;
}

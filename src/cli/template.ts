import { Command, Option } from "commander";
import { resolveConfig } from "../core/config/effective.ts";
import { renderTemplate } from "../core/description/render-template.ts";
import { readInput, UnreadableInputError } from "./read-input.ts";

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
  try {
    const text = file === undefined ? null : readInput(file);
    const { config, problems } = resolveConfig({ base: text, defaultBranch: text, organisation: null });
    for (const { place, level, message } of problems) {
      console.error(`${file}:${place.line}:${place.column}: ${level}: ${message}`);
    }
    const rendered = renderTemplate(config.description);
    if (format === "json") console.log(JSON.stringify({ template: rendered }));
    else process.stdout.write(rendered);
    return problems.some(({ level }) => level === "error") ? 2 : 0;
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    console.error(error.message);
    return 2;
  }
}

import { Command, Option } from "commander";
import { type EffectiveConfig, formatProblem } from "../../core/config/effective.ts";
import { listLeaves, toTree } from "../../core/config/layers.ts";
import { renderEffectiveConfig, sourceOf } from "../../core/render/effective-config.ts";
import { printJson, printText, tell } from "../print.ts";
import { resolveFiles } from "./config-files.ts";
import { english } from "../../core/render/words/en/index.ts";

interface Options {
  organisation?: string;
  format: "yaml" | "json";
}

/** One value per line: `{"path", "value", "source"}`. */
function printLeaves(effective: EffectiveConfig): void {
  for (const { path, value } of listLeaves(toTree(effective.config)))
    printJson({ path: path.join("."), value, source: sourceOf(effective, path, value) });
}

function show(file: string | undefined, { organisation, format }: Options): void {
  const effective = resolveFiles(file, organisation);
  if (effective === null) return;
  if (format === "json") printLeaves(effective);
  else printText(renderEffectiveConfig(effective, english));
  for (const problem of effective.problems) tell(formatProblem(problem));
  if (effective.problems.some(({ level }) => level === "error")) process.exitCode = 1;
}

/**
 * `config show [FILE]`: the effective config as YAML, each line with its source. Problems go to standard
 * error (exit 1).
 */
export const configShowCommand = (): Command =>
  new Command("show")
    .description("print the effective config, and where each value comes from")
    .argument("[file]", "the config, - for standard input (default: .github/async.yml)")
    .option("--organisation <file>", "the organisation's config, which this one overrides")
    .addOption(
      new Option("--format <format>", "output format: YAML, or one JSON object per value")
        .choices(["yaml", "json"])
        .default("yaml"),
    )
    .action(show);

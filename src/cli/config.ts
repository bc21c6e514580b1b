import { existsSync } from "node:fs";
import { Command, Option } from "commander";
import { type ConfigProblem, type EffectiveConfig, levelInItsFile } from "../core/config/effective.ts";
import { listLeaves, toTree } from "../core/config/layers.ts";
import { renderJsonSchema } from "../core/config/schema/json-schema.ts";
import { draftConfig } from "../core/description/draft/draft-config.ts";
import { renderEffectiveConfig, sourceOf } from "../core/render/effective-config.ts";
import { english } from "../core/render/words/en/index.ts";
import { findConfig, fromHere, usualConfig, writeFile } from "./checkout.ts";
import { listTemplates } from "./list-templates.ts";
import { countOf, formatOption, printFinding, printJson, printLine, printText, tell } from "./print.ts";
import { readConfigFile, resolveFiles, tellProblems } from "./read-config.ts";
import { readInput, tryReading } from "./read-input.ts";

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

interface CheckOptions {
  organisation?: string;
  format: "text" | "json";
}

function printProblem(problem: ConfigProblem): void {
  const { file, place, message, fallback } = problem;
  const words = [message, fallback].filter(Boolean).join(" ");
  printFinding({ file, ...place, level: levelInItsFile(problem), message: words, rule: "config" });
}

const printProblemJson = (problem: ConfigProblem) =>
  printJson({
    file: problem.file,
    source: problem.source,
    line: problem.place.line,
    column: problem.place.column,
    level: levelInItsFile(problem),
    message: problem.message,
    fallback: problem.fallback,
  });

function check(file: string | undefined, { organisation, format }: CheckOptions): void {
  const effective = resolveGiven(file, organisation);
  if (effective === null) return;
  const { problems, files } = effective;
  const names = files.join(" and ");
  const errors = problems.filter((problem) => levelInItsFile(problem) === "error").length;
  for (const problem of problems) (format === "json" ? printProblemJson : printProblem)(problem);
  if (format === "text")
    printLine(
      problems.length === 0
        ? `${names} ${files.length === 1 ? "is" : "are"} fine.`
        : `${names}: ${countOf(errors, "error")}, ${countOf(problems.length - errors, "warning")}`,
    );
  if (errors > 0) process.exitCode = 1;
}

/**
 * `config check [FILE]`: every problem of a config with its place. Exit 1 for an error, 2 when a file can't
 * be read.
 */
const configCheckCommand = (): Command =>
  new Command("check")
    .description("check a config; exit 1 when it has an error")
    .argument("[file]", "the config, - for standard input (default: .github/async.yml)")
    .option("--organisation <file>", "the organisation's config, which this one overrides")
    .addOption(formatOption())
    .action(check);

interface ShowOptions {
  organisation?: string;
  format: "yaml" | "json";
}

/** One value per line: `{"path", "value", "source"}`. */
function printLeaves(effective: EffectiveConfig): void {
  for (const { path, value } of listLeaves(toTree(effective.config)))
    printJson({ path: path.join("."), value, source: sourceOf(effective, path, value) });
}

function show(file: string | undefined, { organisation, format }: ShowOptions): void {
  const effective = resolveGiven(file, organisation);
  if (effective === null) return;
  if (format === "json") printLeaves(effective);
  else printText(renderEffectiveConfig(effective, english));
  if (tellProblems(effective)) process.exitCode = 1;
}

/**
 * `config show [FILE]`: the effective config as YAML, each line with its source. Problems go to standard
 * error (exit 1).
 */
const configShowCommand = (): Command =>
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

interface InitOptions {
  template?: string[];
  force?: true;
}

function refuse(message: string): void {
  tell(message);
  process.exitCode = 2;
}

function write(path: string, text: string, force: boolean): void {
  try {
    writeFile(path, text, { force });
  } catch (error) {
    refuse(`async-review: ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function init(file: string | undefined, { template, force }: InitOptions): void {
  const path = file ?? usualConfig();
  if (path !== "-" && force !== true && existsSync(path)) {
    refuse(`async-review: ${path} exists; name another file, or overwrite it with --force.`);
    return;
  }
  const templates = (template ?? listTemplates(fromHere())).map((from) => ({
    path: from,
    text: readText(from),
  }));
  const readable = templates.flatMap(({ path: from, text }) => (text === null ? [] : [{ path: from, text }]));
  if (readable.length < templates.length) return;
  const draft = draftConfig(readable);
  if (path === "-") {
    printText(draft);
    return;
  }
  write(path, draft, force === true);
  if (process.exitCode !== 2) printLine(`Wrote ${path}. Look it over, then commit it.`);
}

/**
 * `config init [FILE]`: a first config from the repository's pull request template. Overwrites no file
 * without `--force`.
 */
const configInitCommand = (): Command =>
  new Command("init")
    .description("write a first config from the pull request template")
    .argument("[file]", "where to, - for standard output (default: .github/async.yml)")
    .option("--template <file...>", "the template (default: wherever GitHub looks for one)")
    .option("--force", "overwrite an existing file")
    .action(init);

/**
 * A file's text (`-` is standard input). Null when it cannot be read, after saying so on standard error and
 * setting exit code 2.
 */
const readText = (path: string): string | null => tryReading(() => readInput(path));

/**
 * The effective config of files on disk, and which files those are. Without a path, the repository's config
 * is used if it exists or no other file was given. Null when a file can't be read, after saying so of each
 * and setting exit code 2.
 */
function resolveGiven(
  path: string | undefined,
  organisation: string | undefined,
): (EffectiveConfig & { files: string[] }) | null {
  const repository = path ?? findConfig();
  if (repository === null && organisation === undefined) {
    refuse(
      `async-review: There is no ${usualConfig()}; name a file, or write one with \`async-review init\`.`,
    );
    return null;
  }
  const paths = [repository, organisation].filter((path) => path != null);
  // Reads both before it gives up, so that one run names every file that can't be read.
  const files = paths.flatMap((path) => tryReading(() => readConfigFile(path)) ?? []);
  if (files.length < paths.length) return null;
  const find = (path: string | null | undefined) => files.find((file) => file.path === path) ?? null;
  return { ...resolveFiles(find(repository), find(organisation)), files: paths };
}

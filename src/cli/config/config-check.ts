import { Command, Option } from "commander";
import type { ConfigProblem } from "../../core/config/effective.ts";
import { countOf, printFinding, printJson, printLine } from "../print.ts";
import { resolveFiles } from "./config-files.ts";

interface Options {
  organisation?: string;
  format: "text" | "json";
}

/** As in the pull request that changes the file, an unknown key is an error here. */
const levelOf = (problem: ConfigProblem) => (problem.isUnknownKey === true ? "error" : problem.level);

function printProblem(problem: ConfigProblem): void {
  const { file, place, message, fallback } = problem;
  const words = [message, fallback].filter(Boolean).join(" ");
  printFinding({ file, ...place, level: levelOf(problem), message: words, rule: "config" });
}

const printProblemJson = (problem: ConfigProblem) =>
  printJson({
    file: problem.file,
    source: problem.source,
    line: problem.place.line,
    column: problem.place.column,
    level: levelOf(problem),
    message: problem.message,
    fallback: problem.fallback,
  });

function check(file: string | undefined, { organisation, format }: Options): void {
  const effective = resolveFiles(file, organisation);
  if (effective === null) return;
  const { problems, files } = effective;
  const names = files.join(" and ");
  const errors = problems.filter((problem) => levelOf(problem) === "error").length;
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
 * `config check [FILE]`: every problem of a config with its place. Exit 1 when one is an error, 2 when a file
 * cannot be read.
 */
export const configCheckCommand = (): Command =>
  new Command("check")
    .description("check a config; exit 1 when it has an error")
    .argument("[file]", "the config, - for standard input (default: .github/async.yml)")
    .option("--organisation <file>", "the organisation's config, which this one overrides")
    .addOption(new Option("--format <format>", "output format").choices(["text", "json"]).default("text"))
    .action(check);

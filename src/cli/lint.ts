import { Command, Option } from "commander";
import { concludeDescription } from "../core/description/conclude-description.ts";
import type { DescriptionVerdict } from "../core/description/description.ts";
import { evaluateDescription } from "../core/description/evaluate-description.ts";
import { parseDescription } from "../core/description/parse-description.ts";
import { hasGivenUp } from "../core/description/parsed-description.ts";
import { type ChangedFiles, noChangedFiles, parseChangedFiles } from "./changed-files.ts";
import { printFinding, printJson } from "./print.ts";
import { readConfig } from "./read-config.ts";
import { readInput, tryReading } from "./read-input.ts";

interface LintOptions {
  config?: string;
  title?: string;
  changedFiles?: string;
  template?: string[];
  format: "text" | "json";
}

interface Context {
  config: ReturnType<typeof readConfig>;
  changed: ChangedFiles;
  templates: string[];
  title: string;
}

/** `async-review lint [body.md…]`: the description check without GitHub. */
export function lint(): Command {
  return new Command("lint")
    .description("check descriptions against a config")
    .argument("[files...]", "the descriptions; - is standard input, which is also read when no file is given")
    .option("--config <file>", "an async.yml; the defaults without one")
    .option("--title <title>", "the pull request's title")
    .option("--changed-files <file>", "lines of `git diff --numstat`, or paths")
    .option("--template <file>", "the repository's template; can be repeated", collect)
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .action((files: string[], options: LintOptions) => {
      process.exitCode = runLint(files.length === 0 ? ["-"] : files, options);
    });
}

const collect = (value: string, before: string[] = []) => [...before, value];

/** Exit code: 0 fine, 1 a finding of level error, 2 something could not be read. */
function runLint(files: string[], options: LintOptions): number {
  const context = tryReading(() => readContext(options));
  if (context === null) return 2;
  let code = context.config.isBroken ? 2 : 0;
  for (const file of files) {
    const body = tryReading(() => readInput(file));
    if (body === null) {
      code = 2;
      continue;
    }
    const verdict = judge(body, context);
    const isOk = verdict.findings.every(({ level }) => level !== "error");
    if (!isOk && code === 0) code = 1;
    const { enforcement } = context.config.config;
    if (options.format === "json") printVerdictJson(file, verdict, isOk, enforcement);
    else printVerdict(file, verdict);
  }
  return code;
}

function readContext(options: LintOptions): Context {
  const config = readConfig(options.config);
  return {
    config,
    changed:
      options.changedFiles === undefined
        ? noChangedFiles
        : parseChangedFiles(readInput(options.changedFiles)),
    templates: (options.template ?? []).map(readInput),
    title: options.title ?? "",
  };
}

function judge(body: string, { config, changed, templates, title }: Context): DescriptionVerdict {
  return evaluateDescription({
    parsed: parseDescription(body),
    templates: templates
      .map(parseDescription)
      .flatMap((template) => (hasGivenUp(template) ? [] : [template])),
    title,
    body,
    author: "",
    labels: [],
    isDraft: false,
    inMergeQueue: false,
    baseRef: "",
    ...changed,
    config: config.config.description,
  });
}

/** The keys and their order are a contract (`lint` on the command-line page). */
function printVerdictJson(
  file: string,
  verdict: DescriptionVerdict,
  ok: boolean,
  enforcement: "advise" | "block",
): void {
  const conclusion = concludeDescription(verdict, { enforcement });
  const sections = verdict.sections.map(({ id, heading, line, status, level }) => ({
    id,
    heading,
    line,
    status,
    level,
  }));
  const findings = verdict.findings.map(({ rule, level, section, message, hint, line }) => ({
    rule,
    level,
    section,
    message,
    hint,
    line,
  }));
  printJson({ file, ok, conclusion, exempt: verdict.exempt, sections, findings });
}

function printVerdict(file: string, { findings }: DescriptionVerdict): void {
  for (const { rule, level, message, line } of findings)
    printFinding({ file, line: line ?? 1, column: 1, level, message, rule });
}

import { Command, Option } from "commander";
import { findEnforcement } from "../core/config/effective.ts";
import { concludeDescription, type DescriptionVerdict } from "../core/description/description.ts";
import { evaluateDescription } from "../core/description/evaluate-description.ts";
import { parseDescription } from "../core/description/parse-description.ts";
import { isUnread } from "../core/description/parts.ts";
import type { Conclusion } from "../core/planned.ts";
import { wordFinding } from "../core/render/finding.ts";
import { english } from "../core/render/words/en/index.ts";
import { tellUsed } from "./checkout.ts";
import { type Context, type ContextOptions, readContext } from "./lint/read-context.ts";
import { countOf, printFinding, printJson, printLine, printWorkflowCommand } from "./print.ts";
import { configOptions } from "./read-config.ts";
import { readInput, tryReading } from "./read-input.ts";
import { runCommand } from "./repository/run-command.ts";

interface LintOptions extends ContextOptions {
  pr?: string;
  strict?: true;
  format: LintFormat;
}

/** `async-review lint [body.md…]`: the description check on this machine. */
export function lint(): Command {
  return new Command("lint")
    .description("check pull request descriptions")
    .argument("[files...]", "the descriptions; - is standard input, also the default")
    .option(...configOptions.file)
    .option(...configOptions.none)
    .option("--organisation <file>", "the organisation's config, which this one overrides")
    .option(
      "--pr <owner/repo#1>",
      "check a pull request on GitHub, with everything known about it (needs a token)",
    )
    .option("--title <title>", "the pull request's title")
    .option("--author <login>", "who opens it")
    .option("--label <label>", "one of its labels; can be repeated", collect)
    .option("--draft", "treat it as a draft")
    .option(
      "--template <file>",
      "a template of the repository; can be repeated (default: all of them)",
      collect,
    )
    .option("--base <branch>", "compare with this branch (default: the default branch)")
    .option(
      "--changed-files <file>",
      "what changed: lines of `git diff --numstat`, or paths (default: ask Git)",
    )
    .option("--no-git", "don't ask Git what changed")
    .option("--strict", "exit 1 on warnings too")
    .addOption(
      new Option("--format <format>", "output format; github prints annotations for a workflow run")
        .choices(["text", "json", "github"])
        .default("text"),
    )
    .action((files: string[], options: LintOptions) => runCommand(() => runLint(files, options)));
}

const collect = (value: string, before: string[] = []) => [...before, value];

/** Exit code: 0 fine, 1 a finding of level error (strict: any finding), 2 something could not be read. */
async function runLint(files: string[], options: LintOptions): Promise<void> {
  const { pr } = options;
  const observation = pr === undefined ? null : await observe(pr);
  const context = tryReading(() => readContext(options, observation));
  if (context === null) return;
  tellUsed(context.used, context.note);
  const judged: Judged[] = [];
  const judgeNext = (file: string, body: string) => {
    const next = judge(file, body, context);
    printers[options.format](next);
    judged.push(next);
  };
  if (pr !== undefined && observation !== null && files.length === 0)
    judgeNext(pr, observation.pullRequest.body);
  else
    for (const file of files.length === 0 ? ["-"] : files) {
      const body = tryReading(() => readInput(file));
      if (body !== null) judgeNext(file, body);
    }
  if (options.format === "text") printSummary(judged);
  const isFine = ({ ok, verdict }: Judged) => (options.strict ? verdict.findings.length === 0 : ok);
  if (context.effective.isBroken) process.exitCode = 2;
  else if (process.exitCode !== 2) process.exitCode = judged.every(isFine) ? 0 : 1;
}

const observe = async (pullRequest: string) =>
  (await import("./repository/connect.ts")).readPullRequest(pullRequest);

function judge(file: string, body: string, { effective, templates, facts, createdAt }: Context): Judged {
  const verdict = evaluateDescription({
    ...facts,
    body,
    parsed: parseDescription(body),
    templates: templates.map(parseDescription).flatMap((template) => (isUnread(template) ? [] : [template])),
    config: effective.config.description,
  });
  const conclusion = concludeDescription(verdict, { enforcement: findEnforcement(effective, createdAt) });
  return { file, verdict, ok: verdict.findings.every(({ level }) => level !== "error"), conclusion };
}

/** One judged description. */
interface Judged {
  /** As it was named; `-` for standard input. */
  file: string;
  verdict: DescriptionVerdict;
  /** No finding of level error. */
  ok: boolean;
  /** What the check run would say. */
  conclusion: Conclusion;
}

type LintFormat = "text" | "json" | "github";

const printers: Record<LintFormat, (judged: Judged) => void> = {
  text: printVerdict,
  json: printVerdictJson,
  github: printAnnotations,
};

/** The keys and their order are a contract. */
function printVerdictJson({ file, verdict, ok, conclusion }: Judged): void {
  const sections = verdict.sections.map(({ id, writtenHeading: heading, line, status, level }) => ({
    id,
    heading,
    line,
    status,
    level,
  }));
  const findings = verdict.findings.map(({ rule, level, section, line, seen }) => {
    const { message, hint } = wordFinding({ seen }, english);
    return { rule, level, section, message, hint, line };
  });
  printJson({ file, ok, conclusion, exempt: describeExemption(verdict), sections, findings });
}

function printVerdict({ file, verdict }: Judged): void {
  for (const { rule, level, line, seen } of verdict.findings)
    printFinding({ file, line, column: 1, level, message: wordFinding({ seen }, english).message, rule });
  const exempt = describeExemption(verdict);
  if (exempt !== null) printLine(`${file}  not checked: ${exempt}`);
}

/** As annotations of a workflow run. Names a file only where GitHub can show one. */
function printAnnotations({ file, verdict }: Judged): void {
  const isFile = file !== "-" && !file.includes("#");
  for (const { rule, level, line, seen } of verdict.findings) {
    const place = isFile ? { file, ...(line === null ? {} : { line }) } : {};
    const { message } = wordFinding({ seen }, english);
    printWorkflowCommand(level, { ...place, title: `async-review: ${rule}` }, message);
  }
  const exempt = describeExemption(verdict);
  if (exempt !== null) printWorkflowCommand("notice", {}, `Not checked: ${exempt}`);
}

const describeExemption = ({ exempt }: DescriptionVerdict) =>
  exempt === null ? null : english.description.exemption(exempt);

/** The last line: `2 descriptions: 1 error, 0 warnings`. */
function printSummary(judged: readonly Judged[]): void {
  if (judged.length === 0) return;
  const findings = judged.flatMap(({ verdict }) => verdict.findings);
  const errors = findings.filter(({ level }) => level === "error").length;
  const said =
    findings.length === 0
      ? "complete"
      : `${countOf(errors, "error")}, ${countOf(findings.length - errors, "warning")}`;
  const exempt = judged.filter(({ verdict }) => verdict.exempt !== null).length;
  const parts =
    exempt === judged.length ? ["not checked"] : exempt === 0 ? [said] : [said, `${exempt} not checked`];
  printLine(`${countOf(judged.length, "description")}: ${parts.join(", ")}`);
}

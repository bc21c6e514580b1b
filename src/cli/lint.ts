import { Command, Option } from "commander";
import { concludeDescription, hasGivenUp } from "../core/description/description.ts";
import { evaluateDescription } from "../core/description/evaluate-description.ts";
import { parseDescription } from "../core/description/parse-description.ts";
import { findEnforcement } from "../core/plan/judge/judge-description.ts";
import { tellUsed } from "./checkout.ts";
import { type Judged, type LintFormat, printers, printSummary } from "./lint/print-verdict.ts";
import { type Context, type ContextOptions, readContext } from "./lint/read-context.ts";
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

/** Imported only when it runs, so that everything else starts without a GitHub client. */
const observe = async (pullRequest: string) =>
  (await import("./repository/read-pull-request.ts")).readPullRequest(pullRequest);

function judge(file: string, body: string, { effective, templates, facts, createdAt }: Context): Judged {
  const verdict = evaluateDescription({
    ...facts,
    body,
    parsed: parseDescription(body),
    templates: templates
      .map(parseDescription)
      .flatMap((template) => (hasGivenUp(template) ? [] : [template])),
    config: effective.config.description,
  });
  const conclusion = concludeDescription(verdict, { enforcement: findEnforcement(effective, createdAt) });
  return { file, verdict, ok: verdict.findings.every(({ level }) => level !== "error"), conclusion };
}

import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { Command } from "commander";
import { resolveConfig } from "../core/config/effective.ts";
import { draftConfig } from "../core/description/draft/draft-config.ts";
import { home } from "../core/home.ts";
import { configPath } from "../core/observation.ts";
import { renderTemplate } from "../core/render/template.ts";
import { catalogues } from "../core/render/words/index.ts";
import { renderSimulationText, type Simulation } from "../core/report/simulation.ts";
import { GitHubError } from "../reconcile/github-error.ts";
import { findRoot, fromHere, writeFile } from "./checkout.ts";
import { findOrigin } from "./git.ts";
import { listTemplates } from "./list-templates.ts";
import { formatOption, printJson, printLine, printText, tell } from "./print.ts";
import { readInput } from "./read-input.ts";
import { runCommand } from "./repository/run-command.ts";

/** `async-review init`: a repository's first config, template and workflow, and what they would have said. */
export function init(): Command {
  return new Command("init")
    .description(
      "write a first config, and a template if there is none; try the config on recent pull requests",
    )
    .option("--action", "also write a workflow, which needs no server")
    .option("--force", "overwrite the config and the workflow")
    .addOption(formatOption())
    .action((options: InitOptions) => runCommand(() => runInit(options)));
}

interface InitOptions {
  action?: boolean;
  force?: boolean;
  format: "text" | "json";
}

const templatePath = ".github/pull_request_template.md";
const last = 50;

/**
 * Writes the files that the repository lacks, keeps the others, and says what the last pull requests would
 * have got. Exit 0: something was written; 2: everything is there already. Throws UnreadableInputError for a
 * template or config that cannot be read.
 */
async function runInit({ action = false, force = false, format }: InitOptions): Promise<void> {
  const root = findRoot();
  const templates = listTemplates(root).map((path) => ({
    path: relative(root, path),
    text: readInput(path),
  }));
  const hasConfig = existsSync(join(root, configPath)) && !force;
  const config = hasConfig ? readInput(join(root, configPath)) : draftConfig(templates);
  const files = [
    { path: configPath, text: config, isKept: hasConfig },
    ...(templates.length > 0 ? [] : [{ path: templatePath, text: renderFor(config), isKept: false }]),
    ...(action
      ? [{ path: workflowPath, text: workflow, isKept: existsSync(join(root, workflowPath)) && !force }]
      : []),
  ];
  const wanted = files.filter(({ isKept }) => !isKept);
  for (const { path, text } of wanted) writeFile(join(root, path), text, { force });
  const [written, kept] = [wanted, files.filter(({ isKept }) => isKept)].map((some) =>
    some.map(({ path }) => fromHere(path)),
  ) as [string[], string[]];
  if (format === "text") for (const path of written) printLine(`Wrote ${path}.`);
  for (const path of kept) tell(`Kept ${path}; overwrite it with --force.`);
  const simulation = await trySimulation(config);
  if (format === "json") printJson({ written, kept, simulation: simulation && toTotals(simulation) });
  else printRest(written, action, simulation);
  process.exitCode = written.length > 0 ? 0 : 2;
}

function renderFor(config: string): string {
  const texts = { base: config, defaultBranch: null, organisation: null };
  const { description, language } = resolveConfig(texts).config;
  return renderTemplate(description, catalogues[language]);
}

/**
 * What this config would have said about the last pull requests. Null when it can't be tried; if the checkout
 * belongs to this GitHub, standard error says why.
 */
async function trySimulation(text: string): Promise<Simulation | null> {
  const { findToken, findWebUrl } = await import("./repository/command-environment.ts");
  const repository = findOrigin();
  if (repository?.host !== findWebUrl().host) return null;
  if (findToken() === null) {
    tell(
      `Set GITHUB_TOKEN, or run \`gh auth login\`, to see what the last ${last} pull requests would have got.`,
    );
    return null;
  }
  const { simulateRepository } = await import("./repository/run-simulation.ts");
  try {
    return await simulateRepository(repository, { count: last, text });
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    tell(`Couldn't try the config on the last ${last} pull requests: ${error.message}`);
    return null;
  }
}

const toTotals = ({ pullRequests, ...totals }: Simulation) => ({
  pullRequests: pullRequests.length,
  ...totals,
});

function printRest(written: readonly string[], action: boolean, simulation: Simulation | null): void {
  if (simulation !== null) printText(`\n${renderSimulationText(simulation)}\n\n`);
  if (written.length === 0) return;
  printLine(
    action
      ? "Next: commit this to the default branch; from then on the workflow checks every pull request."
      : `Next: commit this, then install the App, or add a workflow with \`async-review init --action\`. Which one? ${choosing}`,
  );
}

const choosing = `https://github.com/${home}/blob/main/docs/choose.md`;

const workflowPath = ".github/workflows/async-review.yml";

/** The workflow that runs the Action. `docs/examples/async-review.yml` is the same (a test compares). */
export const workflow = `name: async-review

on:
  pull_request_target:
    types:
      - opened
      - edited
      - synchronize
      - reopened
      - closed
      - ready_for_review
      - converted_to_draft
      - labeled
      - unlabeled
      - review_requested
      - review_request_removed
  pull_request_review:
  pull_request_review_comment:
  issue_comment:
  merge_group:
  schedule:
    - cron: "23 * * * 1-5" # reminders, and changes without an event
  workflow_dispatch:

permissions:
  contents: read
  checks: write
  issues: read
  pull-requests: write
  statuses: read

# Runs that remind go one at a time. Every other run has a group of its own, so that none is dropped.
concurrency: async-review-\${{ contains(fromJSON('["schedule", "workflow_dispatch"]'), github.event_name) && 'sweep' || github.run_id }}

jobs:
  async-review:
    if: github.event_name != 'issue_comment' || github.event.issue.pull_request
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      # No code of the pull request is checked out or run.
      - uses: ${home}@v1
`;

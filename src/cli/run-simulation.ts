import { readFileSync } from "node:fs";
import { judgeDescription } from "../core/plan/plan-description.ts";
import { renderSimulationMarkdown, renderSimulationText } from "../core/report/render-simulation.ts";
import { summarizeSimulation, toSimulated } from "../core/report/simulation.ts";
import { listRecentPullRequests } from "../github/list-recent-pull-requests.ts";
import { gatherFacts } from "../reconcile/gather-facts.ts";
import type { Subject } from "../reconcile/ports.ts";
import { createTextReader } from "../reconcile/read-in-worker.ts";
import { emptyMemory } from "../reconcile/memory.ts";
import { systemClock } from "../reconcile/system-clock.ts";
import { connectAsPerson } from "./connect.ts";
import { createProgress } from "./progress.ts";
import { parseRepositoryName } from "./repository-name.ts";
import { UsageError } from "./usage-error.ts";

export interface SimulateOptions {
  last: string;
  config?: string;
  format: "text" | "json" | "markdown";
}

/** Judges the newest pull requests one by one through the same observe and evaluate, and prints rows and totals. */
export async function runSimulation(
  repositoryName: string,
  { last, config, format }: SimulateOptions,
): Promise<void> {
  const { owner, name } = parseRepositoryName(repositoryName);
  const count = Number(last);
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw new UsageError(`--last is "${last}"; expected a whole number from 1 to 1000`);
  }
  const text = config === undefined ? null : readFileSync(config, "utf8");
  const { client, github } = connectAsPerson();
  const texts = createTextReader({ budgetMs: 250 });
  const progress = createProgress();
  try {
    const { repositoryId, numbers } = await listRecentPullRequests(client, { owner, name }, count);
    const rows = [];
    for (const [index, number] of numbers.entries()) {
      progress.show(index, numbers.length);
      const subject: Extract<Subject, { kind: "pull_request" }> = {
        kind: "pull_request",
        installationId: 0,
        repository: { id: repositoryId, owner, name },
        number,
      };
      const observation = await github.observePullRequest(subject);
      if (!observation) continue;
      if (text !== null) Object.assign(observation.configTexts, { base: text, organisation: null });
      const { createdAt } = observation.pullRequest;
      const job = {
        subject,
        intents: [],
        firstSeenAt: createdAt,
        repositoryFirstSeenAt: null,
        memory: emptyMemory,
      };
      const facts = await gatherFacts({ github, texts, clock: systemClock }, observation, job);
      rows.push(toSimulated(judgeDescription(facts), observation.pullRequest.title));
    }
    const simulation = summarizeSimulation(rows);
    progress.clear();
    if (format === "json") process.stdout.write(`${JSON.stringify(simulation)}\n`);
    else
      process.stdout.write(
        `${format === "markdown" ? renderSimulationMarkdown(simulation) : renderSimulationText(simulation)}\n`,
      );
    process.exitCode = simulation.passing === rows.length ? 0 : 1;
  } finally {
    progress.clear();
    await texts.close();
  }
}

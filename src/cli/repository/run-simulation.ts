import type { ConfigTexts } from "../../core/observation.ts";
import { judgeDescription } from "../../core/plan/judge/judge-description.ts";
import { readFacts } from "../../core/plan/look.ts";
import {
  renderSimulationJson,
  renderSimulationMarkdown,
  renderSimulationText,
  type SimulatedPullRequest,
  type Simulation,
  summarizeSimulation,
  toSimulated,
} from "../../core/report/simulation.ts";
import { listRecentPullRequests } from "../../github/list-pull-requests.ts";
import { systemClock } from "../../reconcile/dependencies.ts";
import type { GitHub, PullRequestSubject } from "../../reconcile/ports.ts";
import { localReader } from "../../reconcile/run-task.ts";
import { createProgress, printText } from "../print.ts";
import { readConfig } from "../read-config.ts";
import { connectAsPerson } from "./connect.ts";
import { parseLast, parseRepositoryName } from "./run-command.ts";

export interface SimulateOptions {
  last: string;
  config?: string;
  format: "text" | "json" | "markdown";
}

/**
 * How many pull requests to read at once: quick enough for fifty, and far from GitHub's limit of a hundred
 * requests.
 */
const maxAtOnce = 5;

const renderers = {
  text: renderSimulationText,
  json: renderSimulationJson,
  markdown: renderSimulationMarkdown,
};

/**
 * Judges the newest pull requests as the server would, and prints rows and totals. Writes nothing. Exit 0:
 * all would pass; 1: some would not; 2: the given config has errors.
 */
export async function runSimulation(
  repositoryName: string,
  { last, config, format }: SimulateOptions,
): Promise<void> {
  const repository = parseRepositoryName(repositoryName);
  const count = parseLast(last, 1000);
  const given = config === undefined ? null : readConfig(config);
  const simulation = await simulateRepository(repository, { count, text: given?.text ?? null });
  printText(`${renderers[format](simulation)}\n`);
  const isAllPassing = simulation.passing === simulation.pullRequests.length;
  process.exitCode = given?.isBroken ? 2 : isAllPassing ? 0 : 1;
}

/**
 * Judges the newest `count` pull requests by this config text, or by the repository's own. Throws GitHubError
 * and UsageError.
 */
export async function simulateRepository(
  repository: { owner: string; name: string },
  { count, text }: { count: number; text: string | null },
): Promise<Simulation> {
  const { client, github } = connectAsPerson();
  const progress = createProgress();
  try {
    const { repositoryId, numbers } = await listRecentPullRequests(client, repository, count);
    progress.show(0, numbers.length);
    const read = (number: number) =>
      simulate(github, toSubject({ id: repositoryId, ...repository }, number), text);
    const rows = await readInOrder(numbers, read, {
      atOnce: maxAtOnce,
      onRead: (done) => progress.show(done, numbers.length),
    });
    return summarizeSimulation(rows.filter((row) => row !== null));
  } finally {
    progress.clear();
  }
}

function toSubject(repository: PullRequestSubject["repository"], number: number): PullRequestSubject {
  return { kind: "pull_request", installationId: 0, repository, number };
}

/** One row; null when the pull request is gone or hidden from the reader. */
async function simulate(
  github: GitHub,
  subject: PullRequestSubject,
  text: string | null,
): Promise<SimulatedPullRequest | null> {
  const found = await github.observePullRequest(subject);
  if (!found) return null;
  const observation = {
    ...found,
    configTexts: text === null ? found.configTexts : putFile(found.configTexts, text, found.repository.name),
  };
  const { createdAt, title } = observation.pullRequest;
  const facts = readFacts(
    {
      observation,
      intents: [],
      freshPermissions: new Map(),
      knownPermissions: new Map(),
      now: systemClock.now(),
      firstSeenAt: createdAt,
      repositoryFirstSeenAt: null,
      unread: {},
    },
    localReader,
  );
  return toSimulated(judgeDescription(facts), title);
}

/**
 * The texts as if the file were on every branch. The organisation's config stays below it, except in the
 * organisation's own repository, where the file replaces that too.
 */
function putFile(texts: ConfigTexts, text: string, repositoryName: string): ConfigTexts {
  const organisation = repositoryName === ".github" ? text : texts.organisation;
  return { ...texts, base: text, defaultBranch: text, organisation };
}

/**
 * Reads one thing for each item, at most `atOnce` at once; the results are in the order of the items. Throws
 * the first failure and starts nothing more.
 * @param onRead called after each, with the number done
 */
export async function readInOrder<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Promise<Result>,
  { atOnce, onRead = () => {} }: { atOnce: number; onRead?: (done: number) => void },
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  let done = 0;
  let hasFailed = false;
  const readOn = async () => {
    // They share one iterator, so that each item is taken once.
    for (const [index, item] of left) {
      if (hasFailed) return;
      try {
        results[index] = await read(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
      done += 1;
      onRead(done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, readOn));
  return results;
}

import type { Observation } from "../core/observation.ts";
import { type HeadSharing, toOwnedCheckRun } from "../core/plan/checks/check-owners.ts";
import { listCheckRunWrites } from "../core/plan/list-writes.ts";
import type { LookResult } from "../core/plan/look.ts";
import { maxAnnotations, type PlannedCheckRun } from "../core/planned.ts";
import type { PastPullRequest } from "../core/pull-request.ts";
import type { ConfigTrial } from "../core/render/config-check.ts";
import { GaveUpError, type Judge } from "./judge.ts";
import type { GitHub, Memory, PullRequestSubject } from "./ports.ts";

/** How many earlier pull requests a changed config is tried on, within `maxSteps`. */
const pastPullRequests = 20;
/**
 * The most steps for all of them: the length of their descriptions, times the steps of the file's
 * expressions. That is two of the longest descriptions under the largest expressions, or about a second.
 * Limited because anybody can propose a config.
 */
const maxSteps = 2 * 65_536 * 300;

interface Dependencies {
  github: Pick<GitHub, "listPastPullRequests" | "write">;
  judge: Judge;
}

interface Change extends Pick<LookResult, "changedConfig"> {
  subject: PullRequestSubject;
  observation: Observation;
  sharing: HeadSharing;
}

/**
 * After the config check has concluded: tries the changed file on the last pull requests (one query) and adds
 * the outcome to the same check run, with the annotations that did not fit into the first request. Done once
 * for each change and each re-run, because annotations only append. Resolves with the memory that says so.
 * The run's external id says so too, in case the database is lost.
 */
export async function tryChangedConfig(
  dependencies: Dependencies,
  change: Change,
  memory: Memory,
): Promise<Memory> {
  const { github } = dependencies;
  const { subject, changedConfig, sharing } = change;
  const plain = changedConfig && toOwnedCheckRun(changedConfig.checkRun, sharing);
  if (!changedConfig || !plain || isTried(plain, memory)) return memory;
  const { number, headSha, ownCheckRuns } = change.observation.pullRequest;
  const { hash, force } = plain;
  const externalId = `${number}:${hash}:tried`;
  const tried: Memory = { ...memory, triedConfig: force === null ? hash : `${hash}:${force}` };
  if (force === null && ownCheckRuns.some((run) => run.externalId === externalId)) return tried;

  // One more, because the pull request itself is usually among them.
  const listed = await github.listPastPullRequests(subject, pastPullRequests + 1);
  const past = listed.filter((one) => one.number !== number).slice(0, pastPullRequests);
  const observation = forTrial(change.observation);
  const trials = await tryOnAll(dependencies.judge, observation, withinSteps(past, changedConfig.steps));
  // The run already has the first of them.
  const annotations = plain.annotations.slice(maxAnnotations, 2 * maxAnnotations);
  if (trials.length === 0 && annotations.length === 0) return tried;
  const withTrials = await dependencies.judge.run("planTriedConfig", { observation, trials });
  const checkRun = withTrials && toOwnedCheckRun(withTrials, sharing);
  // A hash that matches nothing makes this an update of the existing run, whatever that says by now.
  const [write] = listCheckRunWrites({ ...plain, annotations: [], hash: "", force: null }, ownCheckRuns, {
    number,
    headSha,
    recent: memory.created,
  });
  if (checkRun && write?.type === "update_check_run") {
    await github.write(subject, { ...write, externalId, checkRun: { ...checkRun, annotations } });
  }
  return tried;
}

/** A re-run made a new check run, which has none of the trials. */
function isTried({ hash, force }: PlannedCheckRun, { triedConfig }: Memory): boolean {
  return force === null ? triedConfig?.split(":")[0] === hash : triedConfig === `${hash}:${force}`;
}

/** One after the other, so that no other look waits for twenty. Stops at the first that takes too long. */
async function tryOnAll(
  judge: Judge,
  observation: Observation,
  pullRequests: PastPullRequest[],
): Promise<ConfigTrial[]> {
  const trials: ConfigTrial[] = [];
  for (const past of pullRequests) {
    try {
      const trial = await judge.run("tryOnPast", { observation, past });
      if (trial !== null) trials.push(trial);
    } catch (error) {
      if (error instanceof GaveUpError) break;
      throw error;
    }
  }
  return trials;
}

/** The newest of them that fit into `maxSteps`. */
function withinSteps(pullRequests: PastPullRequest[], steps: number): PastPullRequest[] {
  let left = maxSteps;
  return pullRequests.filter(({ body }) => {
    left -= body.length * steps;
    return left >= 0;
  });
}

/** Drops the fields that a trial doesn't read, so that they aren't copied to another thread twenty times. */
function forTrial(observation: Observation): Observation {
  const nothing = { body: "", comments: [], reviews: [], threads: [], timeline: [] };
  return { ...observation, pullRequest: { ...observation.pullRequest, ...nothing } };
}

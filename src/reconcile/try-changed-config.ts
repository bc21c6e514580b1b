import { findCheckRunWrite } from "../core/plan/find-writes.ts";
import type { Facts } from "../core/plan/facts.ts";
import { planConfigCheck, resolveChangedConfig } from "../core/plan/checks/plan-config-check.ts";
import { type ReadPastPullRequest, tryConfig } from "../core/plan/checks/try-config.ts";
import { shareCheckRun, type Sharers } from "../core/plan/checks/shared-head.ts";
import type { ReadTexts } from "./gather-facts.ts";
import type { GitHub, Memory, Subject } from "./ports.ts";

/** How many earlier pull requests a changed config is tried on. */
const pastPullRequests = 20;

/** GitHub takes so many in one request: https://docs.github.com/en/rest/checks/runs#create-a-check-run */
const mostAnnotations = 50;

/**
 * After the config check has concluded: tries the changed file on the last pull requests (one query) and adds what it would
 * have said to the same check run, with the annotations that the first request had no room for. Done once for each change;
 * resolves with the memory that says so. The run says so too: annotations only append, whatever the database forgot.
 */
export async function tryChangedConfig(
  { github, texts }: { github: Pick<GitHub, "listPastPullRequests" | "write">; texts: ReadTexts },
  subject: Extract<Subject, { kind: "pull_request" }>,
  facts: Facts,
  { memory, sharers }: { memory: Memory; sharers: Sharers },
): Promise<Memory> {
  const { observation, effective: before } = facts;
  const { pullRequest } = observation;
  const after = pullRequest.state === "open" ? resolveChangedConfig(observation) : null;
  const planned = after && planConfigCheck(before, after);
  const plain = planned && shareCheckRun(planned, sharers);
  if (!after || !plain || memory.triedConfig === plain.hash) return memory;
  const externalId = `${pullRequest.number}:${plain.hash}:tried`;
  const tried: Memory = { ...memory, triedConfig: plain.hash };
  if (pullRequest.ownCheckRuns.some((run) => run.externalId === externalId)) return tried;

  const past: ReadPastPullRequest[] = [];
  // One more, because the pull request itself is usually among them.
  const listed = await github.listPastPullRequests(subject, pastPullRequests + 1);
  for (const one of listed.filter(({ number }) => number !== pullRequest.number).slice(0, pastPullRequests)) {
    past.push({ pullRequest: one, parsed: (await texts.read({ body: one.body, templates: [] })).parsed });
  }
  const trials = past.map((one) => tryConfig(one, facts.templates, { before, after }));
  const withTrials = planConfigCheck(before, after, trials);
  const checkRun = withTrials && shareCheckRun(withTrials, sharers);
  // Annotations only append, and the run has the first of them already.
  const annotations = plain.annotations.slice(mostAnnotations, 2 * mostAnnotations);
  if (trials.length === 0 && annotations.length === 0) return tried;
  const { number, headSha } = pullRequest;
  // A hash that nothing has makes the write an update of the run that is there, whatever it says by now.
  const [write] = findCheckRunWrite({ ...plain, annotations: [], hash: "" }, pullRequest.ownCheckRuns, {
    number,
    headSha,
    recent: memory.created,
  });
  if (checkRun && write?.type === "update_check_run") {
    await github.write(subject, { ...write, externalId, checkRun: { ...checkRun, annotations } });
  }
  return tried;
}

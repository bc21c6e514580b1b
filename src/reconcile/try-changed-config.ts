import { findCheckRunWrite } from "../core/plan/find-writes.ts";
import type { Facts } from "../core/plan/facts.ts";
import { planConfigCheck, resolveChangedConfig } from "../core/plan/plan-config-check.ts";
import { type ReadPastPullRequest, tryConfig } from "../core/plan/try-config.ts";
import type { ReadTexts } from "./gather-facts.ts";
import type { GitHub, Memory, Subject } from "./ports.ts";

/** How many earlier pull requests a changed config is tried on. */
const pastPullRequests = 20;

/**
 * After the config check has concluded: tries the changed file on the last pull requests (one query) and adds what it would
 * have said to the same check run. Done once for each change; resolves with the memory that says so.
 */
export async function tryChangedConfig(
  { github, texts }: { github: Pick<GitHub, "listPastPullRequests" | "write">; texts: ReadTexts },
  subject: Extract<Subject, { kind: "pull_request" }>,
  facts: Facts,
  memory: Memory,
): Promise<Memory> {
  const { observation, effective: before } = facts;
  const { pullRequest } = observation;
  const after = pullRequest.state === "open" ? resolveChangedConfig(observation) : null;
  const plain = after && planConfigCheck(before, after);
  if (!after || !plain || memory.triedConfig === plain.hash) return memory;

  const past: ReadPastPullRequest[] = [];
  for (const one of await github.listPastPullRequests(subject, pastPullRequests)) {
    if (one.number === pullRequest.number) continue;
    past.push({ pullRequest: one, parsed: (await texts.read({ body: one.body, templates: [] })).parsed });
  }
  const trials = past.map((one) => tryConfig(one, facts.templates, { before, after }));
  const checkRun = planConfigCheck(before, after, trials);
  const { number, headSha } = pullRequest;
  // A hash that nothing has makes the write an update of the run that is there, whatever it says by now.
  const [write] = findCheckRunWrite({ ...plain, annotations: [], hash: "" }, pullRequest.ownCheckRuns, {
    number,
    headSha,
    recent: memory.created,
  });
  if (checkRun && write?.type === "update_check_run") {
    // Annotations only append, and the run has them already.
    const withoutAnnotations = { ...checkRun, annotations: [] };
    await github.write(subject, {
      ...write,
      externalId: `${number}:${plain.hash}`,
      checkRun: withoutAnnotations,
    });
  }
  return { ...memory, triedConfig: plain.hash };
}

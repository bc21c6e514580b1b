import { hashOf } from "../../render/hash.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";
import type { PlannedCheckRun } from "../../planned.ts";
import { findRerun } from "./find-rerun.ts";
import { readExternalId } from "./own-runs.ts";

/**
 * Our check runs on the head that this pull request no longer asks for: turned off or renamed in the config,
 * without the file that turned them on, about a config change that is gone, or another pull request's. A
 * check run cannot be deleted, and a red one would hold the merge until the next push, so they conclude with
 * success and say why.
 */
export function planRetiredChecks(
  facts: Facts,
  judgement: ConversationJudgement,
  planned: PlannedCheckRun[],
): PlannedCheckRun[] {
  const asked = new Set(planned.map(({ name }) => name));
  const force = findRerun(facts, judgement);
  const { ownCheckRuns } = facts.observation.pullRequest;
  const newest = ownCheckRuns.filter((run) => run === ownCheckRuns.find(({ name }) => name === run.name));
  return newest.flatMap((run) => {
    const { number, hash } = readExternalId(run);
    const isRetired = hash === retiredHash(run.name) && run.status === "completed";
    if (number === null || asked.has(run.name) || (isRetired && force === null)) return [];
    return [{ ...renderRetired(run.name), hash: retiredHash(run.name), force }];
  });
}

/** The hash of a retired check run, the same for every pull request. */
export function retiredHash(name: string): string {
  return hashOf(renderRetired(name));
}

function renderRetired(name: string) {
  return {
    name,
    conclusion: "success" as const,
    title: "Not needed any more",
    summary:
      "Nothing asks for this check any more: it was turned off or renamed, or what it was about is gone.",
    text: "",
    buttons: [],
    annotations: [],
  };
}

import type { PlannedCheckRun } from "../../planned.ts";
import { hashOf } from "../../render/hash.ts";
import type { Words } from "../../render/words/words.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";
import { parseExternalId } from "./own-runs.ts";
import { findRerun, planCheckRun } from "./plan-check-run.ts";

/**
 * Our check runs on the head that this pull request no longer asks for: turned off or renamed in the config,
 * without the file that turned them on, about a config change that is gone, or another pull request's. A
 * check run cannot be deleted, and a red one would hold the merge until the next push, so they conclude with
 * success and say why.
 */
export function planRetiredChecks(
  facts: Facts,
  conversation: ConversationJudgement,
  planned: PlannedCheckRun[],
): PlannedCheckRun[] {
  const asked = new Set(planned.map(({ name }) => name));
  const force = findRerun(facts, conversation);
  const { language } = facts.effective.config;
  const { ownCheckRuns } = facts.observation.pullRequest;
  const newest = ownCheckRuns.filter((run) => run === ownCheckRuns.find(({ name }) => name === run.name));
  return newest.flatMap((run) => {
    const { number, hash } = parseExternalId(run);
    const isRetired = hash === retiredHash(run.name) && run.status === "completed";
    if (number === null || asked.has(run.name) || (isRetired && force === null)) return [];
    const render = ({ checks }: Words) => ({
      name: run.name,
      conclusion: "success" as const,
      title: checks.retiredTitle,
      summary: checks.retired,
    });
    return [{ ...planCheckRun(language, render, force), hash: retiredHash(run.name) }];
  });
}

/**
 * The hash of a retired check run: the same for every pull request, and in every language, because any of
 * those on a head may have written it.
 */
export const retiredHash = (name: string): string => hashOf({ retired: name });

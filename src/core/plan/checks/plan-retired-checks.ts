import { hashOf } from "../../render/hash.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";
import type { PlannedCheckRun } from "../plan.ts";
import { findRerun } from "./find-rerun.ts";

/**
 * Our check runs on the head that nothing asks for any more: turned off or renamed in the config, without the file that
 * turned them on, or about a change of the config that is none any more. A check run cannot be deleted, and a red one would hold the merge until the next push, so they conclude
 * with success and say why.
 */
export function planRetiredChecks(
  facts: Facts,
  judgement: ConversationJudgement,
  planned: PlannedCheckRun[],
): PlannedCheckRun[] {
  const { number, ownCheckRuns } = facts.observation.pullRequest;
  const own = ownCheckRuns.filter(({ externalId }) => externalId.startsWith(`${number}:`));
  const asked = new Set(planned.map(({ name }) => name));
  const retired = new Set(own.map(({ name }) => name).filter((name) => !asked.has(name)));
  return [...retired].map((name) => {
    const content = {
      name,
      conclusion: "success" as const,
      title: "Not needed any more",
      summary:
        "Nothing asks for this check any more: it was turned off or renamed, or what it was about is gone.",
      text: "",
      buttons: [],
      annotations: [],
    };
    return { ...content, hash: hashOf(content), force: findRerun(facts, judgement) };
  });
}

import { insertMissingSections } from "../description/insert-missing-sections.ts";
import type { Facts } from "./facts.ts";
import type { DescriptionJudgement } from "./judge/judge-description.ts";
import type { PlannedBodyEdit } from "../planned.ts";

/**
 * The body with its missing sections, when somebody who may edit the pull request pressed the button (its author, or a
 * person with write access) or said `/async insert`. Null when nobody did, or nothing is missing.
 */
export function planBodyEdit(
  facts: Facts,
  judgement: DescriptionJudgement,
  isCommanded: boolean,
): PlannedBodyEdit | null {
  const { pullRequest } = facts.observation;
  const allowed = facts.intents.some(
    (intent) =>
      intent.identifier === "insert" &&
      (intent.sender === pullRequest.author.login ||
        intent.permission === "admin" ||
        intent.permission === "write"),
  );
  if (!allowed && !isCommanded) return null;
  const to = insertMissingSections(
    pullRequest.body,
    judgement.verdict,
    facts.effective.config.description.sections,
  );
  return to === null ? null : { from: pullRequest.body, to };
}

import type { Facts } from "./facts.ts";
import type { Plan } from "./plan.ts";
import { planBodyEdit } from "./plan-body-edit.ts";
import { planComment } from "./plan-comment.ts";
import { judgeDescription, judgeSameHead } from "./plan-description.ts";
import { planDescriptionCheck } from "./plan-description-check.ts";

const nothing: Plan = {
  checkRuns: [],
  comment: null,
  labels: [],
  reminders: [],
  minimize: [],
  replies: [],
  reactions: [],
  bodyEdit: null,
  wakeAt: null,
};

/**
 * What should exist on GitHub for this pull request. Pure: the same facts always give the same plan, and the plan says
 * itself when to look again.
 */
export function decide(facts: Facts): Plan {
  const { observation, effective } = facts;
  const { pullRequest, repository } = observation;
  if (!effective.config.enabled || repository.isArchived || pullRequest.state !== "open") return nothing;
  const judgement = judgeDescription(facts);
  const descriptionCheck = planDescriptionCheck(facts, judgement, judgeSameHead(facts));
  const { comment, wakeAt } = planComment(facts, judgement);
  return {
    ...nothing,
    checkRuns: descriptionCheck ? [descriptionCheck] : [],
    comment,
    bodyEdit: planBodyEdit(facts, judgement),
    wakeAt,
  };
}

import { findEarliest } from "../calendar/instant.ts";
import { insertMissingSections } from "../description/insert-missing-sections.ts";
import { emptyPlan, type Plan, type PlannedBodyEdit, type PlannedCheckRun } from "../planned.ts";
import { renderBackAndForthReply } from "../render/reminder.ts";
import { catalogues } from "../render/words/index.ts";
import { findRerun } from "./checks/plan-check-run.ts";
import { planConfigCheck } from "./checks/plan-config-check.ts";
import { planDescriptionCheck } from "./checks/plan-description-check.ts";
import { planRetiredChecks } from "./checks/plan-retired-checks.ts";
import { planReviewCheck } from "./checks/plan-review-check.ts";
import type { Facts } from "./facts.ts";
import { isOff, type Judgements, judge } from "./judge/judge.ts";
import type { DescriptionJudgement } from "./judge/judge-description.ts";
import { planComment } from "./plan-comment.ts";
import { planLabels } from "./plan-labels.ts";
import { planReminders } from "./plan-reminders.ts";

/**
 * What should exist on GitHub for this pull request, and when to look again. Pure: the same facts always give
 * the same plan.
 */
export function decide(facts: Facts, judged: Judgements = judge(facts)): Plan {
  const { observation, effective } = facts;
  if (isOff(facts)) return emptyPlan;
  const { description, conversation, changedConfig } = judged;
  const asked = [
    planDescriptionCheck(facts, description, conversation),
    planReviewCheck(facts, conversation),
    planChangedConfig(facts, { conversation, changedConfig }),
  ].filter((checkRun) => checkRun !== null);
  const isOpen = observation.pullRequest.state === "open";
  // When the conversation could not be read, nothing is asked or answered; only the checks say so.
  if (facts.unread?.conversation !== undefined) return { ...emptyPlan, checkRuns: isOpen ? asked : [] };
  const { comment, wakeAt: commentAt } = planComment(facts, description, conversation);
  const { reminders, minimize, wakeAt } = planReminders(facts, conversation);
  const labels = planLabels(facts, conversation);
  // After closing, the turns' labels are removed, finished reminders minimised, and decisions stay listed.
  if (!isOpen) return { ...emptyPlan, comment, labels, minimize };

  return {
    checkRuns: asked,
    retiredChecks: planRetiredChecks(facts, conversation, asked),
    comment,
    labels,
    reminders,
    minimize,
    replies: effective.hasFile
      ? conversation.verdict.backAndForth.map((thread) =>
          renderBackAndForthReply(thread, catalogues[effective.config.language]),
        )
      : [],
    reactions: conversation.commands.reactions,
    bodyEdit: planBodyEdit(facts, description, conversation.commands.state.inserts.length > 0),
    wakeAt: findEarliest([commentAt, wakeAt]),
  };
}

function planChangedConfig(
  facts: Facts,
  { conversation, changedConfig: after }: Pick<Judgements, "conversation" | "changedConfig">,
): PlannedCheckRun | null {
  if (after === null) return null;
  const { createdAt } = facts.observation.pullRequest;
  const force = findRerun(facts, conversation);
  return planConfigCheck({ before: facts.effective, after, createdAt, trials: null, force });
}

/**
 * The body with its missing sections, when its author or a person with write access pressed the button or
 * said `/async insert`. Null when nobody did, or nothing is missing.
 */
function planBodyEdit(
  facts: Facts,
  { verdict }: DescriptionJudgement,
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
  const to = insertMissingSections(pullRequest.body, verdict, facts.effective.config.description.sections);
  return to === null ? null : { from: pullRequest.body, to };
}

import type { EffectiveConfig } from "../../config/effective.ts";
import {
  changesConfig,
  planConfigCheck,
  planUnreadConfig,
  resolveChangedConfig,
} from "../checks/plan-config-check.ts";
import type { Facts } from "../facts.ts";
import type { PlannedCheckRun } from "../../planned.ts";
import { type ConversationJudgement, judgeConversation } from "./judge-conversation.ts";
import { type DescriptionJudgement, judgeDescription } from "./judge-description.ts";

/** All that is found out about the texts of one pull request; everything that is planned is made of it. */
export interface Judgements {
  description: DescriptionJudgement;
  /** What the pull request would change in the config; null when it changes nothing there, or is not open. */
  changedConfig: ChangedConfig | null;
  people: ConversationJudgement;
}

export interface ChangedConfig {
  /** Null when the config switches it off. */
  checkRun: PlannedCheckRun | null;
  /** What would count after the merge; null when reading it was given up. */
  after: EffectiveConfig | null;
}

/** What is judged one after the other; each can be given up on its own. */
export type JudgingStep = "description" | "changed config" | "conversation";

/** Is there anything to judge? Not where the config switches the app off, nor in an archive. */
export function isOff({ effective, observation }: Facts): boolean {
  return !effective.config.enabled || observation.repository.isArchived;
}

/** Judges each text once. `enter` is told of each step before it starts. */
export function judge(facts: Facts, enter: (step: JudgingStep) => void = () => {}): Judgements {
  enter("description");
  const description = judgeDescription(facts);
  enter("changed config");
  const changedConfig = judgeChangedConfig(facts);
  enter("conversation");
  const people = judgeConversation(
    facts.gaveUp?.conversation === undefined ? facts : withoutConversation(facts),
  );
  return { description, changedConfig, people };
}

function judgeChangedConfig({ observation, effective, gaveUp }: Facts): ChangedConfig | null {
  if (observation.pullRequest.state !== "open" || !changesConfig(observation)) return null;
  if (gaveUp?.["changed config"] !== undefined) return { checkRun: planUnreadConfig(effective), after: null };
  const after = resolveChangedConfig(observation);
  return { checkRun: after && planConfigCheck(effective, after), after };
}

/** Nobody's word is known where reading the conversation was given up. */
function withoutConversation(facts: Facts): Facts {
  const pullRequest = { ...facts.observation.pullRequest, comments: [], reviews: [], threads: [] };
  return { ...facts, observation: { ...facts.observation, pullRequest } };
}

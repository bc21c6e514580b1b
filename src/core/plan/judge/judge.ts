import type { Facts } from "../facts.ts";
import { type ChangedConfig, judgeChangedConfig } from "./judge-config.ts";
import { type ConversationJudgement, judgeConversation } from "./judge-conversation.ts";
import { type DescriptionJudgement, judgeDescription, withSkip } from "./judge-description.ts";

/** What was found out about the texts of one pull request. Every plan is made from it. */
export interface Judgements {
  description: DescriptionJudgement;
  changedConfig: ChangedConfig;
  conversation: ConversationJudgement;
}

/** What is judged, step by step; each can be left unread on its own. */
export type JudgingStep = keyof Judgements;

/** Is there anything to judge? Not when the config switches the app off, nor in an archived repository. */
export function isOff({ effective, observation }: Facts): boolean {
  return !effective.config.enabled || observation.repository.isArchived;
}

/** Judges each text once. `enter` is called before each step. */
export function judge(facts: Facts, enter: (step: JudgingStep) => void = () => {}): Judgements {
  enter("description");
  const description = judgeDescription(facts);
  enter("changedConfig");
  const changedConfig = judgeChangedConfig(facts);
  enter("conversation");
  const conversation = judgeConversation(
    facts.unread?.conversation === undefined ? facts : withoutConversation(facts),
  );
  const { skip } = conversation.commands.state;
  return { description: withSkip(description, skip), changedConfig, conversation };
}

/** When the conversation was not read, nobody's words are known. */
function withoutConversation(facts: Facts): Facts {
  const pullRequest = { ...facts.observation.pullRequest, comments: [], reviews: [], threads: [] };
  return { ...facts, observation: { ...facts.observation, pullRequest } };
}

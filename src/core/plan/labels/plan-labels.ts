import { planConversationLabels } from "../../conversation/plan-conversation-labels.ts";
import type { RemindersPlan } from "../plan-reminders.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";
import type { PlannedLabel } from "../../planned.ts";

/** The labels of kinds and turns. None without a config file; once closed, only the turns' labels go, the rest is history. */
export function planLabels(
  { effective, observation }: Facts,
  { conversation, turns }: ConversationJudgement,
  reminders: Pick<RemindersPlan, "labels">,
): PlannedLabel[] {
  if (!effective.hasFile) return [];
  const { pullRequest } = observation;
  const kinds =
    pullRequest.state === "open"
      ? planConversationLabels(conversation, effective.config.review, pullRequest)
      : [];
  // Without a time zone the turns are off, and their labels nobody's business.
  return [...kinds, ...(turns.state === "off" ? [] : reminders.labels)];
}

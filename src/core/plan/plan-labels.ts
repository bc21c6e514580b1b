import type { Config } from "../config/schema/config-schema.ts";
import { planConversationLabels } from "../conversation/plan-conversation-labels.ts";
import { isSameLabel } from "../pull-request.ts";
import type { RepositoryLabel } from "../observation.ts";
import { planTurnLabels } from "../turns/plan-turn-labels.ts";
import type { PlannedLabel } from "../planned.ts";
import type { RemindersPlan } from "./plan-reminders.ts";
import type { Facts } from "./facts.ts";
import type { ConversationJudgement } from "./judge/judge-conversation.ts";

/**
 * The labels of kinds and turns. None without a config file; once closed, only the turns' labels go, the rest
 * is history.
 */
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

export interface SortedLabels {
  /** Made by the app: name and description are its own. */
  own: string[];
  /** Only one of the two is: not certain enough to delete it. */
  doubtful: { name: string; reason: string }[];
}

/**
 * Tells the labels that the app made from those of people, by the names of the config and the app's own
 * descriptions.
 */
export function sortLabels(
  labels: readonly Pick<RepositoryLabel, "name" | "description">[],
  config: Pick<Config, "review" | "turns">,
): SortedLabels {
  const managed = listManaged(config);
  const sorted: SortedLabels = { own: [], doubtful: [] };
  for (const { name, description } of labels) {
    const planned = managed.find((label) => isSameLabel(label.name, name));
    const isDescribed = managed.some((label) => label.description === description);
    if (planned?.description === description) sorted.own.push(name);
    else if (planned !== undefined) {
      sorted.doubtful.push({ name, reason: "its description is not the app's, so it may be somebody's own" });
    } else if (isDescribed) {
      sorted.doubtful.push({ name, reason: "it has the app's description, but the config has another name" });
    }
  }
  return sorted;
}

function listManaged({ review, turns }: Pick<Config, "review" | "turns">): PlannedLabel[] {
  const nothingHappened = { labels: [], timeline: [] };
  return [
    ...planConversationLabels({ remarks: [] }, review, nothingHappened),
    ...planTurnLabels({ turns: [] }, turns.labels, nothingHappened),
  ];
}

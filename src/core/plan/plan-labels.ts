import { planConversationLabels } from "../conversation/plan-conversation-labels.ts";
import type { PullRequest, TimelineEvent } from "../pull-request.ts";
import { planTurnLabels } from "../turns/plan-turn-labels.ts";
import type { TurnsVerdict } from "../turns/verdict.ts";
import type { Facts } from "./facts.ts";
import type { ConversationJudgement } from "./judge-conversation.ts";
import type { PlannedLabel } from "./plan.ts";

type LabelEvent = Extract<TimelineEvent, { type: "labeled" | "unlabeled" }>;

/** The labels of kinds and turns. None without a config file; once closed, only the turns' labels go, the rest is history. */
export function planLabels(facts: Facts, { conversation, turns }: ConversationJudgement): PlannedLabel[] {
  const { effective, observation } = facts;
  const { pullRequest } = observation;
  if (!effective.hasFile) return [];
  const { labels: present, timeline } = pullRequest;
  const kinds =
    pullRequest.state === "open"
      ? planConversationLabels(conversation, effective.config.review, { present, timeline })
      : [];
  return [...kinds, ...planWaitingLabels(turns, facts)];
}

/** Without a time zone the turns are off, and their labels with them. */
function planWaitingLabels(turns: TurnsVerdict, { effective, observation }: Facts): PlannedLabel[] {
  if (turns.state === "off") return [];
  const since = turns.turns.map((turn) => turn.since).sort()[0] ?? turns.since;
  return planTurnLabels(turns, effective.config.turns.labels).map((label) => ({
    ...label,
    wanted: isWanted(label, since, observation.pullRequest),
  }));
}

/**
 * People have the last word: a label that somebody put there stays, and one of ours that somebody took off stays off as
 * long as the turn lasts that it spoke of.
 */
function isWanted(label: PlannedLabel, since: string, { labels, timeline }: PullRequest): boolean {
  const isSame = (name: string) => name.toLowerCase() === label.name.toLowerCase();
  const latest = timeline.findLast(
    (event): event is LabelEvent =>
      (event.type === "labeled" || event.type === "unlabeled") && isSame(event.label),
  );
  const byPeople = latest !== undefined && !latest.actorIsOurs;
  if (labels.some(isSame) && (latest === undefined || byPeople)) return true;
  if (latest?.type === "unlabeled" && byPeople && since <= latest.createdAt) return false;
  return label.wanted;
}

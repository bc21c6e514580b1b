import { findEarliest } from "../calendar/instant.ts";
import type { Config } from "../config/schema/config-schema.ts";
import type { Kind, ReviewConfig } from "../config/schema/review-schema.ts";
import type { TurnsConfig } from "../config/schema/turns-schema.ts";
import type { ConversationVerdict } from "../conversation/evaluate-conversation.ts";
import { kindsByWeight } from "../conversation/remark.ts";
import type { PlannedLabel } from "../planned.ts";
import {
  type Instant,
  isSameLabel,
  listLabelEvents,
  type PullRequest,
  wasAddedByPerson,
} from "../pull-request.ts";
import type { Turn, TurnsVerdict } from "../turns/turns.ts";
import type { Facts } from "./facts.ts";
import type { ConversationJudgement } from "./judge/judge-conversation.ts";

/**
 * The labels of kinds and turns. None without a config file. After closing, only the turns' labels are
 * removed; the rest is history.
 */
export function planLabels(
  { effective: { config, hasFile } }: Facts,
  { verdict, turns, pullRequest }: ConversationJudgement,
): PlannedLabel[] {
  if (!hasFile) return [];
  const isOpen = pullRequest.state === "open";
  return [
    ...(isOpen ? planConversationLabels(verdict, config.review, pullRequest) : []),
    // Without a time zone the turns are off, and their labels are left alone.
    ...(turns.state === "off" ? [] : planTurnLabels(turns, config.turns.labels, pullRequest)),
  ];
}

export interface SortedLabels {
  /** Made by the app: both name and description match. */
  own: string[];
  /** Only one of the two matches, which is not enough to delete it. */
  doubtful: { name: string; reason: string }[];
}

/** A label of the repository. */
export interface RepositoryLabel {
  name: string;
  description: string;
}

/** Separates the app's labels from people's, by the config's names and the app's own descriptions. */
export function sortLabels(
  labels: readonly RepositoryLabel[],
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

const appearances: Record<Kind, { color: string; description: string }> = {
  blocking: { color: "b60205", description: "A blocking review comment is open" },
  question: { color: "5319e7", description: "A review question waits for an answer" },
  suggestion: { color: "0e8a16", description: "A review suggestion is open" },
  nit: { color: "c5def5", description: "Only small things: a nit is open" },
  note: { color: "ededed", description: "A review note is open" },
  praise: { color: "fbca04", description: "Somebody liked this" },
};

/**
 * The labels of `review.kinds`, wanted while a thread or remark of that effective kind is open. People have
 * the last word: a label that somebody added stays, and one of ours that somebody removed stays off until its
 * condition has been false.
 */
export function planConversationLabels(
  verdict: Pick<ConversationVerdict, "remarks">,
  config: Pick<ReviewConfig, "kinds">,
  pullRequest: Pick<PullRequest, "labels" | "timeline">,
): PlannedLabel[] {
  const planned = new Map<string, PlannedLabel>();
  for (const kind of kindsByWeight) {
    const name = config.kinds[kind].label;
    if (name === false) continue;
    const key = name.toLowerCase();
    const before = planned.get(key);
    const wanted = isWanted(kind, name, verdict, pullRequest);
    // Two kinds may share a label: the heavier one gives the colour.
    if (before === undefined) planned.set(key, { name, ...appearances[kind], wanted });
    else before.wanted ||= wanted;
  }
  return [...planned.values()];
}

function isWanted(
  kind: Kind,
  name: string,
  verdict: Pick<ConversationVerdict, "remarks">,
  pullRequest: Pick<PullRequest, "labels" | "timeline">,
): boolean {
  if (wasAddedByPerson(name, pullRequest)) return true;
  const latest = listLabelEvents(pullRequest.timeline, name).at(-1);
  const open = verdict.remarks.filter((remark) => remark.isOpen && remark.isCounted && remark.kind === kind);
  if (latest?.type !== "unlabeled" || latest.actorIsOurs) return open.length > 0;
  // Somebody else removed it. GitHub keeps no history of the condition, but it has held all along if
  // something that was open then is still open.
  const isUnbroken = open.some(({ kindSince }) => kindSince <= latest.createdAt);
  return open.length > 0 && !isUnbroken;
}

/**
 * Did somebody remove the label while its condition held? Then it stays off until the condition has been
 * false.
 */
function isRefused(name: string, since: Instant, { timeline }: Pick<PullRequest, "timeline">): boolean {
  return listLabelEvents(timeline, name).some(
    ({ type, actorIsOurs, createdAt }) => type === "unlabeled" && !actorIsOurs && createdAt >= since,
  );
}

/**
 * The labels that say whose turn it is, as far as the config has them. None is wanted when nobody has a turn,
 * as after closing. An unwanted label that a person added is left alone, because it is theirs.
 */
export function planTurnLabels(
  { turns }: Pick<TurnsVerdict, "turns">,
  names: TurnsConfig["labels"],
  pullRequest: Pick<PullRequest, "labels" | "timeline">,
): PlannedLabel[] {
  const sinceOf = (...roles: Turn["role"][]) =>
    findEarliest(turns.map((turn) => (roles.includes(turn.role) ? turn.since : null)));
  const overdue = findEarliest(turns.map(({ isOverdue, due }) => (isOverdue ? due : null)));
  const all = [
    {
      name: names.author,
      color: "fbca04",
      description: "The author has the next move",
      since: sinceOf("author", "queue"),
    },
    {
      name: names.reviewer,
      color: "1d76db",
      description: "A reviewer has the next move",
      since: sinceOf("reviewer"),
    },
    {
      name: names.overdue,
      color: "d93f0b",
      description: "Somebody's move is past its target",
      since: overdue,
    },
  ];
  return all.flatMap(({ name, since, ...appearance }) => {
    if (name === false || (since === null && wasAddedByPerson(name, pullRequest))) return [];
    return [{ name, ...appearance, wanted: since !== null && !isRefused(name, since, pullRequest) }];
  });
}

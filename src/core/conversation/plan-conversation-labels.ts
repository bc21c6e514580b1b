import type { Kind, ReviewConfig } from "../config/schema/review-schema.ts";
import type { PlannedLabel } from "../plan/plan.ts";
import type { TimelineEvent } from "../pull-request.ts";
import type { ConversationVerdict } from "./evaluate-conversation.ts";
import { kindsByWeight } from "./remark.ts";

/** Where the labels stand now, and how they came there. */
export interface LabelHistory {
  /** The labels on the pull request. */
  present: readonly string[];
  timeline: readonly TimelineEvent[];
}

const looks: Record<Kind, { color: string; description: string }> = {
  blocking: { color: "b60205", description: "A blocking review comment is open" },
  question: { color: "5319e7", description: "A review question waits for an answer" },
  suggestion: { color: "0e8a16", description: "A review suggestion is open" },
  nit: { color: "c5def5", description: "Only small things: a nit is open" },
  note: { color: "ededed", description: "A review note is open" },
  praise: { color: "fbca04", description: "Somebody liked this" },
};

type LabelEvent = Extract<TimelineEvent, { type: "labeled" | "unlabeled" }>;

/**
 * The labels of `review.kinds`, wanted while a thread or remark of that effective kind is open. People have the last
 * word: one that somebody put there stays, and one of ours that somebody took off stays off until its condition has been false.
 */
export function planConversationLabels(
  verdict: Pick<ConversationVerdict, "remarks">,
  config: Pick<ReviewConfig, "kinds">,
  history: LabelHistory,
): PlannedLabel[] {
  const planned = new Map<string, PlannedLabel>();
  for (const kind of kindsByWeight) {
    const name = config.kinds[kind].label;
    if (name === false) continue;
    const key = name.toLowerCase();
    const before = planned.get(key);
    const wanted = isWanted(kind, name, verdict, history);
    // Two kinds may share a label: the heavier one gives the colour.
    if (before === undefined) planned.set(key, { name, ...looks[kind], wanted });
    else before.wanted ||= wanted;
  }
  return [...planned.values()];
}

function isWanted(
  kind: Kind,
  name: string,
  verdict: Pick<ConversationVerdict, "remarks">,
  history: LabelHistory,
): boolean {
  const latest = history.timeline.findLast((event): event is LabelEvent => isAbout(event, name));
  const isPresent = history.present.some((label) => isSame(label, name));
  // Without an event nobody knows who put it there, so it is treated as a person's.
  if (isPresent && !(latest?.type === "labeled" && latest.actorIsOurs)) return true;
  const open = verdict.remarks.filter((remark) => remark.isOpen && remark.counts && remark.kind === kind);
  if (latest?.type !== "unlabeled" || latest.actorIsOurs) return open.length > 0;
  // Taken off by somebody else. GitHub keeps no history of the condition; it has been true ever since as long as
  // something is open that was open then.
  const isUnbroken = open.some(({ kindSince }) => kindSince <= latest.createdAt);
  return open.length > 0 && !isUnbroken;
}

function isAbout(event: TimelineEvent, name: string): event is LabelEvent {
  return (event.type === "labeled" || event.type === "unlabeled") && isSame(event.label, name);
}

/** GitHub's label names compare without case. */
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

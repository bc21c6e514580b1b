import type { Kind, ReviewConfig } from "../config/schema/review-schema.ts";
import { isPutOnByPerson, listLabelEvents, type PullRequest } from "../pull-request.ts";
import type { PlannedLabel } from "../planned.ts";
import type { ConversationVerdict } from "./evaluate-conversation.ts";
import { kindsByWeight } from "./remark.ts";

const looks: Record<Kind, { color: string; description: string }> = {
  blocking: { color: "b60205", description: "A blocking review comment is open" },
  question: { color: "5319e7", description: "A review question waits for an answer" },
  suggestion: { color: "0e8a16", description: "A review suggestion is open" },
  nit: { color: "c5def5", description: "Only small things: a nit is open" },
  note: { color: "ededed", description: "A review note is open" },
  praise: { color: "fbca04", description: "Somebody liked this" },
};

/**
 * The labels of `review.kinds`, wanted while a thread or remark of that effective kind is open. People have
 * the last word: one that somebody put there stays, and one of ours that somebody took off stays off until
 * its condition has been false.
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
    if (before === undefined) planned.set(key, { name, ...looks[kind], wanted });
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
  if (isPutOnByPerson(name, pullRequest)) return true;
  const latest = listLabelEvents(pullRequest.timeline, name).at(-1);
  const open = verdict.remarks.filter((remark) => remark.isOpen && remark.counts && remark.kind === kind);
  if (latest?.type !== "unlabeled" || latest.actorIsOurs) return open.length > 0;
  // Taken off by somebody else. GitHub keeps no history of the condition; it has been true ever since as long
  // as something is open that was open then.
  const isUnbroken = open.some(({ kindSince }) => kindSince <= latest.createdAt);
  return open.length > 0 && !isUnbroken;
}

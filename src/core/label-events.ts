import type { PullRequest, TimelineEvent } from "./pull-request.ts";

export type LabelEvent = Extract<TimelineEvent, { type: "labeled" | "unlabeled" }>;

/** GitHub's label names compare without case. */
export const isSameLabel = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What happened to a label on a pull request, oldest first. */
export function listLabelEvents(timeline: readonly TimelineEvent[], name: string): LabelEvent[] {
  return timeline.filter(
    (event): event is LabelEvent =>
      (event.type === "labeled" || event.type === "unlabeled") && isSameLabel(event.label, name),
  );
}

/** Is the label there, and not because the app put it there? Without an event nobody knows who did, so it counts as a person's. */
export function isPutOnByPerson(
  name: string,
  { labels, timeline }: Pick<PullRequest, "labels" | "timeline">,
): boolean {
  if (!labels.some((label) => isSameLabel(label, name))) return false;
  const last = listLabelEvents(timeline, name).at(-1);
  return !(last?.type === "labeled" && last.actorIsOurs);
}

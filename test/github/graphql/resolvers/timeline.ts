import { listPullRequests } from "../../state/find.ts";
import type { Team } from "../../state/model.ts";
import { nodeId } from "../../state/node-id.ts";
import type { Review, TimelineItem } from "../../state/pull-request.ts";
import type { Context } from "../context.ts";
import { forbidden } from "../graphql-refusal.ts";
import { shown } from "./actor.ts";
import type { CommitNode } from "./git-object.ts";
import type { TypeResolvers } from "./resolver.ts";

/**
 * A requested team needs the organization's `members: read`; without it a node-level FORBIDDEN (sources.md
 * §12).
 */
export function readReviewer<T extends object>(reviewer: T | Team, context: Context): T | Team {
  if ("members" in reviewer && context.token.kind === "installation") {
    if (context.token.permissions.members === undefined) throw forbidden();
  }
  return reviewer;
}

const item: TypeResolvers = {
  id: ({ id }: TimelineItem) => nodeId("TimelineItem", id),
  createdAt: ({ createdAt }: TimelineItem) => createdAt,
  actor: ({ actor }: TimelineItem) => shown(actor),
};

const request: TypeResolvers = {
  ...item,
  requestedReviewer: ({ reviewer }: TimelineItem, _: unknown, context: Context) =>
    reviewer === undefined || shown(reviewer) === null ? null : readReviewer(reviewer, context),
};

/** Null when the repository no longer has the commit. */
const commitOf =
  (end: "beforeSha" | "afterSha") =>
  (item: TimelineItem, _: unknown, { state }: Context): CommitNode | null => {
    const commit = state.commits.get(item[end] ?? "");
    const repository = listPullRequests(state).find(({ timeline }) => timeline.includes(item))?.repository;
    return commit === undefined || repository === undefined ? null : { kind: "Commit", commit, repository };
  };

const labelled: TypeResolvers = { ...item, label: ({ label }: TimelineItem) => label };

export const timelineResolvers: Record<string, TypeResolvers> = {
  ReviewRequestedEvent: request,
  ReviewRequestRemovedEvent: request,
  ReadyForReviewEvent: item,
  ConvertToDraftEvent: item,
  ReviewDismissedEvent: {
    ...item,
    previousReviewState: ({ previousReviewState }: TimelineItem) => previousReviewState,
    review: ({ review }: TimelineItem): Review | null => review ?? null,
  },
  ReopenedEvent: item,
  ClosedEvent: item,
  HeadRefForcePushedEvent: {
    ...item,
    beforeCommit: commitOf("beforeSha"),
    afterCommit: commitOf("afterSha"),
  },
  AddedToMergeQueueEvent: item,
  RemovedFromMergeQueueEvent: { ...item, reason: ({ reason }: TimelineItem) => reason ?? null },
  LabeledEvent: labelled,
  UnlabeledEvent: labelled,
  CommentDeletedEvent: {
    ...item,
    deletedCommentAuthor: ({ deletedCommentAuthor }: TimelineItem) => shown(deletedCommentAuthor),
  },
};

/** "READY_FOR_REVIEW_EVENT" to "ReadyForReviewEvent". */
export function timelineKind(itemType: string): string {
  return itemType.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

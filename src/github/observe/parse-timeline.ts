import type { Commit, TimelineEvent } from "../../core/pull-request.ts";
import type { CommitAnswer, TimelineAnswer } from "../answers.ts";
import { type ReadEnum, reviewState } from "../enums.ts";
import { parseLogin, parseReviewer } from "./parse-actor.ts";

/** A commit in core/'s words. */
export function parseCommit(answer: CommitAnswer): Commit {
  return {
    sha: answer.oid,
    committedDate: toUtc(answer.committedDate),
    author: answer.author?.user?.login ?? null,
    ownSuiteCreatedAt: answer.checkSuites?.nodes?.[0]?.createdAt ?? null,
    parents: answer.parents?.totalCount ?? 1,
  };
}

/**
 * A commit's date carries its author's offset and may be anything. core/ compares instants as strings in UTC,
 * so a year of more than four digits becomes the end of the year 9999.
 */
function toUtc(date: string): string {
  const instant = new Date(date);
  return instant.getTime() <= Date.parse(lastInstant)
    ? instant.toISOString().replace(/\.\d+Z$/, "Z")
    : lastInstant;
}

const lastInstant = "9999-12-31T23:59:59Z";

/** One timeline item in core/'s words; null for a type that no decision needs. */
export function parseTimelineEvent(
  answer: TimelineAnswer,
  ownLogin: string,
  readEnum: ReadEnum,
): TimelineEvent | null {
  const actor = parseLogin(answer.actor);
  const actorIsOurs = actor !== null && actor === ownLogin;
  const event = { id: answer.id ?? "", createdAt: answer.createdAt ?? "", actor };
  switch (answer.__typename) {
    case "ReviewRequestedEvent":
    case "ReviewRequestRemovedEvent":
      return {
        ...event,
        type: answer.__typename === "ReviewRequestedEvent" ? "review_requested" : "review_request_removed",
        reviewer: parseReviewer(answer.requestedReviewer),
      };
    case "ReadyForReviewEvent":
      return { ...event, type: "ready_for_review" };
    case "ConvertToDraftEvent":
      return { ...event, type: "converted_to_draft" };
    case "ReopenedEvent":
      return { ...event, type: "reopened" };
    case "ClosedEvent":
      return { ...event, type: "closed" };
    case "AddedToMergeQueueEvent":
      return { ...event, type: "added_to_merge_queue" };
    case "RemovedFromMergeQueueEvent":
      return { ...event, type: "removed_from_merge_queue", reason: answer.reason ?? "" };
    case "HeadRefForcePushedEvent":
      return {
        ...event,
        type: "head_ref_force_pushed",
        before: answer.beforeCommit ? parseCommit(answer.beforeCommit) : null,
      };
    case "ReviewDismissedEvent":
      return {
        ...event,
        type: "review_dismissed",
        reviewId: answer.review?.id ?? null,
        previousState: readEnum(reviewState, answer.previousReviewState) ?? "commented",
      };
    case "LabeledEvent":
    case "UnlabeledEvent":
      return {
        ...event,
        type: answer.__typename === "LabeledEvent" ? "labeled" : "unlabeled",
        actorIsOurs,
        label: answer.label?.name ?? "",
      };
    case "CommentDeletedEvent":
      return {
        ...event,
        type: "comment_deleted",
        actorIsOurs,
        deletedAuthor: parseLogin(answer.deletedCommentAuthor),
      };
    default:
      return null;
  }
}

import type { TimelineEvent } from "../../core/pull-request.ts";
import type { TimelineAnswer } from "../answers.ts";
import { type ReadEnum, reviewState } from "../enums.ts";
import { parseLogin, parseReviewer } from "./parse-actor.ts";
import { parseCommit } from "./parse-commit.ts";

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

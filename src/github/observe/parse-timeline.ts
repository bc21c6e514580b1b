import type { ReviewState, TimelineEvent } from "../../core/pull-request.ts";
import type { TimelineAnswer } from "../answers.ts";
import { parseLogin, parseReviewer } from "./parse-actor.ts";

/** One timeline item in the core's words; null for a type that no decision needs. */
export function parseTimelineEvent(answer: TimelineAnswer, ownLogin: string): TimelineEvent | null {
  const createdAt = answer.createdAt ?? "";
  const actor = parseLogin(answer.actor);
  const actorIsOurs = actor !== null && actor === ownLogin;
  switch (answer.__typename) {
    case "ReviewRequestedEvent":
    case "ReviewRequestRemovedEvent":
      return {
        type: answer.__typename === "ReviewRequestedEvent" ? "review_requested" : "review_request_removed",
        createdAt,
        actor,
        reviewer: parseReviewer(answer.requestedReviewer),
      };
    case "ReadyForReviewEvent":
      return { type: "ready_for_review", createdAt, actor };
    case "ConvertToDraftEvent":
      return { type: "converted_to_draft", createdAt, actor };
    case "ReopenedEvent":
      return { type: "reopened", createdAt, actor };
    case "ClosedEvent":
      return { type: "closed", createdAt, actor };
    case "HeadRefForcePushedEvent":
      return { type: "head_ref_force_pushed", createdAt, actor };
    case "ReviewDismissedEvent":
      return {
        type: "review_dismissed",
        createdAt,
        actor,
        reviewId: answer.review?.id ?? null,
        previousState: (answer.previousReviewState ?? "COMMENTED").toLowerCase() as ReviewState,
      };
    case "LabeledEvent":
    case "UnlabeledEvent":
      return {
        type: answer.__typename === "LabeledEvent" ? "labeled" : "unlabeled",
        createdAt,
        actor,
        actorIsOurs,
        label: answer.label?.name ?? "",
      };
    case "CommentDeletedEvent":
      return {
        type: "comment_deleted",
        createdAt,
        actor,
        actorIsOurs,
        deletedAuthor: parseLogin(answer.deletedCommentAuthor),
      };
    default:
      return null;
  }
}

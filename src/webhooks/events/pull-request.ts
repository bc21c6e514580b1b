import type { MinimumVersion } from "../../reconcile/ports.ts";
import { lookAtPullRequest, nothing, type RequestedLooks, readOrigin, type WebhookEvent } from "../looks.ts";
import { idAt, instantAt, objectAt, type Payload, textAt } from "../payload.ts";

/**
 * `pull_request` and the events about its reviews: one look, at least as new as the pull request in the
 * payload.
 */
function findLooks(payload: Payload): RequestedLooks {
  const origin = readOrigin(payload);
  const pullRequest = objectAt(payload, "pull_request");
  const number = idAt(pullRequest, "number") ?? idAt(payload, "number");
  if (origin === null || number === null) return nothing;
  return {
    looks: [lookAtPullRequest(origin, number, { minimumVersion: readMinimumVersion(payload, pullRequest) })],
    byHead: [],
  };
}

function readMinimumVersion(payload: Payload, pullRequest: Payload | null): MinimumVersion {
  return {
    updatedAt: instantAt(pullRequest, "updated_at"),
    headSha: textAt(objectAt(pullRequest, "head"), "sha"),
    commentIds: [],
    ...readReview(payload),
    ...readThread(payload),
  };
}

/** A submitted review has to be seen: `updated_at` has whole seconds, and may not have moved. */
function readReview(payload: Payload): Pick<MinimumVersion, "reviewIds"> {
  const id = textAt(objectAt(payload, "review"), "node_id");
  return id !== null && textAt(payload, "action") === "submitted" ? { reviewIds: [id] } : {};
}

/**
 * What a `pull_request_review_thread` event says. `updated_at` is the only time that it has, and may be null.
 */
function readThread(payload: Payload): Pick<MinimumVersion, "threads"> {
  const id = textAt(objectAt(payload, "thread"), "node_id");
  const at = instantAt(payload, "updated_at");
  if (id === null || at === null) return {};
  return { threads: { [id]: { isResolved: textAt(payload, "action") === "resolved", at } } };
}

/** Only actions that change what is decided: not `milestoned`, `locked` … */
export const pullRequest: WebhookEvent = {
  actions: [
    "opened",
    "reopened",
    "edited",
    "synchronize",
    "ready_for_review",
    "converted_to_draft",
    "labeled",
    "unlabeled",
    "closed",
    "enqueued",
    "dequeued",
    "review_requested",
    "review_request_removed",
    // A bot's pull request is its assignee's.
    "assigned",
    "unassigned",
  ],
  findLooks,
};

export const pullRequestReview: WebhookEvent = {
  actions: ["submitted", "edited", "dismissed"],
  findLooks,
};

export const pullRequestReviewComment: WebhookEvent = {
  actions: ["created", "edited", "deleted"],
  findLooks,
};

export const pullRequestReviewThread: WebhookEvent = {
  actions: ["resolved", "unresolved"],
  findLooks,
};

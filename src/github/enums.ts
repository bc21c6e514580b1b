import type { Permission } from "../core/conversation/people.ts";
import type {
  ChangedFile,
  CheckConclusion,
  OwnCheckRun,
  PullRequest,
  ReviewState,
} from "../core/pull-request.ts";
import type * as generated from "./generated.ts";

/** GitHub's values of one kind, each with core/'s word for it. */
interface Enum<Value extends string, Word> {
  /** GitHub's name for the kind. */
  name: string;
  words: Record<Value, Word>;
  /** The word for a value that GitHub added later, on the safe side. */
  otherwise: Word;
}

/** core/'s word for a value; null for no value. */
export interface ReadEnum {
  <Word>(known: Enum<string, Word>, value: string): Word;
  <Word>(known: Enum<string, Word>, value: string | null | undefined): Word | null;
}

/** Logs each unknown value once. Shared by all clients of one server. */
export function createReadEnum(logger: { warn(fields: object, message: string): void }): ReadEnum {
  const named = new Set<string>();
  return <Word>({ name, words, otherwise }: Enum<string, Word>, value: string | null | undefined) => {
    if (value === null || value === undefined) return null as Word;
    if (Object.hasOwn(words, value)) return words[value] as Word;
    const unknown = `${name}.${value}`;
    if (!named.has(unknown))
      logger.warn({ unknown, countsAs: otherwise }, "GitHub sent a value that this version doesn't know");
    named.add(unknown);
    return otherwise;
  };
}

export const pullRequestState: Enum<generated.PullRequestState, PullRequest["state"]> = {
  name: "PullRequestState",
  words: { OPEN: "open", CLOSED: "closed", MERGED: "merged" },
  // An unknown state counts as open, so that the pull request is judged.
  otherwise: "open",
};

export const mergeableState: Enum<generated.MergeableState, PullRequest["mergeable"]> = {
  name: "MergeableState",
  words: { MERGEABLE: "mergeable", CONFLICTING: "conflicting", UNKNOWN: null },
  otherwise: null,
};

/** An unknown state counts as not seen. */
export const statusState: Enum<generated.StatusState, PullRequest["checksState"]> = {
  name: "StatusState",
  words: {
    ERROR: "error",
    EXPECTED: "expected",
    FAILURE: "failure",
    PENDING: "pending",
    SUCCESS: "success",
  },
  otherwise: null,
};

export const reviewDecision: Enum<
  generated.PullRequestReviewDecision,
  NonNullable<PullRequest["reviewDecision"]>
> = {
  name: "PullRequestReviewDecision",
  words: { APPROVED: "approved", CHANGES_REQUESTED: "changes_requested", REVIEW_REQUIRED: "review_required" },
  // A review rule exists, and nothing says that it is met.
  otherwise: "review_required",
};

export const reviewState: Enum<generated.PullRequestReviewState, ReviewState> = {
  name: "PullRequestReviewState",
  words: {
    PENDING: "pending",
    COMMENTED: "commented",
    APPROVED: "approved",
    CHANGES_REQUESTED: "changes_requested",
    DISMISSED: "dismissed",
  },
  // Neither an approval nor a request for changes.
  otherwise: "commented",
};

export const patchStatus: Enum<generated.PatchStatus, ChangedFile["changeType"]> = {
  name: "PatchStatus",
  words: {
    ADDED: "added",
    CHANGED: "changed",
    COPIED: "copied",
    DELETED: "deleted",
    MODIFIED: "modified",
    RENAMED: "renamed",
  },
  otherwise: "changed",
};

export const checkStatus: Enum<generated.CheckStatusState, OwnCheckRun["status"]> = {
  name: "CheckStatusState",
  words: {
    COMPLETED: "completed",
    IN_PROGRESS: "in_progress",
    QUEUED: "queued",
    PENDING: "other",
    REQUESTED: "other",
    WAITING: "other",
  },
  // Not completed, so it is written again.
  otherwise: "other",
};

export const checkConclusion: Enum<generated.CheckConclusionState, CheckConclusion> = {
  name: "CheckConclusionState",
  words: {
    ACTION_REQUIRED: "action_required",
    CANCELLED: "cancelled",
    FAILURE: "failure",
    NEUTRAL: "neutral",
    SUCCESS: "success",
    SKIPPED: "skipped",
    STALE: "stale",
    TIMED_OUT: "timed_out",
    STARTUP_FAILURE: "startup_failure",
  },
  // Only GitHub writes it, like "stale"; the app never does.
  otherwise: "stale",
};

/** The fewer people may see a repository, the higher; null when unknown. */
export const visibility: Enum<generated.RepositoryVisibility, number | null> = {
  name: "RepositoryVisibility",
  words: { PUBLIC: 0, INTERNAL: 1, PRIVATE: 2 },
  otherwise: null,
};

/**
 * REST's `permission`, which has four values: maintain counts as write, triage as read.
 * https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
 */
export const permission: Enum<Permission, Permission> = {
  name: "permission",
  words: { admin: "admin", write: "write", read: "read", none: "none" },
  otherwise: "none",
};

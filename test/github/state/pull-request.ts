import type { Account, Instant, Label, Repository, Team } from "./model.ts";

export interface ChangedFile {
  path: string;
  additions: number;
  deletions: number;
  status: "added" | "modified" | "removed" | "renamed" | "copied" | "changed";
}

export const reactionContents = {
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  hooray: "HOORAY",
  confused: "CONFUSED",
  heart: "HEART",
  rocket: "ROCKET",
  eyes: "EYES",
} as const;
export type ReactionContent = keyof typeof reactionContents;

export interface Reaction {
  id: number;
  user: Account;
  content: ReactionContent;
  createdAt: Instant;
}

/** The common fields of issue comments, review comments and reviews. */
export interface Remark {
  id: number;
  pullRequest: PullRequest;
  author: Account;
  /** Written through an app: `performed_via_github_app`. */
  viaApp: boolean;
  body: string;
  createdAt: Instant;
  updatedAt: Instant;
  lastEditedAt: Instant | null;
  editor: Account | null;
  edits: number;
  minimizedReason: string | null;
  reactions: Reaction[];
}

export interface IssueComment extends Remark {
  kind: "IssueComment";
}

export type ReviewState = "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED" | "DISMISSED" | "PENDING";

export interface Review extends Remark {
  kind: "PullRequestReview";
  state: ReviewState;
  commitSha: string;
  submittedAt: Instant;
  onBehalfOf: Team[];
}

export interface ReviewComment extends Remark {
  kind: "PullRequestReviewComment";
  review: Review;
  thread: ReviewThread;
  inReplyTo: ReviewComment | null;
}

export interface ReviewThread {
  id: number;
  pullRequest: PullRequest;
  path: string;
  /** Null once outdated. */
  line: number | null;
  originalLine: number;
  commitSha: string;
  isOutdated: boolean;
  resolvedBy: Account | null;
  updatedAt: Instant;
  comments: ReviewComment[];
}

export interface ReviewRequest {
  id: number;
  reviewer: Account | Team;
  asCodeOwner: boolean;
}

type TimelineKind =
  | "ReviewRequestedEvent"
  | "ReviewRequestRemovedEvent"
  | "ReadyForReviewEvent"
  | "ConvertToDraftEvent"
  | "ReviewDismissedEvent"
  | "ReopenedEvent"
  | "ClosedEvent"
  | "MergedEvent"
  | "HeadRefForcePushedEvent"
  | "LabeledEvent"
  | "UnlabeledEvent"
  | "CommentDeletedEvent"
  | "RenamedTitleEvent"
  | "BaseRefChangedEvent"
  | "AddedToMergeQueueEvent"
  | "RemovedFromMergeQueueEvent";

export interface TimelineItem {
  kind: TimelineKind;
  id: number;
  createdAt: Instant;
  actor: Account;
  reviewer?: Account | Team;
  review?: Review;
  previousReviewState?: ReviewState;
  label?: Label;
  deletedCommentAuthor?: Account;
  /** The reason of a removal from the merge queue. */
  reason?: string;
  /** The head before and after a forced push. */
  beforeSha?: string;
  afterSha?: string;
}

export interface MergeQueueEntry {
  headSha: string;
  headRef: string;
  baseSha: string;
}

export interface PullRequest {
  id: number;
  number: number;
  repository: Repository;
  author: Account;
  title: string;
  body: string | null;
  state: "open" | "closed";
  isDraft: boolean;
  isLocked: boolean;
  createdAt: Instant;
  updatedAt: Instant;
  lastEditedAt: Instant | null;
  /**
   * The description after each edit, oldest first. Empty until the first edit; then the first entry is the
   * original.
   */
  bodyEdits: { editedAt: Instant; body: string }[];
  closedAt: Instant | null;
  mergedAt: Instant | null;
  mergedBy: Account | null;
  mergeCommitSha: string | null;
  baseRef: string;
  baseSha: string;
  headRepository: Repository;
  headRef: string;
  headSha: string;
  /** Oldest first; the last one is the head. */
  commitShas: string[];
  files: ChangedFile[];
  mergeable: "MERGEABLE" | "CONFLICTING" | "UNKNOWN";
  queueEntry: MergeQueueEntry | null;
  labels: Label[];
  assignees: Account[];
  reviewRequests: ReviewRequest[];
  reviews: Review[];
  threads: ReviewThread[];
  comments: IssueComment[];
  timeline: TimelineItem[];
}

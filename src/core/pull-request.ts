/**
 * What was observed on GitHub, in GitHub's own words, as plain data.
 *
 * Instants are RFC 3339 strings in UTC with whole seconds, as GitHub's API gives them
 * ("2026-11-22T09:26:00Z"), so they compare as strings. Logins are in the REST form: a bot's ends in "[bot]"
 * (GraphQL drops the suffix; the observer restores it). A text that is null at GitHub (an empty body) is "".
 */

/** An RFC 3339 instant in UTC. */
export type Instant = string;

export interface Actor {
  /** REST form: `dependabot[bot]`. A deleted account is "ghost". */
  login: string;
  type: "user" | "bot" | "mannequin" | "organization";
}

export interface Repository {
  /** The REST id, which survives renames and transfers. */
  id: number;
  owner: string;
  name: string;
}

export interface ChangedFile {
  path: string;
  additions: number;
  deletions: number;
  changeType: "added" | "changed" | "copied" | "deleted" | "modified" | "renamed";
}

/** A user, bot or team that was asked to review. A team's login is its combined slug, `acme/payments`. */
export interface RequestedReviewer {
  type: "user" | "bot" | "mannequin" | "team";
  login: string;
}

export type ReviewState = "pending" | "commented" | "approved" | "changes_requested" | "dismissed";

export interface Review {
  /** GraphQL node id. */
  id: string;
  author: Actor;
  /** May its author push to the repository now? GraphQL's `authorCanPushToRepository`. */
  authorCanPush: boolean;
  state: ReviewState;
  body: string;
  url: string;
  submittedAt: Instant | null;
  lastEditedAt: Instant | null;
  /** Combined slugs of the teams that this review answers for. */
  onBehalfOf: string[];
  isMinimized: boolean;
  reactions: OwnReactions;
  /** Who last edited the text; null when nobody did or GitHub does not say. */
  editor: string | null;
}

export interface ReviewComment {
  id: string;
  databaseId: number | null;
  author: Actor;
  /** From its review, which every review comment has; false when GitHub does not name the review. */
  authorCanPush: boolean;
  body: string;
  url: string;
  createdAt: Instant;
  lastEditedAt: Instant | null;
  isMinimized: boolean;
  /** GraphQL id of the review that it came with. */
  reviewId: string | null;
  /** Who last edited it; null when nobody did. */
  editor: string | null;
  reactions: OwnReactions;
  /** True when this app wrote it. */
  isOurs: boolean;
}

export interface ReviewThread {
  id: string;
  path: string;
  line: number | null;
  isResolved: boolean;
  /** Login of the person who resolved it; null when open or unknown. */
  resolvedBy: string | null;
  isOutdated: boolean;
  /** Oldest first; never empty. */
  comments: [ReviewComment, ...ReviewComment[]];
}

/** The reactions of this app's own account. */
export interface OwnReactions {
  rocket: boolean;
  /**
   * When the first 🚀 was given (GraphQL `ReactionGroup.createdAt`), which tells earlier edits from later
   * ones; null when unknown.
   */
  rocketAt: Instant | null;
  thumbsDown: boolean;
  confused: boolean;
}

/** A comment on the conversation page ("issue comment" in GitHub's API). */
export interface IssueComment {
  id: string;
  databaseId: number;
  author: Actor;
  body: string;
  url: string;
  createdAt: Instant;
  lastEditedAt: Instant | null;
  /** Who last edited it; null when nobody did. */
  editor: string | null;
  isMinimized: boolean;
  /** True when this app wrote it, judged by its author, never by its text. */
  isOurs: boolean;
  reactions: OwnReactions;
}

/** A timeline event. Only the types that a decision needs. */
export type TimelineEvent = {
  /** GraphQL node id. */
  id: string;
  createdAt: Instant;
  /** Login of the person who did it; null where GitHub names nobody. */
  actor: string | null;
} & (
  | { type: "review_requested" | "review_request_removed"; reviewer: RequestedReviewer | null }
  | { type: "ready_for_review" | "converted_to_draft" | "reopened" | "closed" | "added_to_merge_queue" }
  | { type: "review_dismissed"; reviewId: string | null; previousState: ReviewState }
  | { type: "labeled" | "unlabeled"; actorIsOurs: boolean; label: string }
  | { type: "comment_deleted"; actorIsOurs: boolean; deletedAuthor: string | null }
  /** `reason` is GitHub's free text; "" when it gives none. */
  | { type: "removed_from_merge_queue"; reason: string }
  /** `before` is the replaced head; null when GitHub no longer has it. */
  | { type: "head_ref_force_pushed"; before: Commit | null }
);

export interface Commit {
  sha: string;
  committedDate: Instant;
  /** Login of the commit's author, when GitHub knows one. */
  author: string | null;
  /**
   * When our own check suite on this commit was created, which is the closest to the time of the push. Null
   * when there is none.
   */
  ownSuiteCreatedAt: Instant | null;
  /** Number of parents; a merge of the base branch has two. */
  parents: number;
}

export type CheckConclusion =
  | "action_required"
  | "cancelled"
  | "failure"
  | "neutral"
  | "success"
  | "skipped"
  | "stale"
  | "timed_out"
  | "startup_failure";

/** A check run of this app on the head commit. */
export interface OwnCheckRun {
  databaseId: number;
  name: string;
  status: "completed" | "in_progress" | "queued" | "other";
  conclusion: CheckConclusion | null;
  /** `<pull request number>:<hash>`, as written by this app; "" when there is none. */
  externalId: string;
}

/** An earlier pull request, with only what its description is judged by. */
export interface PastPullRequest
  extends Pick<
    PullRequest,
    | "number"
    | "title"
    | "body"
    | "author"
    | "isDraft"
    | "createdAt"
    | "baseRef"
    | "additions"
    | "deletions"
    | "changedFiles"
    | "files"
    | "labels"
  > {}

export interface PullRequest {
  /** GraphQL node id. */
  id: string;
  number: number;
  url: string;
  title: string;
  /** Byte for byte as GitHub has it (CRLF kept); "" when there is none. */
  body: string;
  author: Actor;
  state: "open" | "closed" | "merged";
  isDraft: boolean;
  createdAt: Instant;
  updatedAt: Instant;
  /** When the body was last edited; null when never. */
  lastEditedAt: Instant | null;
  closedAt: Instant | null;
  baseRef: string;
  headSha: string;
  /** The head is in a fork. */
  isCrossRepository: boolean;
  isInMergeQueue: boolean;
  /** Null when GitHub did not say or has not worked it out. */
  mergeable: "mergeable" | "conflicting" | null;
  /** The state of all checks on the head commit; null when there are none or we may not see them. */
  checksState: "error" | "expected" | "failure" | "pending" | "success" | null;
  reviewDecision: "approved" | "changes_requested" | "review_required" | null;
  additions: number;
  deletions: number;
  /** GitHub's own count; `files` may hold fewer (it stops at 3,000). */
  changedFiles: number;
  files: ChangedFile[];
  labels: string[];
  /** Logins, in GitHub's order. Only people can be assignees. */
  assignees: string[];
  reviewRequests: RequestedReviewer[];
  /** Oldest first. */
  reviews: Review[];
  /** Oldest first. */
  threads: ReviewThread[];
  /** Oldest first. */
  comments: IssueComment[];
  /** Oldest first. */
  timeline: TimelineEvent[];
  /** The newest commits, oldest first; the last one is the head. */
  commits: Commit[];
  /** Ours on the head commit, newest first for each name. */
  ownCheckRuns: OwnCheckRun[];
}

/** The thread with each comment changed. */
export function changeComments(
  thread: ReviewThread,
  change: (comment: ReviewComment) => ReviewComment,
): ReviewThread {
  const [first, ...replies] = thread.comments;
  return { ...thread, comments: [change(first), ...replies.map(change)] };
}

type LabelEvent = Extract<TimelineEvent, { type: "labeled" | "unlabeled" }>;

/** GitHub's label names compare without case. */
export const isSameLabel = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** GitHub's logins and team slugs also compare without case. */
export const isSameLogin = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What happened to a label on a pull request, oldest first. */
export function listLabelEvents(timeline: readonly TimelineEvent[], name: string): LabelEvent[] {
  return timeline.filter(
    (event): event is LabelEvent =>
      (event.type === "labeled" || event.type === "unlabeled") && isSameLabel(event.label, name),
  );
}

/** When somebody else deleted a comment by this login, which is ours. */
export function listDeletions(timeline: readonly TimelineEvent[], ownLogin: string): Instant[] {
  return timeline.flatMap((event) =>
    event.type === "comment_deleted" && event.deletedAuthor === ownLogin && !event.actorIsOurs
      ? [event.createdAt]
      : [],
  );
}

/**
 * Is the label there because a person added it? Without an event nobody knows who did, so it counts as a
 * person's.
 */
export function wasAddedByPerson(
  name: string,
  { labels, timeline }: Pick<PullRequest, "labels" | "timeline">,
): boolean {
  if (!labels.some((label) => isSameLabel(label, name))) return false;
  const last = listLabelEvents(timeline, name).at(-1);
  return !(last?.type === "labeled" && last.actorIsOurs);
}

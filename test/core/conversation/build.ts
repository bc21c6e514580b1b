import { type ReviewConfig, reviewSchema } from "../../../src/core/config/schema/review-schema.ts";
import type { ConversationInput } from "../../../src/core/conversation/evaluate-conversation.ts";
import type {
  Actor,
  IssueComment,
  PullRequest,
  Review,
  ReviewComment,
  ReviewThread,
} from "../../../src/core/pull-request.ts";

/** Short ways to write down a pull request's conversation. Minutes count from 09:00 on one day. */
export const at = (minutes: number) =>
  `2026-11-23T${String(9 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00Z`;

export const actor = (login: string): Actor => ({ login, type: login.endsWith("[bot]") ? "bot" : "user" });
const noReactions = { rocket: false, thumbsDown: false, confused: false };
const page = "https://github.com/acme/shop/pull/7";
let serial = 0;
const next = () => {
  serial += 1;
  return serial;
};

export function comment(
  login: string,
  body: string,
  minutes: number,
  more: Partial<IssueComment> = {},
): IssueComment {
  const databaseId = next();
  return {
    id: `IC_${databaseId}`,
    databaseId,
    author: actor(login),
    body,
    url: `${page}#issuecomment-${databaseId}`,
    createdAt: at(minutes),
    lastEditedAt: null,
    editor: null,
    isMinimized: false,
    isOurs: false,
    reactions: noReactions,
    ...more,
  };
}

export function reply(
  login: string,
  body: string,
  minutes: number,
  more: Partial<ReviewComment> = {},
): ReviewComment {
  const databaseId = next();
  return {
    id: `RC_${databaseId}`,
    databaseId,
    author: actor(login),
    body,
    url: `${page}#discussion_r${databaseId}`,
    createdAt: at(minutes),
    lastEditedAt: null,
    isMinimized: false,
    reviewId: null,
    isOurs: false,
    ...more,
  };
}

export function thread(comments: ReviewComment[], more: Partial<ReviewThread> = {}): ReviewThread {
  return {
    id: `T_${comments[0]!.id}`,
    path: "src/retry.ts",
    line: 12,
    isResolved: false,
    resolvedBy: null,
    isOutdated: false,
    comments,
    ...more,
  };
}

export function review(
  login: string,
  state: Review["state"],
  minutes: number,
  more: Partial<Review> = {},
): Review {
  const databaseId = next();
  return {
    id: `R_${databaseId}`,
    databaseId,
    author: actor(login),
    state,
    body: "",
    url: `${page}#pullrequestreview-${databaseId}`,
    submittedAt: at(minutes),
    lastEditedAt: null,
    commitSha: null,
    onBehalfOf: [],
    isMinimized: false,
    reactions: noReactions,
    editor: null,
    ...more,
  };
}

export function pullRequest(more: Partial<PullRequest> = {}): PullRequest {
  return {
    id: "PR_7",
    number: 7,
    url: page,
    title: "Retry payments",
    body: "",
    author: actor("alice"),
    state: "open",
    isDraft: false,
    isLocked: false,
    createdAt: at(0),
    updatedAt: at(0),
    lastEditedAt: null,
    closedAt: null,
    mergedAt: null,
    baseRef: "main",
    headRef: "retry",
    headSha: "1".repeat(40),
    isCrossRepository: false,
    isInMergeQueue: false,
    mergeable: null,
    checksState: null,
    reviewDecision: null,
    additions: 1,
    deletions: 0,
    changedFiles: 0,
    files: [],
    labels: [],
    reviewRequests: [],
    reviews: [],
    threads: [],
    comments: [],
    timeline: [],
    commits: [],
    ownCheckRuns: [],
    sameHead: [],
    ...more,
  };
}

export const reviewConfig = (config: Parameters<typeof reviewSchema.parse>[0] = {}): ReviewConfig =>
  reviewSchema.parse(config);

export function conversation(
  pr: Partial<PullRequest>,
  more: Partial<ConversationInput> = {},
): ConversationInput {
  return {
    pullRequest: pullRequest(pr),
    config: reviewConfig(),
    now: at(300),
    permissions: new Map(),
    resolves: [],
    decisions: [],
    isWithinOneBusinessDay: () => true,
    ...more,
  };
}

import type { Actor, IssueComment, PullRequest } from "../../../../src/core/pull-request.ts";

export const user = (login: string): Actor => ({ login, type: login.endsWith("[bot]") ? "bot" : "user" });

const noReactions = { rocket: false, thumbsDown: false, confused: false };

/** A pull request as it is when it was just opened. */
export function newPullRequest(changes: Partial<PullRequest> = {}): PullRequest {
  const createdAt = changes.createdAt ?? "2026-11-02T08:00:00Z";
  return {
    id: "PR_1",
    number: 1,
    url: "https://github.com/acme/shop/pull/1",
    title: "Retry payments",
    body: "",
    author: user("alice"),
    state: "open",
    isDraft: false,
    isLocked: false,
    createdAt,
    updatedAt: createdAt,
    lastEditedAt: null,
    closedAt: null,
    mergedAt: null,
    baseRef: "main",
    headRef: "retry",
    headSha: "c0",
    isCrossRepository: false,
    isInMergeQueue: false,
    mergeable: "mergeable",
    checksState: "success",
    reviewDecision: null,
    additions: 10,
    deletions: 2,
    changedFiles: 1,
    files: [],
    labels: [],
    reviewRequests: [],
    reviews: [],
    threads: [],
    comments: [],
    timeline: [],
    commits: [
      {
        sha: "c0",
        committedDate: "2026-10-30T15:00:00Z",
        author: "alice",
        ownSuiteCreatedAt: createdAt,
        parents: 1,
      },
    ],
    ownCheckRuns: [],
    sameHead: [],
    ...changes,
  };
}

export function newComment(id: string, login: string, at: string, body: string): IssueComment {
  return {
    id,
    databaseId: 1,
    author: user(login),
    body,
    url: `https://github.com/acme/shop/pull/1#${id}`,
    createdAt: at,
    lastEditedAt: null,
    editor: null,
    isMinimized: false,
    isOurs: login === "async-review[bot]",
    reactions: noReactions,
  };
}

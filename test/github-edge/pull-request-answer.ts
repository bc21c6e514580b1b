import type { HeadCommitAnswer, PullRequestAnswer } from "../../src/github/answers.ts";

const none = { nodes: [] };
const page = { ...none, pageInfo: { hasNextPage: false, endCursor: null } };
export const run = {
  databaseId: 5,
  name: "async / description",
  status: "COMPLETED",
  conclusion: "SUCCESS",
} as const;
export const headCommit: HeadCommitAnswer = {
  oid: "b".repeat(40),
  statusCheckRollup: { state: "FAILURE" },
  checkSuites: { nodes: [{ app: null, checkRuns: { nodes: [{ ...run, externalId: "7:0123" }] } }] },
};

const noEvents = { nodes: [], pageInfo: { hasPreviousPage: false, startCursor: null } };

/** GitHub's answer for a pull request that nobody has touched. Its head is `headCommit`. */
export function answerOf(more: Partial<PullRequestAnswer>): PullRequestAnswer {
  return {
    id: "PR_1",
    number: 7,
    url: "https://github.test/acme/shop/pull/7",
    title: "Export orders",
    body: "",
    state: "OPEN",
    isDraft: false,
    createdAt: "2026-03-02T09:00:00Z",
    updatedAt: "2026-03-02T09:00:00Z",
    lastEditedAt: null,
    closedAt: null,
    baseRefName: "main",
    headRefOid: headCommit.oid,
    isCrossRepository: false,
    isInMergeQueue: false,
    mergeable: "UNKNOWN",
    reviewDecision: null,
    additions: 1,
    deletions: 0,
    changedFiles: 1,
    author: null,
    baseRef: null,
    labels: null,
    files: null,
    reviewRequests: null,
    reviews: null,
    reviewThreads: page,
    comments: page,
    assignees: none,
    timelineItems: noEvents,
    labelEvents: noEvents,
    forcePushes: none,
    commits: none,
    headCommit: { nodes: [{ commit: headCommit }] },
    ...more,
  };
}

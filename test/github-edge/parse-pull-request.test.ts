import { expect, it } from "vitest";
import type { CommitAnswer, HeadCommitAnswer, PullRequestAnswer } from "../../src/github/answers.ts";
import { parsePullRequest } from "../../src/github/observe/parse-pull-request.ts";

const none = { nodes: [] };
const page = { ...none, pageInfo: { hasNextPage: false, endCursor: null } };
const run = {
  databaseId: 5,
  name: "async / description",
  status: "COMPLETED",
  conclusion: "SUCCESS",
} as const;
const headCommit: HeadCommitAnswer = {
  oid: "b".repeat(40),
  statusCheckRollup: { state: "FAILURE" },
  checkSuites: { nodes: [{ app: null, checkRuns: { nodes: [{ ...run, externalId: "7:0123" }] } }] },
};

const noEvents = { nodes: [], pageInfo: { hasPreviousPage: false, startCursor: null } };

/** What GitHub says of a pull request that nobody has touched; its head is `headCommit`. */
function parse(more: Partial<PullRequestAnswer>) {
  const answer: PullRequestAnswer = {
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
  return parsePullRequest(answer, { login: "async-review[bot]", slug: null });
}

it("has a ghost for a deleted author, and nothing where GitHub says null", () => {
  expect(parse({})).toMatchObject({
    author: { login: "ghost", type: "user" },
    mergeable: null,
    labels: [],
    files: [],
    reviewRequests: [],
    reviews: [],
  });
});

it("takes check runs from the head only: the list of commits may lag behind it", () => {
  const seen = { ...run, status: "completed", conclusion: "success", externalId: "7:0123" };
  expect(parse({})).toMatchObject({ ownCheckRuns: [seen], checksState: "failure" });
  expect(parse({ headRefOid: "c".repeat(40) })).toMatchObject({ ownCheckRuns: [], checksState: null });
});

it.each([
  ["its author's offset", "2026-03-02T10:00:00+01:00", "2026-03-02T09:00:00Z"],
  ["a year that no clock shows", "292277026596-12-04T15:30:08Z", "9999-12-31T23:59:59Z"],
  ["a year with more than four digits", "+020000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"],
])("reads a commit's date with %s", (_case, committedDate, expected) => {
  const commit: CommitAnswer = {
    oid: headCommit.oid,
    committedDate,
    author: null,
    parents: { totalCount: 1 },
    checkSuites: null,
  };
  expect(parse({ commits: { nodes: [{ commit }] } }).commits.map((one) => one.committedDate)).toEqual([
    expected,
  ]);
});

import { expect, it } from "vitest";
import type { PullRequestAnswer } from "../../src/github/answers.ts";
import { createReadEnum } from "../../src/github/enums.ts";
import { parsePullRequest } from "../../src/github/observe/parse-pull-request.ts";
import { silent } from "../github-client/create-test-clients.ts";
import { answerOf, headCommit, run } from "./pull-request-answer.ts";

const owner = { login: "async-review[bot]", slug: null };
const parse = (more: Partial<PullRequestAnswer>) =>
  parsePullRequest(answerOf(more), owner, createReadEnum(silent));

it("uses ghost for a deleted author, and null where GitHub says null", () => {
  expect(parse({})).toMatchObject({
    author: { login: "ghost", type: "user" },
    mergeable: null,
    labels: [],
    files: [],
    reviewRequests: [],
    reviews: [],
  });
});

it("reads check runs from the head only, because the list of commits may lag behind", () => {
  const seen = { ...run, status: "completed", conclusion: "success", externalId: "7:0123" };
  expect(parse({})).toMatchObject({ ownCheckRuns: [seen], checksState: "failure" });
  expect(parse({ headRefOid: "c".repeat(40) })).toMatchObject({ ownCheckRuns: [], checksState: null });
});

it.each([
  ["its author's offset", "2026-03-02T10:00:00+01:00", "2026-03-02T09:00:00Z"],
  ["a year out of range", "292277026596-12-04T15:30:08Z", "9999-12-31T23:59:59Z"],
  ["a year with more than four digits", "+020000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"],
])("reads a commit's date with %s", (_case, committedDate, expected) => {
  const commit = {
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

import { describe, expect, it } from "vitest";
import type {
  HeadCommitAnswer,
  PullRequestAnswer,
  ReviewAnswer,
  TimelineAnswer,
} from "../../src/github/answers.ts";
import { findPermission } from "../../src/github/github.ts";
import { parseReviewer } from "../../src/github/observe/parse-actor.ts";
import { parseOrganisationText } from "../../src/github/observe/parse-config-texts.ts";
import { parsePullRequest } from "../../src/github/observe/parse-pull-request.ts";
import { answerWith } from "./answer-with.ts";
import { answerOf, headCommit, run } from "./pull-request-answer.ts";

/** A value that GitHub may add one day. */
const unknownValue = "NOVEL" as never;

const review: ReviewAnswer = {
  ...{
    id: "PRR_1",
    state: unknownValue,
    authorCanPushToRepository: true,
    body: "",
    url: "",
    submittedAt: null,
  },
  ...{
    lastEditedAt: null,
    isMinimized: false,
    author: null,
    editor: null,
    onBehalfOf: { nodes: [] },
    reactionGroups: [],
  },
};
const dismissal: TimelineAnswer = {
  ...{ __typename: "ReviewDismissedEvent", id: "E_1", createdAt: "2026-03-02T09:00:00Z" },
  previousReviewState: unknownValue,
};
const pageInfo = { hasNextPage: false, endCursor: null };
const events = { hasPreviousPage: false, startCursor: null };
const withHead = (more: Partial<HeadCommitAnswer>): Partial<PullRequestAnswer> => ({
  headCommit: { nodes: [{ commit: { ...headCommit, ...more } }] },
});
const withRun = (more: object) =>
  withHead({
    checkSuites: {
      nodes: [{ app: null, checkRuns: { nodes: [{ ...run, externalId: "7:0123", ...more }] } }],
    },
  });

describe("an enum value that GitHub added later", () => {
  it.each<[string, Partial<PullRequestAnswer>, object]>([
    ["PullRequestState", { state: unknownValue }, { state: "open" }],
    ["MergeableState", { mergeable: unknownValue }, { mergeable: null }],
    ["StatusState", withHead({ statusCheckRollup: { state: unknownValue } }), { checksState: null }],
    ["PullRequestReviewDecision", { reviewDecision: unknownValue }, { reviewDecision: "review_required" }],
    [
      "PullRequestReviewState",
      {
        reviews: { pageInfo, nodes: [review] },
        timelineItems: { pageInfo: events, nodes: [dismissal as never] },
      },
      { reviews: [{ state: "commented" }], timeline: [{ previousState: "commented" }] },
    ],
    [
      "PatchStatus",
      {
        files: { pageInfo, nodes: [{ path: "a.ts", additions: 1, deletions: 0, changeType: unknownValue }] },
      },
      { files: [{ changeType: "changed" }] },
    ],
    ["CheckStatusState", withRun({ status: unknownValue }), { ownCheckRuns: [{ status: "other" }] }],
    [
      "CheckConclusionState",
      withRun({ conclusion: unknownValue }),
      { ownCheckRuns: [{ conclusion: "stale" }] },
    ],
  ])("of %s gets the safe reading, and is logged once", (name, more, expected) => {
    const { client, logged } = answerWith(() => null);
    const owner = { login: "async-review[bot]", slug: null };
    for (const _look of ["first", "second"])
      expect(parsePullRequest(answerOf(more), owner, client.readEnum)).toMatchObject(expected);
    expect(logged).toEqual([{ unknown: `${name}.NOVEL`, countsAs: findWord(expected) }]);
  });

  it.each([
    ["another account's repository", { visibility: unknownValue }, "PUBLIC" as const, true],
    [
      "another account's repository, seen from a private one",
      { visibility: unknownValue },
      "PRIVATE" as const,
      false,
    ],
    ["this repository, beside a public one", { visibility: "PUBLIC" as const }, unknownValue, false],
    ["this repository, beside an internal one", { visibility: "INTERNAL" as const }, unknownValue, true],
  ])("of a repository's visibility hides the organisation's values: %s", (_case, theirs, ours, isHidden) => {
    const { client, logged } = answerWith(() => null);
    const parsed = parseOrganisationText({ ...theirs, config: null }, ours, client.readEnum);
    expect({ isHidden: parsed.organisationIsHidden, logged }).toEqual({
      isHidden,
      logged: [{ unknown: "RepositoryVisibility.NOVEL", countsAs: null }],
    });
  });

  it("of a permission allows nothing", async () => {
    const { client, logged } = answerWith(() => ({ permission: "guest" }));
    const repository = { id: 1, owner: "acme", name: "shop" };
    expect(await findPermission(client, repository, "alice")).toBe("none");
    expect(await findPermission(client, repository, "bob")).toBe("none");
    expect(logged).toEqual([{ unknown: "permission.guest", countsAs: "none" }]);
  });

  it("of a reviewer's type counts as no request", () => {
    expect(parseReviewer({ __typename: "EnterpriseTeam" } as never)).toBeNull();
  });
});

/** Finds the only string in an expectation. */
function findWord(expected: object): unknown {
  const [value] = Object.values(expected);
  return typeof value === "object" && value !== null ? findWord(value) : value;
}

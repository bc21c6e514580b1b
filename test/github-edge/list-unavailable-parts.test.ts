import { expect, it } from "vitest";
import { listUnavailableParts } from "../../src/github/observe/list-unavailable-parts.ts";

const reviewer = ["repository", "pullRequest", "reviewRequests", "nodes", 0, "requestedReviewer"];
const team = ["repository", "pullRequest", "reviews", "nodes", 3, "onBehalfOf"];
const rollup = ["repository", "pullRequest", "headCommit", "nodes", 0, "commit", "statusCheckRollup"];

it.each([
  ["a team", [{ type: "FORBIDDEN", path: reviewer }], ["teams"]],
  [
    "a team, for a person's token",
    [
      { type: "INSUFFICIENT_SCOPES", path: team },
      { type: "FORBIDDEN", path: reviewer },
    ],
    ["teams"],
  ],
  ["other checks", [{ type: "FORBIDDEN", path: rollup }], ["checks"]],
  ["the organisation's file", [{ type: "FORBIDDEN", path: ["organisation"] }], ["organisation file"]],
  ["no repository of the organisation's, which is none", [{ type: "NOT_FOUND", path: ["organisation"] }], []],
  ["a pull request that is gone", [{ type: "NOT_FOUND", path: ["repository", "pullRequest"] }], []],
])("names what may not be seen: %s", (_case, errors, expected) => {
  expect(listUnavailableParts(errors.map((error) => ({ ...error, message: "no" })))).toEqual(expected);
});

it.each([
  ["what a decision needs", { type: "FORBIDDEN", path: ["repository", "pullRequest"] }, "forbidden"],
  ["a part of it that did not come", { path: ["repository", "pullRequest", "comments"] }, "unavailable"],
  ["an optional part that only did not come", { path: ["organisation", "config"] }, "unavailable"],
  ["a whole answer", {}, "unavailable"],
])("does not do without %s", (_case, error, reason) => {
  expect(() => listUnavailableParts([{ ...error, message: "Something went wrong" }])).toThrow(
    expect.objectContaining({ name: "GitHubError", reason }),
  );
});

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
  [
    "none for an organisation without its own repository",
    [{ type: "NOT_FOUND", path: ["organisation"] }],
    [],
  ],
  ["none for a missing pull request", [{ type: "NOT_FOUND", path: ["repository", "pullRequest"] }], []],
])("names the part that may not be read: %s", (_case, errors, expected) => {
  expect(listUnavailableParts(errors.map((error) => ({ ...error, message: "no" })))).toEqual(expected);
});

it.each([
  ["a required part", { type: "FORBIDDEN", path: ["repository", "pullRequest"] }, "forbidden"],
  ["a required part that is null", { path: ["repository", "pullRequest", "comments"] }, "unavailable"],
  ["an optional part that is null without an error", { path: ["organisation", "config"] }, "unavailable"],
  ["a whole answer", {}, "unavailable"],
])("fails without %s", (_case, error, reason) => {
  expect(() => listUnavailableParts([{ ...error, message: "Something went wrong" }])).toThrow(
    expect.objectContaining({ name: "GitHubError", reason }),
  );
});

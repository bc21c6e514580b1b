import { expect, it } from "vitest";
import { countRequests } from "../../bench/requests/count-requests.ts";

const observe = "query PullRequest";
const createCheckRun = "POST /repos/:owner/:repo/check-runs";
const updateCheckRun = "PATCH /repos/:owner/:repo/check-runs/:run";
const updateComment = "PATCH /repos/:owner/:repo/issues/comments/:comment";

it("makes no more requests than each event needs", async () => {
  const counted = await countRequests();
  expect(counted.map(({ event, requests }) => [event, requests])).toEqual([
    [
      "opening a lazy pull request, with its comment",
      [
        "POST /app/installations/:installation/access_tokens",
        observe,
        createCheckRun,
        observe,
        "POST /repos/:owner/:repo/issues/:number/comments",
      ],
    ],
    ["an edit that leaves it lazy", [observe, updateCheckRun, updateComment]],
    ["the edit that fixes it", [observe, updateCheckRun, updateComment]],
    ["a push", [observe, createCheckRun]],
    ["an edit of the title", [observe]],
    ["a label", [observe]],
    ["a review request", [observe]],
    ["a push, delivered as push, check_suite, pull_request", [observe, createCheckRun]],
    ["a push, delivered as push, pull_request, check_suite", [observe, createCheckRun]],
    ["a push, delivered as check_suite, push, pull_request", [observe, createCheckRun]],
    ["a push, delivered as check_suite, pull_request, push", [observe, createCheckRun]],
    ["a push, delivered as pull_request, push, check_suite", [observe, createCheckRun]],
    ["a push, delivered as pull_request, check_suite, push", [observe, createCheckRun]],
  ]);
  expect(counted.filter(({ aim, requests }) => requests.length > aim)).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { atPullRequest, find, nothing, only, pullRequest, seenVersion } from "../payloads.ts";

describe("pull requests and their reviews", () => {
  const actions: [string, string[]][] = [
    [
      "pull_request",
      "opened reopened edited synchronize ready_for_review converted_to_draft labeled unlabeled closed enqueued dequeued review_requested review_request_removed assigned unassigned".split(
        " ",
      ),
    ],
    ["pull_request_review", ["submitted", "edited", "dismissed"]],
    ["pull_request_review_comment", ["created", "edited", "deleted"]],
    ["pull_request_review_thread", ["resolved", "unresolved"]],
  ];
  it.each(actions)("%s: %j", (event, known) => {
    for (const action of known) {
      expect(find(event, { action, pull_request: pullRequest })).toEqual(
        only(atPullRequest({ minimumVersion: seenVersion })),
      );
    }
  });

  it.each([
    ["pull_request", "milestoned"],
    ["pull_request", "constructor"],
    ["pull_request", undefined],
    ["pull_request_review", "pondered"],
    ["constructor", "opened"],
    ["star", "created"],
  ])("ignores %s %s", (event, action) => {
    expect(find(event, { action, pull_request: pullRequest })).toEqual(nothing);
  });

  it.each([
    ["resolved", true],
    ["unresolved", false],
  ])("requires a thread that was %s at a known instant", (action, isResolved) => {
    const at = "2026-11-23T09:00:07Z";
    const payload = { action, pull_request: pullRequest, thread: { node_id: "PRRT_1", comments: [] } };
    expect(find("pull_request_review_thread", { ...payload, updated_at: at })).toEqual(
      only(atPullRequest({ minimumVersion: { ...seenVersion, threads: { PRRT_1: { isResolved, at } } } })),
    );
    expect(find("pull_request_review_thread", { ...payload, updated_at: null })).toEqual(
      only(atPullRequest({ minimumVersion: seenVersion })),
    );
  });

  it.each([
    ["submitted", { reviewIds: ["PRR_1"] }],
    ["edited", {}],
  ])("requires the review that was %s, if it is new", (action, told) => {
    const payload = { action, pull_request: pullRequest, review: { node_id: "PRR_1" } };
    expect(find("pull_request_review", payload)).toEqual(
      only(atPullRequest({ minimumVersion: { ...seenVersion, ...told } })),
    );
  });

  it("accepts payloads with missing optional fields", () => {
    expect(find("pull_request", { action: "opened", pull_request: { number: 5 } })).toEqual(
      only(atPullRequest({ minimumVersion: { updatedAt: null, headSha: null, commentIds: [] } })),
    );
    expect(find("pull_request", { action: "opened", number: 5, pull_request: null })).toEqual(
      only(atPullRequest({ minimumVersion: { updatedAt: null, headSha: null, commentIds: [] } })),
    );
    expect(find("pull_request", { action: "opened", pull_request: pullRequest, installation: null })).toEqual(
      nothing,
    );
  });

  it("refuses payloads that GitHub never sends", () => {
    expect(() =>
      find("pull_request", { action: "opened", pull_request: { ...pullRequest, number: "5" } }),
    ).toThrow(`The payload isn't as GitHub sends it: "number" isn't a whole number above zero.`);
  });

  it("accepts only instants that compare as text", () => {
    const strange = { ...pullRequest, updated_at: "2026-11-23T10:00:00+01:00" };
    expect(find("pull_request", { action: "opened", pull_request: strange })).toEqual(
      only(atPullRequest({ minimumVersion: { ...seenVersion, updatedAt: null } })),
    );
  });
});

import { describe, expect, it } from "vitest";
import { readEvent } from "../../src/action/read-event.ts";

const repository = { id: 1, owner: "acme", name: "shop" };
const times = { created_at: "2026-11-20T09:00:00Z", updated_at: "2026-11-20T09:05:00Z" };
const pullRequest = {
  number: 7,
  ...times,
  title: "`$(rm -rf ~)`",
  body: "%{{ secrets.X }} `id`",
  head: { sha: "abc", ref: "a;b" },
};

describe("readEvent", () => {
  it("returns a number, a commit and instants, and no text", () => {
    const occasion = readEvent(
      "pull_request_target",
      { action: "opened", pull_request: pullRequest },
      repository,
    );
    expect(occasion).toEqual({
      type: "look",
      subject: { kind: "pull_request", installationId: 0, repository, number: 7 },
      minimumVersion: { updatedAt: times.updated_at, headSha: "abc", commentIds: [] },
      createdAt: times.created_at,
    });
  });

  it.each(["created", "edited"])(
    "requires GitHub's reads to show a comment only when it is new (%s)",
    (action) => {
      const payload = { action, issue: { number: 7, ...times, pull_request: {} }, comment: { id: 5 } };
      expect(readEvent("issue_comment", payload, repository)).toMatchObject({
        minimumVersion: {
          updatedAt: times.updated_at,
          headSha: null,
          commentIds: action === "created" ? [5] : [],
        },
      });
    },
  );

  it("names the keys that are missing or wrong", () => {
    expect(() => readEvent("pull_request_review", { pull_request: { number: "7" } }, repository)).toThrow(
      "The event file isn't a `pull_request_review` event as GitHub sends it: pull_request.number, pull_request.created_at, pull_request.updated_at, pull_request.head are missing or wrong.",
    );
  });
});

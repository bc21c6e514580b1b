import { describe, expect, it } from "vitest";
import { atPullRequest, find, nothing, only } from "../payloads.ts";

describe("comments", () => {
  const issue = { number: 5, updated_at: "2026-11-23T09:00:00Z", pull_request: { url: "…" } };
  const minimumVersion = { updatedAt: "2026-11-23T09:00:00Z", headSha: null, commentIds: [] as number[] };

  it("must be visible to the look when they are new", () => {
    expect(find("issue_comment", { action: "created", issue, comment: { id: 99 } })).toEqual(
      only(atPullRequest({ minimumVersion: { ...minimumVersion, commentIds: [99] } })),
    );
  });
  it.each(["edited", "deleted"])("lead to another look when %s", (action) => {
    expect(find("issue_comment", { action, issue, comment: { id: 99 } })).toEqual(
      only(atPullRequest({ minimumVersion })),
    );
  });
  it("on plain issues are ignored", () => {
    expect(find("issue_comment", { action: "created", issue: { number: 5 }, comment: { id: 99 } })).toEqual(
      nothing,
    );
  });
});

import { describe, expect, it } from "vitest";
import { atPullRequest, find, nothing, only, repository } from "../payloads.ts";

describe("check suites", () => {
  const suite = { head_sha: "abc", app: { id: 42 }, pull_requests: [{ number: 5 }] };
  const minimumVersion = { updatedAt: null, headSha: "abc", commentIds: [] };

  it("look at unseen commits", () => {
    expect(find("check_suite", { action: "requested", check_suite: suite })).toEqual(
      only(atPullRequest({ minimumVersion, onlyIfUnseen: true })),
    );
  });
  it("keep who asked for all checks again", () => {
    const intents = [{ deliveryId: "d1", identifier: "rerequested", sender: "alice" }];
    expect(find("check_suite", { action: "rerequested", check_suite: suite })).toEqual({
      ...only(atPullRequest({ minimumVersion, intents })),
      // A fork's pull requests at this commit too, which GitHub does not name.
      byHead: [{ repository, headSha: "abc", intents, onlyIfUnseen: false }],
    });
  });
  it("name only a commit in forks", () => {
    expect(
      find("check_suite", { action: "requested", check_suite: { ...suite, pull_requests: [] } }),
    ).toEqual({
      looks: [],
      byHead: [{ repository, headSha: "abc", intents: [], onlyIfUnseen: true }],
    });
  });
  it("are ignored when they complete or belong to another app", () => {
    expect(find("check_suite", { action: "completed", check_suite: suite })).toEqual(nothing);
    const others = { ...suite, app: { id: 41 } };
    expect(find("check_suite", { action: "requested", check_suite: others })).toEqual(nothing);
  });
});

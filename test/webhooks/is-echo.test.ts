import { describe, expect, it } from "vitest";
import { findLooks } from "../../src/webhooks/find-looks.ts";
import { alice, find, from, nothing, otherBot, ourBot, pullRequest } from "./payloads.ts";

describe("our own echo", () => {
  const opened = { action: "edited", pull_request: pullRequest };
  const issue = { number: 5, pull_request: {} };
  const ours = { id: 1, user: ourBot, performed_via_github_app: { id: 42 } };

  it("is answered and forgotten", () => {
    expect(find("pull_request", { ...opened, sender: ourBot })).toEqual(nothing);
    expect(find("issue_comment", { action: "created", issue, comment: ours, sender: ourBot })).toEqual(
      nothing,
    );
  });
  it("is known before our name is", () => {
    const unknown = { appId: 42, slug: null };
    const payload = from({ action: "created", issue, comment: ours, sender: ourBot });
    expect(findLooks({ id: "d1", name: "issue_comment", payload }, unknown)).toEqual(nothing);
    const noSender = { ...payload, sender: undefined };
    expect(findLooks({ id: "d1", name: "issue_comment", payload: noSender }, unknown)).toEqual(nothing);
  });
  it("is not what others do, other bots and people who touch our comment included", () => {
    expect(find("pull_request", { ...opened, action: "synchronize", sender: otherBot }).looks.length).toBe(1);
    expect(
      find("pull_request", { ...opened, sender: { login: "async-review[bot]", type: "User" } }).looks.length,
    ).toBe(1);
    for (const sender of [alice, otherBot]) {
      expect(find("issue_comment", { action: "deleted", issue, comment: ours, sender }).looks.length).toBe(1);
    }
  });
});

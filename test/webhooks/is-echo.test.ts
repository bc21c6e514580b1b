import { describe, expect, it } from "vitest";
import { findLooks } from "../../src/webhooks/find-looks.ts";
import { alice, find, from, nothing, otherBot, ourBot, pullRequest } from "./payloads.ts";

describe("a delivery about the app's own write", () => {
  const opened = { action: "edited", pull_request: pullRequest };
  const issue = { number: 5, pull_request: {} };
  const ours = { id: 1, user: ourBot, performed_via_github_app: { id: 42 } };

  it("is answered and dropped", () => {
    expect(find("pull_request", { ...opened, sender: ourBot })).toEqual(nothing);
    expect(find("issue_comment", { action: "created", issue, comment: ours, sender: ourBot })).toEqual(
      nothing,
    );
  });
  it("is recognised before the app's name is known", () => {
    const unknown = { appId: 42, slug: null };
    const payload = from({ action: "created", issue, comment: ours, sender: ourBot });
    expect(findLooks({ id: "d1", name: "issue_comment", payload }, unknown)).toEqual(nothing);
    const noSender = { ...payload, sender: undefined };
    expect(findLooks({ id: "d1", name: "issue_comment", payload: noSender }, unknown)).toEqual(nothing);
  });
  it("isn't confused with what other bots do, or people who touch the app's comment", () => {
    expect(find("pull_request", { ...opened, action: "synchronize", sender: otherBot }).looks.length).toBe(1);
    expect(
      find("pull_request", { ...opened, sender: { login: "async-review[bot]", type: "User" } }).looks.length,
    ).toBe(1);
    for (const sender of [alice, otherBot]) {
      expect(find("issue_comment", { action: "deleted", issue, comment: ours, sender }).looks.length).toBe(1);
    }
  });
});

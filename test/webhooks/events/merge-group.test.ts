import { describe, expect, it } from "vitest";
import { find, nothing, only, repository } from "../payloads.ts";

describe("merge groups", () => {
  const group = {
    head_sha: "abc",
    base_ref: "refs/heads/release/1",
    head_ref: "gh-readonly-queue/main/pr-5-abc",
  };
  it("lead to a look when the queue waits for checks", () => {
    expect(find("merge_group", { action: "checks_requested", merge_group: group })).toEqual(
      only({
        subject: { kind: "merge_group", installationId: 3, repository, headSha: "abc", baseRef: "release/1" },
        minimumVersion: null,
        intents: [],
        notBefore: null,
      }),
    );
    expect(find("merge_group", { action: "destroyed", merge_group: group })).toEqual(nothing);
  });
});

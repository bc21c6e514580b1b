import { describe, expect, it } from "vitest";
import type { Payload } from "../../../src/webhooks/payload.ts";
import { atInstallation, atRepository, find, nothing, only } from "../payloads.ts";

describe("pushes", () => {
  const commit = (more: object = {}) => ({ added: [], modified: [], removed: [], ...more });
  const config = ".github/async.yml";
  const cases: [string, Payload, object][] = [
    [
      "a config on the default branch",
      { ref: "refs/heads/main", commits: [commit({ modified: [config] })] },
      atRepository("config_changed"),
    ],
    [
      "a config on another branch",
      { ref: "refs/heads/release", commits: [commit(), commit({ added: [config] })] },
      atRepository("config_changed"),
    ],
    [
      "a config that is removed",
      { ref: "refs/heads/release", commits: [commit({ removed: [config] })] },
      atRepository("config_changed"),
    ],
    [
      "a forced push to the default branch",
      { ref: "refs/heads/main", forced: true, commits: [] },
      atRepository("config_changed"),
    ],
    [
      "a default branch that was made anew",
      { ref: "refs/heads/main", created: true, commits: [] },
      atRepository("config_changed"),
    ],
    [
      "more commits than GitHub lists",
      { ref: "refs/heads/main", commits: Array(2048).fill(commit()) },
      atRepository("config_changed"),
    ],
    ["no list of commits", { ref: "refs/heads/main" }, atRepository("config_changed")],
    ["commits without files", { ref: "refs/heads/main", commits: [{}] }, atRepository("config_changed")],
  ];
  it.each(cases)("lead to a look at the repository: %s", (_, payload, look) => {
    expect(find("push", payload)).toEqual(only(look));
  });

  const none: [string, Payload][] = [
    ["other files", { ref: "refs/heads/main", commits: [commit({ modified: ["README.md"] })] }],
    ["a forced push elsewhere", { ref: "refs/heads/topic", forced: true, commits: [] }],
    ["a tag", { ref: "refs/tags/main", commits: [commit({ modified: [config] })] }],
    ["no ref", { commits: [commit({ modified: [config] })] }],
  ];
  it.each(none)("are ignored: %s", (_, payload) => {
    expect(find("push", payload)).toEqual(nothing);
  });

  it("require the look to see another head than the branch had", () => {
    const newerThan = (head: string) => ({
      updatedAt: null,
      headSha: null,
      commentIds: [],
      oldHeads: [head],
    });
    const payload = { ref: "refs/heads/release/1", before: "c1", commits: [commit({ added: [config] })] };
    expect(find("push", payload)).toEqual(
      only({ ...atRepository("config_changed"), minimumVersion: newerThan("shop:release/1:c1") }),
    );
    const repository = { id: 9, name: ".GitHub", default_branch: "main", owner: { login: "acme" } };
    expect(find("push", { ...payload, repository, ref: "refs/heads/main" })).toEqual(
      only({ ...atInstallation("config_changed"), minimumVersion: newerThan(".github:main:c1") }),
    );
  });

  it("to the organisation's config lead to a look at the whole installation", () => {
    const dotGithub = {
      id: 9,
      name: ".github",
      full_name: "acme/.github",
      default_branch: "main",
      owner: { login: "acme" },
    };
    const payload = { repository: dotGithub, commits: [commit({ modified: [config] })] };
    expect(find("push", { ...payload, ref: "refs/heads/main" })).toEqual(
      only(atInstallation("config_changed")),
    );
    expect(find("push", { ...payload, ref: "refs/heads/topic" }).looks[0]?.subject.kind).toBe("repository");
  });
});

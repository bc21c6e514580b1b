import { describe, expect, it } from "vitest";
import type { Write } from "../../src/core/planned.ts";
import { sendWrite } from "../../src/github/write/write.ts";
import { GitHubError, type GitHubErrorReason } from "../../src/reconcile/github-error.ts";
import { graphqlUrl } from "../github-client/create-test-clients.ts";
import { answerWith } from "./answer-with.ts";

const repository = { id: 1, owner: "acme", name: "shop" };
const question = `POST ${graphqlUrl}`;
const target = { kind: "pull_request", installationId: 1, repository, number: 7 } as const;

/** Sends one write to a GitHub that shows these bodies in turn, and gives this answer to writes. */
async function send(write: Write, { bodies = [], answer }: { bodies?: string[]; answer?: unknown } = {}) {
  const left = [...bodies];
  const { client, routes } = answerWith((route) => {
    if (route === question) return { data: { repository: { pullRequest: { body: left.shift() } } } };
    if (typeof answer === "string") throw new GitHubError("no", { reason: answer as GitHubErrorReason });
    return answer;
  });
  const result = await sendWrite(client, target, write).catch((error: GitHubError) => error.reason);
  return [result, routes.filter((route) => route !== question)] as const;
}

describe("an edit of the body", () => {
  const write: Write = { type: "update_body", edit: { from: "old", to: "new" } };
  const patch = "PATCH /repos/{owner}/{repo}/pulls/{pull_number}";

  it.each([
    ["is sent while the text is unchanged, and read back", ["old", "new"], [null, [patch]]],
    ["isn't sent twice", ["new"], [null, []]],
    ["leaves a newer text alone", ["newer"], ["conflict", []]],
    ["fails when GitHub accepted it and didn't store it", ["old", "old"], ["unavailable", [patch]]],
    ["succeeds when somebody else edits again at once", ["old", "newer"], [null, [patch]]],
  ])("%s", async (_case, bodies, expected) => {
    expect(await send(write, { bodies })).toEqual(expected);
  });
});

describe("a label write", () => {
  it.each<[string, Write, GitHubErrorReason, unknown]>([
    [
      "is fine when it exists already",
      { type: "create_label", name: "a", color: "aaaaaa", description: "" },
      "invalid",
      null,
    ],
    ["is fine when it is already removed", { type: "remove_label", name: "a" }, "not_found", null],
    [
      "fails when it may not be created",
      { type: "create_label", name: "a", color: "aaaaaa", description: "" },
      "forbidden",
      "forbidden",
    ],
    ["fails on a missing pull request", { type: "add_label", name: "a" }, "not_found", "not_found"],
  ])("%s (%j, answered with %s)", async (_case, write, answer, expected) => {
    const [result, routes] = await send(write, { answer });
    expect([result, routes.length]).toEqual([expected, 1]);
  });
});

describe("a create", () => {
  const write: Write = { type: "create_comment", key: "comment", body: "Hello", hash: "a" };

  it("returns GitHub's id, and counts as unknown without an id", async () => {
    const [id] = await send(write, { answer: { id: 5 } });
    const [none] = await send(write, { answer: null });
    expect([id, none]).toEqual([5, "unavailable"]);
  });
});

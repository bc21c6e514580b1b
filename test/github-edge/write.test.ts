import { describe, expect, it } from "vitest";
import type { Write } from "../../src/core/planned.ts";
import { sendWrite } from "../../src/github/write/write.ts";
import { GitHubError, type GitHubErrorReason } from "../../src/reconcile/github-error.ts";
import { graphqlUrl } from "../github-client/create-test-clients.ts";
import { answerWith } from "./answer-with.ts";

const repository = { id: 1, owner: "acme", name: "shop" };
const question = `POST ${graphqlUrl}`;
const target = { kind: "pull_request", installationId: 1, repository, number: 7 } as const;

/** Sends one write to a GitHub that shows these bodies one after the other, and answers requests as told. */
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
    ["goes to what it was made from, and is read back", ["old", "new"], [null, [patch]]],
    ["is not made twice", ["new"], [null, []]],
    ["leaves a newer text alone", ["newer"], ["conflict", []]],
    ["that GitHub took and did not store is no success", ["old", "old"], ["unavailable", [patch]]],
    ["may be edited again at once by somebody else", ["old", "newer"], [null, [patch]]],
  ])("%s", async (_case, bodies, expected) => {
    expect(await send(write, { bodies })).toEqual(expected);
  });
});

describe("a label", () => {
  it.each<[string, Write, GitHubErrorReason, unknown]>([
    [
      "that exists is made",
      { type: "create_label", name: "a", color: "aaaaaa", description: "" },
      "invalid",
      null,
    ],
    ["that is off is taken off", { type: "remove_label", name: "a" }, "not_found", null],
    [
      "may not be made",
      { type: "create_label", name: "a", color: "aaaaaa", description: "" },
      "forbidden",
      "forbidden",
    ],
    ["cannot be put on what is gone", { type: "add_label", name: "a" }, "not_found", "not_found"],
  ])("%s: %j answered with %s", async (_case, write, answer, expected) => {
    const [result, routes] = await send(write, { answer });
    expect([result, routes.length]).toEqual([expected, 1]);
  });
});

describe("a create", () => {
  const write: Write = { type: "create_comment", key: "comment", body: "Hello", hash: "a" };

  it("is known by the id that GitHub gave it; without one nobody knows what was stored", async () => {
    const [id] = await send(write, { answer: { id: 5 } });
    const [none] = await send(write, { answer: null });
    expect([id, none]).toEqual([5, "unavailable"]);
  });
});

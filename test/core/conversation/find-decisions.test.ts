import { describe, expect, it } from "vitest";
import { findDecisions } from "../../../src/core/conversation/find-decisions.ts";
import { readCpuTime } from "../../cpu-time.ts";
import { comment, pullRequest, reply, review, thread } from "./build.ts";

const text = (said: string, more = {}) => ({ text: said, options: "", reason: "", revisit: "", ...more });

/** The decision in a comment by the author, without who, when and where; null when there is none. */
function parseDecision(body: string) {
  const { decisions } = findDecisions(pullRequest({ comments: [comment("alice", body, 0)] }), new Map());
  const [{ by: _by, at: _at, url: _url, ...said } = { by: "", at: "", url: "" }] = decisions;
  return decisions.length === 0 ? null : said;
}

describe("the decision in a comment", () => {
  it.each([
    ["Decision: keep the queue", text("keep the queue")],
    ["**Decision:** keep the queue", text("keep the queue")],
    ["## Decision\n\nkeep the queue\n\nas it is", text("keep the queue\n\nas it is")],
    ["> which one?\n\nDecision: b", text("b")],
    [
      "Decision: b\r\nOptions: a, b\r\n**Reason:** faster\r\nand smaller\r\nRevisit: in May",
      text("b", { options: "a, b", reason: "faster\r\nand smaller", revisit: "in May" }),
    ],
    [
      "Decision: b. Options: a or b. Reason: faster. Revisit: in May.",
      text("b.", { options: "a or b.", reason: "faster.", revisit: "in May." }),
    ],
    ["Decision: b\n/async recheck", text("b")],
    ["Decision: b\n/async, recheck\nReason: c", text("b")],
    [
      "Decision: b\n/async-review is our app\nReason: c",
      text("b\n/async-review is our app", { reason: "c" }),
    ],
    ["Decision: b\n```\n/async ready\n```\nReason: c", text("b\n```\n/async ready\n```", { reason: "c" })],
    ["Decision: use the reason: header", text("use the reason: header")],
    ["Decision:", null],
    ["Decision was made: b", null],
    ["A decision: b", null],
    ["Decision: b\n<!-- cc @acme/secret -->\nnow", text("b\nnow")],
    ["Decision: b\n\n<!--\nhidden\n\n-->\n\nnow <!-- or never -->", text("b\n\n\n\nnow")],
    ["Decision: b\n\n```\na\n\n<!-- code -->\n```\n", text("b\n\n```\na\n\n<!-- code -->\n```")],
    ["> Decision: b", null],
    ["```\nDecision: b\n```", null],
  ])("reads %j", (body, expected) => expect(parseDecision(body)).toEqual(expected));

  it("stays quick on a hostile body", () => {
    const before = readCpuTime();
    for (const unit of ["Reason:", " *_*", "\n#", "Decision:", " \t", "\n> "])
      parseDecision(`Decision: a ${unit.repeat(30_000)}`);
    expect(readCpuTime() - before).toBeLessThan(1000);
  });
});

describe("findDecisions", () => {
  it("takes decisions by the author and by people with write access, from everywhere, oldest first", () => {
    const pr = pullRequest({
      comments: [
        comment("alice", "Decision: from the author", 5),
        comment("mallory", "Decision: from a stranger", 1),
        comment("dave", "Decision: unknown", 1),
        comment("ci[bot]", "Decision: from a bot", 1),
        comment("bob", "Decision: hidden", 1, { isMinimized: true }),
      ],
      reviews: [review("Bob", "commented", 3, { body: "Decision: in a review" })],
      threads: [thread([reply("alice", "a", 1), reply("bob", "Decision: in a thread", 4)])],
    });
    const permissions = new Map([
      ["bob", "write"],
      ["mallory", "read"],
    ] as const);
    const { decisions, needsPermission } = findDecisions(pr, permissions);
    expect(decisions.map(({ text: said, by }) => `${by}: ${said}`)).toEqual([
      "Bob: in a review",
      "bob: in a thread",
      "alice: from the author",
    ]);
    expect(needsPermission).toEqual(["dave"]);
  });
});

import { expect, it } from "vitest";
import { evaluateCommands } from "../../../src/core/commands/evaluate-commands.ts";
import { resolveConfig } from "../../../src/core/config/effective.ts";
import { evaluateConversation } from "../../../src/core/conversation/evaluate-conversation.ts";
import type { PullRequest } from "../../../src/core/pull-request.ts";
import { renderExplanation } from "../../../src/core/render/explanation.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { buildComment, buildPullRequest, user } from "../../build-observation.ts";
import { conversation, reply, review, thread } from "../conversation/build.ts";

it("names the reason for each remark's kind, and why it is open", () => {
  const asked = review("bob", "changes_requested", 1);
  const threads = [
    thread([reply("bob", "a", 1, { reviewId: asked.id })], { isOutdated: true }),
    thread([reply("carol", "a?", 2)], { line: null }),
    thread([reply("carol", "nit: a", 3)]),
    thread([reply("carol", "question: a", 4), reply("alice", "b", 5)]),
    thread([reply("ci[bot]", "issue: a", 6)]),
    thread([reply("carol", "issue: a", 6)], { isResolved: true }),
  ];
  const effective = resolveConfig({ base: null, defaultBranch: null, organisation: null });
  const explain = (pullRequest: Partial<PullRequest>) => {
    const verdict = evaluateConversation(conversation(pullRequest));
    const commands = evaluateCommands({
      pullRequest: buildPullRequest({
        comments: [buildComment({ author: user("bob"), body: "/async explain" })],
      }),
      permissions: new Map(),
    });
    return renderExplanation({ effective }, { commands, verdict }, english)
      .split("**The effective config**")[0]!
      .trim();
  };
  const said = explain({ threads, reviews: [asked] });
  expect(said.replace(/\(https:[^)]*\)/g, "()").split("\n")).toEqual([
    "**Why**",
    "",
    "- [src/retry.ts:12]() (bob): blocking, because its review requests changes and its reviewer hasn't approved since; open on outdated lines, answered",
    "- [src/retry.ts:12]() (carol): question, by its prefix; open, answered",
    "- [src/retry.ts:12]() (carol): nit, by its prefix; open, asks nothing",
    "- [src/retry.ts]() (carol): no kind, because it has no prefix and its review doesn't request changes; open, not answered yet",
    "- [src/retry.ts:12]() (ci\\[bot\\]): no kind, because bots aren't classified; open, asks nothing",
    "- [src/retry.ts:12]() (carol): blocking, by its prefix; closed",
  ]);
  expect(explain({})).toBe("");
});

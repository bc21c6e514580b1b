import { expect, it } from "vitest";
import { evaluateConversation } from "../../../src/core/conversation/evaluate-conversation.ts";
import { renderReviewReasons } from "../../../src/core/render/explanation.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { conversation, reply, review, thread } from "../conversation/build.ts";

it("says for each remark what gave it its kind, and why it is open", () => {
  const asked = review("bob", "changes_requested", 1);
  const threads = [
    thread([reply("bob", "a", 1, { reviewId: asked.id })], { isOutdated: true }),
    thread([reply("carol", "a?", 2)], { line: null }),
    thread([reply("carol", "nit: a", 3)]),
    thread([reply("carol", "question: a", 4), reply("alice", "b", 5)]),
    thread([reply("ci[bot]", "issue: a", 6)]),
    thread([reply("carol", "issue: a", 6)], { isResolved: true }),
  ];
  const said = renderReviewReasons(
    evaluateConversation(conversation({ threads, reviews: [asked] })),
    english,
  );
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
  expect(renderReviewReasons(evaluateConversation(conversation({})), english)).toBe("");
});

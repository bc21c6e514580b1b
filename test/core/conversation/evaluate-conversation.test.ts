import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCommentLink } from "../../../src/core/conversation/comments.ts";
import { evaluateConversation } from "../../../src/core/conversation/evaluate-conversation.ts";
import type { PullRequest } from "../../../src/core/pull-request.ts";
import { user } from "../../build-observation.ts";
import { times } from "../../properties.ts";
import { at, comment, conversation, nextOf, reply, review, reviewConfig, thread } from "./build.ts";

/** Each remark in one line: kind, why, open or not, who moves next. */
function say(pr: Partial<PullRequest>, more: Parameters<typeof conversation>[1] = {}): string[] {
  return evaluateConversation(conversation(pr, more)).remarks.map(
    (remark) =>
      `${remark.kind ?? "none"} by ${remark.because}, ${remark.isOpen ? "open" : "closed"}, ${nextOf(remark) ?? "nobody"}`,
  );
}
const one = (...comments: Parameters<typeof thread>[0]) => say({ threads: [thread(comments)] })[0];

describe("a thread's kind", () => {
  it.each([
    ["comes from its opener's prefix", [reply("bob", "issue: a", 1)], "blocking by prefix, open, alice"],
    ["is none without a prefix", [reply("bob", "a?", 1)], "none by nothing, open, alice"],
    [
      "is the strongest that its opener gave",
      [reply("bob", "nit: a", 1), reply("bob", "question: b", 2)],
      "question by prefix, open, alice",
    ],
    [
      "stays as strong after an aside",
      [reply("bob", "issue: a", 1), reply("bob", "nit: b", 2)],
      "blocking by prefix, open, alice",
    ],
    [
      "is lowered by 'nit now'",
      [reply("bob", "issue: a", 1), reply("bob", "nit now, fine", 2)],
      "nit by prefix, open, nobody",
    ],
    [
      "is lowered by a prefix alone",
      [reply("bob", "issue: a", 1), reply("bob", "nit", 2)],
      "nit by prefix, open, nobody",
    ],
    [
      "is lowered by non-blocking",
      [reply("bob", "issue: a", 1), reply("bob", "non-blocking: later", 2)],
      "suggestion by prefix, open, alice",
    ],
    [
      "isn't lowered by a further remark that doesn't block",
      [reply("bob", "issue: a", 1), reply("bob", "nit (non-blocking): b", 2)],
      "blocking by prefix, open, alice",
    ],
    [
      "stays a question when it doesn't block",
      [reply("bob", "q: a", 1), reply("bob", "non-blocking: b", 2)],
      "question by prefix, open, alice",
    ],
    [
      "is raised by a later reply",
      [reply("bob", "a", 1), reply("bob", "blocking: b", 2)],
      "blocking by prefix, open, alice",
    ],
    [
      "is raised again after it was lowered",
      [reply("bob", "issue: a", 1), reply("bob", "nit now", 2), reply("bob", "must: b", 3)],
      "blocking by prefix, open, alice",
    ],
    [
      "is raised by another person who can push",
      [reply("bob", "nit: a", 1), reply("carol", "blocking: b", 2)],
      "blocking by prefix, open, alice",
    ],
    ["never comes from a bot's prefix", [reply("ci[bot]", "issue: a", 1)], "none by nothing, open, nobody"],
    [
      "is blocking for nit (blocking)",
      [reply("bob", "nit (blocking): a", 1)],
      "blocking by prefix, open, alice",
    ],
    [
      "is not blocking for issue (non-blocking)",
      [reply("bob", "issue (non-blocking): a", 1)],
      "suggestion by prefix, open, alice",
    ],
    [
      "is suggestion for a suggestion fence",
      [reply("bob", "```suggestion\na\n```", 1)],
      "suggestion by prefix, open, alice",
    ],
  ])("%s", (_name, comments, expected) => expect(one(...comments)).toBe(expected));
});

describe("unprefixed: by-review", () => {
  const asked = review("bob", "changes_requested", 1);
  const opened = () => [thread([reply("bob", "a", 1, { reviewId: asked.id })])];

  it("blocks until the opener approves, the review is dismissed, or the thread is resolved", () => {
    const blocks = "blocking by by-review, open, alice";
    const not = "none by nothing, open, alice";
    expect([
      say({ reviews: [asked], threads: opened() }),
      say({ reviews: [asked, review("carol", "approved", 9)], threads: opened() }),
      say({ reviews: [asked, review("bob", "commented", 9)], threads: opened() }),
      say({ reviews: [asked, review("bob", "approved", 9)], threads: opened() }),
      say({ reviews: [{ ...asked, state: "dismissed" }], threads: opened() }),
      say({ reviews: [asked], threads: [{ ...opened()[0]!, isResolved: true }] }),
      say({ reviews: [asked], threads: opened() }, { config: reviewConfig({ unprefixed: "none" }) }),
    ]).toEqual([
      [blocks],
      [blocks],
      [blocks],
      [not],
      [not],
      ["blocking by by-review, closed, nobody"],
      [not],
    ]);
  });

  it("lets a prefix win, and an approval doesn't lift that", () => {
    const prefixed = (body: string) => [thread([reply("bob", body, 1, { reviewId: asked.id })])];
    expect([
      say({ reviews: [asked], threads: prefixed("nit: a") }),
      say({ reviews: [asked, review("bob", "approved", 9)], threads: prefixed("blocking: a") }),
    ]).toEqual([["nit by prefix, open, nobody"], ["blocking by prefix, open, alice"]]);
  });
});

describe("whether a remark is open", () => {
  const blocking = [reply("bob", "blocking: a", 1)];

  it("depends on whether its thread is resolved, outdated or hidden", () => {
    expect([
      say({ threads: [thread(blocking, { isResolved: true, resolvedBy: "alice" })] }),
      say({ threads: [thread(blocking, { isOutdated: true })] }),
      say({ threads: [thread([{ ...blocking[0]!, isMinimized: true }])] }),
    ]).toEqual([
      ["blocking by prefix, closed, nobody"],
      ["blocking by prefix, open, bob"],
      ["none by nothing, closed, nobody"],
    ]);
  });

  it("with resolve: opener, changes for a blocking thread only when its opener resolves it", () => {
    const config = reviewConfig({ resolve: "opener" });
    const resolvedBy = (login: string | null, body = "blocking: a") =>
      say(
        { threads: [thread([reply("bob", body, 1)], { isResolved: true, resolvedBy: login })] },
        { config },
      )[0];
    expect([resolvedBy("alice"), resolvedBy("Bob"), resolvedBy(null), resolvedBy("alice", "nit: a")]).toEqual(
      [
        "blocking by prefix, open, alice",
        "blocking by prefix, closed, nobody",
        "blocking by prefix, closed, nobody",
        "nit by prefix, closed, nobody",
      ],
    );
  });

  it("for a review text or comment, changes by edit, command, approval, dismissal or hiding", () => {
    const body = review("bob", "commented", 1, { body: "issue: a" });
    const said = comment("bob", "question: b", 2);
    const link = parseCommentLink(said.url)!;
    expect([
      say({ reviews: [body], comments: [said] }),
      say({ comments: [{ ...said, body: "b" }] }),
      say({ comments: [said] }, { resolves: [{ link, by: "bob", at: at(9) }] }),
      say({ comments: [said] }, { resolves: [{ link, by: "carol", at: at(9) }] }),
      say({ reviews: [body, review("bob", "approved", 3)] }),
      say({ reviews: [body, review("carol", "approved", 3)] }),
      say({ reviews: [{ ...body, state: "dismissed" }] }),
      say({ comments: [{ ...said, isMinimized: true }] }),
      say({
        comments: [{ ...said, isOurs: true }, comment("ci[bot]", "issue: a", 3), comment("bob", "fine", 3)],
      }),
    ]).toEqual([
      ["blocking by prefix, open, alice", "question by prefix, open, alice"],
      [],
      ["question by prefix, closed, nobody"],
      ["question by prefix, closed, nobody"],
      ["blocking by prefix, closed, nobody"],
      ["blocking by prefix, open, alice"],
      ["blocking by prefix, closed, nobody"],
      ["question by prefix, closed, nobody"],
      [],
    ]);
  });
});

describe("who moves next", () => {
  it.each([
    ["the author, when a reviewer asks", [reply("bob", "q: a", 1)], "alice"],
    ["the reviewer, when the author replied", [reply("bob", "q: a", 1), reply("alice", "b", 2)], "bob"],
    [
      "the author again, when the reviewer asks on",
      [reply("bob", "q: a", 1), reply("alice", "b", 2), reply("bob", "c", 3)],
      "alice",
    ],
    [
      "still the reviewer after praise",
      [reply("bob", "q: a", 1), reply("alice", "b", 2), reply("bob", "praise: c", 3)],
      "bob",
    ],
    ["the reviewers, when the author asks", [reply("alice", "q: a", 1)], "reviewers"],
    ["nobody, when the author explains", [reply("alice", "moved from a", 1)], "nobody"],
    ["the author, when they answered", [reply("alice", "q: a", 1), reply("bob", "b", 2)], "alice"],
    [
      "still the author, when only a bot replies",
      [reply("bob", "q: a", 1), reply("ci[bot]", "b", 2)],
      "alice",
    ],
  ])("is %s", (_name, comments, expected) =>
    expect(
      one(...comments)
        ?.split(", ")
        .at(-1),
    ).toBe(expected),
  );
});

describe("evaluateConversation", () => {
  it("counts what is open, and holds the merge only for kinds of the gate", () => {
    const threads = ["issue: a", "nit: b", "nit: c", "d", "note: e"].map((body) =>
      thread([reply("bob", body, 1)]),
    );
    const verdictOf = (gate: string[], open = threads) =>
      evaluateConversation(conversation({ threads: open }, { config: reviewConfig({ gate }) }));
    const { open, openWithoutKind, isHeld } = verdictOf(["blocking"]);
    expect({ open, openWithoutKind, isHeld }).toEqual({
      open: { blocking: 1, question: 0, suggestion: 0, nit: 2, note: 1, praise: 0 },
      openWithoutKind: 1,
      isHeld: true,
    });
    expect([
      verdictOf(["blocking"], threads.slice(1)).isHeld,
      verdictOf(["question", "nit"]).isHeld,
      verdictOf([]).isHeld,
    ]).toEqual([false, true, false]);
  });

  it("suggests a call after three round trips, once, while the thread is fresh", () => {
    const rounds = (count: number) =>
      Array.from({ length: count * 2 }, (_, index) => reply(index % 2 === 0 ? "bob" : "alice", "a", index));
    const hints = (pr: Partial<PullRequest>, more = {}) =>
      evaluateConversation(conversation(pr, more)).backAndForth.map(({ trips }) => trips);
    const three = rounds(3);
    expect([
      hints({ threads: [thread(three)] }),
      hints({ threads: [thread(rounds(2))] }),
      hints({
        threads: [
          thread([...rounds(2), reply("bob", "b", 8), reply("bob", "c", 9), reply("ci[bot]", "d", 10)]),
        ],
      }),
      hints({ threads: [thread(three, { isResolved: true })] }),
      hints({ threads: [thread(three, { isOutdated: true })] }),
      hints({ threads: [thread([...three, reply("async-review[bot]", "hint", 20, { isOurs: true })])] }),
      hints({ threads: [thread(three)] }, { calendar: null }),
      hints({ threads: [thread(three)] }, { config: reviewConfig({ back_and_forth: { suggest: false } }) }),
      hints({ threads: [thread(three)], state: "merged" }),
    ]).toEqual([[3], [], [], [], [], [], [], [], []]);
  });

  it("measures a thread's freshness from the last comment of a person", () => {
    const comments = [0, 1, 2, 3, 4, 5].map((minute) =>
      reply(minute % 2 === 0 ? "bob" : "alice", "a", minute),
    );
    comments.push(reply("ci[bot]", "b", 30));
    const hintsAt = (now: string) =>
      evaluateConversation(conversation({ threads: [thread(comments)] }, { now })).backAndForth.length;
    expect(["2026-11-24T09:04:59Z", "2026-11-24T09:05:00Z"].map(hintsAt)).toEqual([1, 0]);
  });

  it("counts vague comments only when the hint is on", () => {
    const threads = [
      "Thoughts?",
      "This is confusing.",
      "> x\n\nWhy?",
      "Why is this here?",
      "nit: why",
      "**Hmm…**",
    ].map((body) => thread([reply("bob", body, 1)]));
    const vague = (hint: string) =>
      evaluateConversation(conversation({ threads }, { config: reviewConfig({ hint }) })).vague.length;
    expect([vague("off"), vague("once")]).toEqual([0, 4]);
  });

  it("gives the same verdict for any order of threads, reviews and comments", () => {
    const pr = {
      threads: ["issue: a", "b", "nit: c", "Decision: d"].map((body, index) =>
        thread([reply("bob", body, index)]),
      ),
      reviews: [review("bob", "changes_requested", 1, { body: "must: a" }), review("carol", "approved", 2)],
      comments: ["q: a", "Decision: b", "Decision: c"].map((body) => comment("alice", body, 5)),
    };
    const expected = evaluateConversation(conversation(pr));
    const shuffled = fc.tuple(
      fc.shuffledSubarray(pr.threads, { minLength: 4 }),
      fc.shuffledSubarray(pr.reviews, { minLength: 2 }),
      fc.shuffledSubarray(pr.comments, { minLength: 3 }),
    );
    fc.assert(
      fc.property(shuffled, ([threads, reviews, comments]) => {
        const found = evaluateConversation(conversation({ threads, reviews, comments }));
        expect(found).toEqual(expected);
      }),
      { numRuns: 50 * times },
    );
  });

  it("lets anyone resolve a thread of a deleted account", () => {
    const config = reviewConfig({ resolve: "opener" });
    const ghosts = thread([reply("ghost", "issue: a", 1, { author: user("ghost") })], {
      isResolved: true,
      resolvedBy: "alice",
    });
    expect(say({ threads: [ghosts] }, { config })).toEqual(["blocking by prefix, closed, nobody"]);
  });
});

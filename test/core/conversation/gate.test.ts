import { describe, expect, it } from "vitest";
import { evaluateConversation } from "../../../src/core/conversation/evaluate-conversation.ts";
import type { PullRequest, Review, ReviewComment, ReviewThread } from "../../../src/core/pull-request.ts";
import { user } from "../../build-observation.ts";
import { at, comment, conversation, nextOf, reply, review, reviewConfig, thread } from "./build.ts";

const asked = review("bob", "changes_requested", 1);
const byReview = (body: string) => reply("bob", body, 1, { reviewId: asked.id });
const outsider = { authorCanPush: false };
const mallory = (body: string, minutes: number) => reply("mallory", body, minutes, outsider);
const ghost = (body: string, minutes: number) =>
  reply("ghost", body, minutes, { ...outsider, author: user("ghost") });

/** What holds, and who moves next in each remark. */
function judge(pr: Partial<PullRequest>, more: Parameters<typeof conversation>[1] = {}) {
  const { isHeld, remarks, needsPermission } = evaluateConversation(conversation(pr, more));
  return [
    isHeld ? "held" : "free",
    ...remarks.map((remark) => nextOf(remark) ?? "nobody"),
    ...needsPermission,
  ];
}
const inThread = (comments: ReviewComment[], more: Partial<ReviewThread> = {}, reviews: Review[] = []) =>
  judge({ threads: [thread(comments, more)], reviews: [asked, ...reviews] });

describe("a later remark never opens the gate", () => {
  it.each([
    "nit: and rename tmp",
    "question: why not a map?",
    "note: seen in #12 too",
    "praise: nice test",
    "suggestion: a map would do",
    "non-blocking: and rename tmp",
    "nit (non-blocking): and rename tmp",
    "polish: the name",
  ])("%s", (body) => {
    expect(inThread([byReview("This loses a retry."), reply("bob", body, 2)])[0]).toBe("held");
    expect(inThread([reply("bob", "blocking: this loses a retry", 1), reply("bob", body, 2)])[0]).toBe(
      "held",
    );
  });

  it.each([
    "nit then",
    "Non-blocking then.",
    "not blocking any more",
    "OK, just a nit then",
    "no longer blocking",
  ])("but words about the thread do: %s", (body) => {
    expect(inThread([byReview("This loses a retry."), reply("bob", body, 2)])[0]).toBe("free");
    expect(inThread([reply("bob", "blocking: a", 1), reply("bob", body, 2)])[0]).toBe("free");
  });

  it("and so does an edit of the first comment, which may also close it", () => {
    expect(inThread([reply("bob", "nit: a", 1, { lastEditedAt: at(5) })])[0]).toBe("free");
    expect(inThread([reply("bob", "blocking: a", 1, { lastEditedAt: at(5) })])[0]).toBe("held");
  });

  it("only from the person who wrote it: neither the author nor another reviewer takes it back", () => {
    const blocks = reply("bob", "blocking: a", 1);
    for (const login of ["alice", "carol", "mallory"])
      expect(inThread([blocks, reply(login, "nit then", 2)])[0]).toBe("held");
  });
});

describe("a blocking word raises a thread", () => {
  const nit = reply("bob", "nit: a", 1);

  it.each([
    ["of a person who can push", [nit, reply("carol", "blocking: b", 2)], ["held", "alice"]],
    ["in an outsider's thread", [mallory("nit: a", 1), reply("carol", "must: b", 2)], ["held", "alice"]],
    ["in a bot's thread", [reply("ci[bot]", "issue: a", 1), reply("carol", "must: b", 2)], ["held", "alice"]],
    ["in the author's thread", [reply("alice", "moved", 1), reply("carol", "must: b", 2)], ["held", "alice"]],
    ["but not an outsider's", [nit, mallory("blocking: b", 2)], ["free", "nobody"]],
    ["nor a bot's", [nit, reply("ci[bot]", "blocking: b", 2)], ["free", "nobody"]],
    ["nor the author's", [nit, reply("alice", "blocker: b", 2)], ["free", "nobody"]],
    [
      "until that person takes it back",
      [nit, reply("carol", "blocking: b", 2), reply("carol", "nit then", 3)],
      ["free", "nobody"],
    ],
    [
      "whatever its opener says",
      [reply("bob", "must: a", 1), reply("carol", "must: b", 2), reply("bob", "nit then", 3)],
      ["held", "alice"],
    ],
    [
      "and an answer goes to them",
      [nit, reply("carol", "blocking: b", 2), reply("alice", "Fixed in a1b2c3d.", 3)],
      ["held", "carol"],
    ],
  ] as const)("%s", (_name, comments, expected) => expect(inThread([...comments])).toEqual(expected));
});

describe("with resolve: opener, whoever wrote the last blocking word closes it", () => {
  const config = reviewConfig({ resolve: "opener" });
  const raised = [reply("bob", "must: a", 1), reply("carol", "blocking: b", 2)];
  const resolved = (comments: ReviewComment[], resolvedBy: string, reviews: Review[] = []) =>
    judge({ threads: [thread(comments, { isResolved: true, resolvedBy })], reviews }, { config })[0];

  it.each([
    ["by resolving", resolved(raised, "carol"), "free"],
    ["not who opened it", resolved(raised, "bob"), "held"],
    ["nor the author", resolved(raised, "alice"), "held"],
    [
      "by approving what another person resolved",
      resolved(raised, "alice", [review("carol", "approved", 9)]),
      "free",
    ],
    ["not by an approval before", resolved(raised, "alice", [review("carol", "approved", 1)]), "held"],
    ["anybody for a deleted account", resolved([ghost("must: a", 1)], "dave"), "free"],
  ])("%s", (_name, found, expected) => expect(found).toBe(expected));
});

describe("only people who can push gate", () => {
  const body = review("mallory", "changes_requested", 1, { ...outsider, body: "blocking: a" });
  it.each([
    ["an outsider's thread", judge({ threads: [thread([mallory("blocking: a", 1)])] }), ["free", "nobody"]],
    ["an outsider's question", judge({ threads: [thread([mallory("q: a?", 1)])] }), ["free", "nobody"]],
    [
      "an outsider who requests changes",
      judge({ reviews: [body], threads: [thread([{ ...mallory("a", 1), reviewId: body.id }])] }),
      ["free", "nobody", "nobody"],
    ],
    [
      "a comment of somebody about whom nothing is known",
      judge({ comments: [comment("dave", "blocking: a", 1)] }),
      ["free", "nobody", "dave"],
    ],
    ["a nit is not worth a request", judge({ comments: [comment("dave", "nit: a", 1)] }), ["free", "nobody"]],
    [
      "a comment of somebody who may write",
      judge({ comments: [comment("dave", "blocking: a", 1)] }, { permissions: new Map([["dave", "write"]]) }),
      ["held", "alice"],
    ],
    [
      "triage is not enough",
      judge({ comments: [comment("dave", "blocking: a", 1)] }, { permissions: new Map([["dave", "read"]]) }),
      ["free", "nobody"],
    ],
    [
      "a comment of somebody whose review says it",
      judge({ comments: [comment("dave", "blocking: a", 1)], reviews: [review("dave", "commented", 1)] }),
      ["held", "alice"],
    ],
    [
      "an outsider asks nothing in another's thread",
      judge({ threads: [thread([reply("bob", "q: a", 1), reply("alice", "b", 2), mallory("Why?", 3)])] }),
      ["free", "bob"],
    ],
    ["the author's own blocker", judge({ comments: [comment("alice", "Blocker: the API", 1)] }), ["free"]],
    [
      "nor in a thread",
      judge({ threads: [thread([reply("alice", "blocker: b", 1)])] }),
      ["free", "reviewers"],
    ],
    ["a deleted account's thread", judge({ threads: [thread([ghost("must: a", 1)])] }), ["held", "alice"]],
    [
      "a deleted account's thread, answered",
      judge({ threads: [thread([ghost("must: a", 1), reply("alice", "Done.", 2)])] }),
      ["held", "alice"],
    ],
  ])("%s", (_name, found, expected) => expect(found).toEqual(expected));

  it("says whose it is, and counts it nowhere", () => {
    const { open, openWithoutKind, remarks } = evaluateConversation(
      conversation({
        threads: ["blocking: a", "nit: b", "c"].map((text, minutes) => thread([mallory(text, minutes)])),
      }),
    );
    expect([Object.values(open), openWithoutKind]).toEqual([[0, 0, 0, 0, 0, 0], 0]);
    expect(remarks.map(({ isTheirs }) => isTheirs)).toEqual([true, true, true]);
  });

  it("an approval does not close what blocks in its own text", () => {
    const approving = (text: string) => judge({ reviews: [review("bob", "approved", 1, { body: text })] })[0];
    expect([approving("blocking: not before #12"), approving("nit: a")]).toEqual(["held", "free"]);
  });
});

describe("people with write access resolve anything by command", () => {
  const opened = reply("bob", "blocking: a", 1);
  const link = { type: "thread", id: String(opened.databaseId) } as const;
  const resolves = [{ link, by: "carol", at: at(5) }];
  const judgeResolved = (comments: ReviewComment[]) =>
    judge({ threads: [thread(comments)] }, { resolves })[0];

  it("a thread, until it is said to block again", () => {
    expect([
      judgeResolved([opened]),
      judgeResolved([opened, reply("bob", "blocking: still", 6)]),
      judgeResolved([reply("bob", "blocking: b", 1)]),
    ]).toEqual(["free", "held", "held"]);
  });
});

describe("what is for the app is no answer", () => {
  it.each([
    ["a command", "/async waiting", "alice"],
    ["a command with a colon", "/async: snooze 2 days", "alice"],
    ["a command with a comma", "/async, waiting", "alice"],
    ["commands", "/async ready\n\n/async due Friday", "alice"],
    ["a command with thanks", "Thanks!\n\n/async waiting", "alice"],
    ["a status", "Status: half done", "alice"],
    ["a command with words", "/async ready\n\nFixed it.", "bob"],
    ["thanks", "Thanks!", "alice"],
    ["an answer", "Because it is faster.", "bob"],
  ])("%s", (_name, body, next) => {
    expect(judge({ threads: [thread([reply("bob", "q: a?", 1), reply("alice", body, 2)])] })[1]).toBe(next);
    const asks = review("bob", "commented", 1, { body: "q: a?" });
    expect(judge({ reviews: [asks], comments: [comment("alice", body, 2)] })[1]).toBe(next);
    const inTheirs = thread([reply("bob", "praise: nice", 1), reply("alice", body, 2)]);
    expect(judge({ reviews: [asks], threads: [inTheirs] }).slice(1)).toContain(next);
  });

  it("nor is a hidden comment, even of a bot on its own pull request", () => {
    const author = user("renovate[bot]");
    const asks = review("bob", "commented", 1, { body: "q: a?" });
    const answer = (more: object) =>
      judge({ author, reviews: [asks], comments: [comment("x", "Because.", 2, { author, ...more })] })[1];
    expect([answer({}), answer({ isMinimized: true })]).toEqual(["bob", "alice"]);
  });

  it("and no question", () =>
    expect(
      judge({
        threads: [
          thread([reply("bob", "q: a?", 1), reply("alice", "b", 2), reply("bob", "/async waiting", 3)]),
        ],
      })[1],
    ).toBe("bob"));
});

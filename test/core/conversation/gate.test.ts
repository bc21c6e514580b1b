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

/** Whether the gate is held, who moves next in each remark, and whose permission is asked for. */
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

describe("a blocking thread", () => {
  it.each([
    "nit: and rename tmp",
    "question: why not a map?",
    "note: seen in #12 too",
    "praise: nice test",
    "suggestion: a map would do",
    "non-blocking: and rename tmp",
    "nit (non-blocking): and rename tmp",
    "polish: the name",
  ])("stays blocking after its opener's later remark: %s", (body) => {
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
  ])("stops blocking after its opener's words about the thread: %s", (body) => {
    expect(inThread([byReview("This loses a retry."), reply("bob", body, 2)])[0]).toBe("free");
    expect(inThread([reply("bob", "blocking: a", 1), reply("bob", body, 2)])[0]).toBe("free");
  });

  it("stops blocking when its first comment is edited to a nit, and starts by the reverse edit", () => {
    expect(inThread([reply("bob", "nit: a", 1, { lastEditedAt: at(5) })])[0]).toBe("free");
    expect(inThread([reply("bob", "blocking: a", 1, { lastEditedAt: at(5) })])[0]).toBe("held");
  });

  it("stays blocking when anybody but its opener takes it back", () => {
    const blocks = reply("bob", "blocking: a", 1);
    for (const login of ["alice", "carol", "mallory"])
      expect(inThread([blocks, reply(login, "nit then", 2)])[0]).toBe("held");
  });
});

describe("a blocking word in a thread", () => {
  const nit = reply("bob", "nit: a", 1);

  it.each([
    [
      "raises it when it comes from a person who can push",
      [nit, reply("carol", "blocking: b", 2)],
      ["held", "alice"],
    ],
    ["raises an outsider's thread", [mallory("nit: a", 1), reply("carol", "must: b", 2)], ["held", "alice"]],
    [
      "raises a bot's thread",
      [reply("ci[bot]", "issue: a", 1), reply("carol", "must: b", 2)],
      ["held", "alice"],
    ],
    [
      "raises the author's thread",
      [reply("alice", "moved", 1), reply("carol", "must: b", 2)],
      ["held", "alice"],
    ],
    ["doesn't raise it when it comes from an outsider", [nit, mallory("blocking: b", 2)], ["free", "nobody"]],
    [
      "doesn't raise it when it comes from a bot",
      [nit, reply("ci[bot]", "blocking: b", 2)],
      ["free", "nobody"],
    ],
    [
      "doesn't raise it when it comes from the author",
      [nit, reply("alice", "blocker: b", 2)],
      ["free", "nobody"],
    ],
    [
      "counts until its writer takes it back",
      [nit, reply("carol", "blocking: b", 2), reply("carol", "nit then", 3)],
      ["free", "nobody"],
    ],
    [
      "counts whatever the thread's opener says",
      [reply("bob", "must: a", 1), reply("carol", "must: b", 2), reply("bob", "nit then", 3)],
      ["held", "alice"],
    ],
    [
      "makes its writer the next to move after an answer",
      [nit, reply("carol", "blocking: b", 2), reply("alice", "Fixed in a1b2c3d.", 3)],
      ["held", "carol"],
    ],
  ] as const)("%s", (_name, comments, expected) => expect(inThread([...comments])).toEqual(expected));
});

describe("with resolve: opener, a thread with several blocking words", () => {
  const config = reviewConfig({ resolve: "opener" });
  const raised = [reply("bob", "must: a", 1), reply("carol", "blocking: b", 2)];
  const resolved = (comments: ReviewComment[], resolvedBy: string, reviews: Review[] = []) =>
    judge({ threads: [thread(comments, { isResolved: true, resolvedBy })], reviews }, { config })[0];

  it.each([
    ["closes when the writer of the last blocking word resolves it", resolved(raised, "carol"), "free"],
    ["stays open when its opener resolves it", resolved(raised, "bob"), "held"],
    ["stays open when the author resolves it", resolved(raised, "alice"), "held"],
    [
      "closes when that writer approves after somebody else resolved it",
      resolved(raised, "alice", [review("carol", "approved", 9)]),
      "free",
    ],
    [
      "stays open when that writer approved before",
      resolved(raised, "alice", [review("carol", "approved", 1)]),
      "held",
    ],
    [
      "closes when anybody resolves it for a deleted account",
      resolved([ghost("must: a", 1)], "dave"),
      "free",
    ],
  ])("closes or stays open as expected: %s", (_name, found, expected) => expect(found).toBe(expected));
});

describe("the gate", () => {
  const body = review("mallory", "changes_requested", 1, { ...outsider, body: "blocking: a" });
  it.each([
    [
      "is free for an outsider's thread",
      judge({ threads: [thread([mallory("blocking: a", 1)])] }),
      ["free", "nobody"],
    ],
    [
      "is free for an outsider's question",
      judge({ threads: [thread([mallory("q: a?", 1)])] }),
      ["free", "nobody"],
    ],
    [
      "is free for an outsider's request for changes",
      judge({ reviews: [body], threads: [thread([{ ...mallory("a", 1), reviewId: body.id }])] }),
      ["free", "nobody", "nobody"],
    ],
    [
      "is free for a comment by somebody with unknown permission until that is known",
      judge({ comments: [comment("dave", "blocking: a", 1)] }),
      ["free", "nobody", "dave"],
    ],
    [
      "is free for a nit by somebody with unknown permission, without asking for it",
      judge({ comments: [comment("dave", "nit: a", 1)] }),
      ["free", "nobody"],
    ],
    [
      "is held by a comment by somebody with write access",
      judge({ comments: [comment("dave", "blocking: a", 1)] }, { permissions: new Map([["dave", "write"]]) }),
      ["held", "alice"],
    ],
    [
      "is free for a comment by somebody with only triage access",
      judge({ comments: [comment("dave", "blocking: a", 1)] }, { permissions: new Map([["dave", "read"]]) }),
      ["free", "nobody"],
    ],
    [
      "is held by a comment when its writer's review proves their access",
      judge({ comments: [comment("dave", "blocking: a", 1)], reviews: [review("dave", "commented", 1)] }),
      ["held", "alice"],
    ],
    [
      "is free for an outsider's question in another person's thread",
      judge({ threads: [thread([reply("bob", "q: a", 1), reply("alice", "b", 2), mallory("Why?", 3)])] }),
      ["free", "bob"],
    ],
    [
      "is free for the author's own blocking comment",
      judge({ comments: [comment("alice", "Blocker: the API", 1)] }),
      ["free"],
    ],
    [
      "is free for the author's own blocking thread",
      judge({ threads: [thread([reply("alice", "blocker: b", 1)])] }),
      ["free", "reviewers"],
    ],
    [
      "is held by a deleted account's blocking thread",
      judge({ threads: [thread([ghost("must: a", 1)])] }),
      ["held", "alice"],
    ],
    [
      "is held by a deleted account's blocking thread, even when it is answered",
      judge({ threads: [thread([ghost("must: a", 1), reply("alice", "Done.", 2)])] }),
      ["held", "alice"],
    ],
  ])("%s", (_name, found, expected) => expect(found).toEqual(expected));

  it("is free for outsiders, whose remarks are marked as theirs and not counted", () => {
    const { open, openWithoutKind, remarks } = evaluateConversation(
      conversation({
        threads: ["blocking: a", "nit: b", "c"].map((text, minutes) => thread([mallory(text, minutes)])),
      }),
    );
    expect([Object.values(open), openWithoutKind]).toEqual([[0, 0, 0, 0, 0, 0], 0]);
    expect(remarks.map(({ lacksWriteAccess }) => lacksWriteAccess)).toEqual([true, true, true]);
  });

  it("is held by a blocking text in an approval", () => {
    const approving = (text: string) => judge({ reviews: [review("bob", "approved", 1, { body: text })] })[0];
    expect([approving("blocking: not before #12"), approving("nit: a")]).toEqual(["held", "free"]);
  });
});

describe("/async resolve by somebody with write access", () => {
  const opened = reply("bob", "blocking: a", 1);
  const link = { type: "thread", id: String(opened.databaseId) } as const;
  const resolves = [{ link, by: "carol", at: at(5) }];
  const judgeResolved = (comments: ReviewComment[]) =>
    judge({ threads: [thread(comments)] }, { resolves })[0];

  it("frees the gate until the thread is said to block again", () => {
    expect([
      judgeResolved([opened]),
      judgeResolved([opened, reply("bob", "blocking: still", 6)]),
      judgeResolved([reply("bob", "blocking: b", 1)]),
    ]).toEqual(["free", "held", "held"]);
  });
});

describe("a comment that may be for the app", () => {
  it.each([
    ["no answer in a command", "/async waiting", "alice"],
    ["no answer in a command with a colon", "/async: snooze 2 days", "alice"],
    ["no answer in a command with a comma", "/async, waiting", "alice"],
    ["no answer in several commands", "/async ready\n\n/async due Friday", "alice"],
    ["no answer in a command with thanks", "Thanks!\n\n/async waiting", "alice"],
    ["no answer in a status update", "Status: half done", "alice"],
    ["an answer in a command with other words", "/async ready\n\nFixed it.", "bob"],
    ["no answer in thanks", "Thanks!", "alice"],
    ["an answer in an explanation", "Because it is faster.", "bob"],
  ])("moves the turn only if it answers: %s", (_name, body, next) => {
    expect(judge({ threads: [thread([reply("bob", "q: a?", 1), reply("alice", body, 2)])] })[1]).toBe(next);
    const asks = review("bob", "commented", 1, { body: "q: a?" });
    expect(judge({ reviews: [asks], comments: [comment("alice", body, 2)] })[1]).toBe(next);
    const inTheirs = thread([reply("bob", "praise: nice", 1), reply("alice", body, 2)]);
    expect(judge({ reviews: [asks], threads: [inTheirs] }).slice(1)).toContain(next);
  });

  it("moves no turn when it is hidden, even a bot's on its own pull request", () => {
    const author = user("renovate[bot]");
    const asks = review("bob", "commented", 1, { body: "q: a?" });
    const answer = (more: object) =>
      judge({ author, reviews: [asks], comments: [comment("x", "Because.", 2, { author, ...more })] })[1];
    expect([answer({}), answer({ isMinimized: true })]).toEqual(["bob", "alice"]);
  });

  it("asks nothing of the author", () =>
    expect(
      judge({
        threads: [
          thread([reply("bob", "q: a?", 1), reply("alice", "b", 2), reply("bob", "/async waiting", 3)]),
        ],
      })[1],
    ).toBe("bob"));
});

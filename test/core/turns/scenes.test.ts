import { describe, expect, it } from "vitest";
import { turnsSchema } from "../../../src/core/config/schema/turns-schema.ts";
import type { World } from "./life/world.ts";
import { type Around, judge, type Step } from "./play.ts";

/* Scenes from reviews, judged as a participant would: whose move it is, and in which role. */

const request = (of = "bob"): Step => ({ does: "request", of });
const unrequest = (of = "bob"): Step => ({ does: "unrequest", of });
type Threads = NonNullable<Step["threads"]>;
const review = (by: string, state: NonNullable<Step["state"]>, ...threads: Threads): Step => ({
  ...{ does: "review", by, state, threads },
});
const approve = (by = "bob", ...threads: Threads) => review(by, "approved", ...threads);
const changes = (by = "bob", ...threads: Threads) => review(by, "changes_requested", ...threads);
const comments = (by = "bob", ...threads: Threads) => review(by, "commented", ...threads);
const question = (by = "bob", id = "t1") => comments(by, { id, kind: "question" });
const blocking = (by = "bob", id = "t1") => comments(by, { id, kind: "blocking" });
const nit = (by = "bob", id = "t1") => comments(by, { id, kind: "nit" });
const reply = (to = "t1", by = "alice", text = "It is sorted before."): Step => ({
  does: "reply",
  to,
  by,
  text,
});
const resolve = (to = "t1", by = "alice"): Step => ({ does: "resolve", to, by });
const say = (by: string, text: string): Step => ({ does: "comment", by, text });
const push: Step = { does: "push" };
const dismiss = (of = "bob", by = "carol"): Step => ({ does: "dismiss", of, by });
const draft: Step = { does: "draft" };
const ready: Step = { does: "ready for review" };
const ruled = (decision: "approved" | "review_required" | "changes_requested"): Around => ({
  change: ({ pullRequest }: World) => void Object.assign(pullRequest, { reviewDecision: decision }),
});
const outdated: Around = {
  change: ({ pullRequest }: World) => void Object.assign(pullRequest.threads[0]!, { isOutdated: true }),
};
const away = (covers: Record<string, string | null>): Around => ({
  turns: turnsSchema.parse({
    hours: { time_zone: "UTC" },
    people: Object.fromEntries(
      Object.entries(covers).map(([login, cover]) => [
        login,
        { away: [{ from: "2026-11-02", to: "2026-11-20", ...(cover === null ? {} : { cover }) }] },
      ]),
    ),
  }),
});

/** Role and login of each turn, `for` whom they stand in; or why it is nobody's. */
function whose(steps: Step[], around: Around = {}): string {
  const { turns, nobody } = judge(steps, around);
  const told = turns.map(
    ({ role, login, coverFor }) => `${role} ${login}${coverFor ? ` for ${coverFor}` : ""}`,
  );
  return told.length === 0 ? `nobody: ${nobody?.type}` : told.toSorted().join(", ");
}

type Scenes = [string, Step[], string, Around?][];
const play = (name: string, scenes: Scenes) =>
  describe(name, () => {
    it.each(scenes)("%s", (_, steps, expected, around) => expect(whose(steps, around)).toBe(expected));
  });

play("two reviewers", [
  [
    "one wants changes, the other has not reviewed",
    [request(), request("carol"), changes()],
    "author alice, reviewer carol",
  ],
  [
    "one is answered, the other not",
    [request(), request("carol"), blocking("bob", "t1"), blocking("carol", "t2"), reply("t1"), push],
    "author alice, reviewer bob",
  ],
  [
    "one has approved, the other's changes are made",
    [request(), request("carol"), approve(), changes("carol"), push],
    "reviewer carol",
  ],
  [
    "only one is asked again, the other still waits",
    [request(), changes(), request("carol")],
    "author alice, reviewer carol",
  ],
  ["who asked hands it on", [request(), request("carol"), unrequest()], "reviewer carol"],
  ["both approve", [request(), request("carol"), approve("carol"), approve()], "nobody: approved"],
  [
    "both approve, one with a nit",
    [request(), request("carol"), approve("carol"), approve("bob", { kind: "nit" })],
    "nobody: approved",
  ],
  ["one who was never asked asks", [request(), question("carol")], "author alice, reviewer bob"],
  [
    "one who was never asked is answered",
    [request(), question("carol"), reply()],
    "reviewer bob, reviewer carol",
  ],
  ["one who was never asked approves", [request(), approve("carol")], "reviewer bob"],
  [
    "one who was never asked approves, and the branch is content",
    [request(), approve("carol")],
    "nobody: approved",
    ruled("approved"),
  ],
  [
    "one asks after the branch is content",
    [request(), approve("carol"), question()],
    "nobody: approved",
    ruled("approved"),
  ],
  [
    "one wants changes after the branch was content",
    [request(), approve("carol"), changes()],
    "author alice",
    ruled("changes_requested"),
  ],
]);

play("questions and answers", [
  ["a nit alone is no review", [request(), nit()], "reviewer bob"],
  ["a remark alone is no review", [request(), comments()], "reviewer bob"],
  ["a plain comment is no review", [request(), say("bob", "I will look tomorrow.")], "reviewer bob"],
  ["a question as a comment", [request(), say("bob", "question: why a map?")], "author alice"],
  ["a question as a review", [request(), { ...comments(), text: "question: why a map?" }], "author alice"],
  [
    "it is answered below",
    [request(), { ...comments(), text: "question: why a map?" }, say("alice", "It is faster.")],
    "reviewer bob",
  ],
  [
    "it is answered by a question",
    [request(), question(), reply("t1", "alice", "What would you use?")],
    "reviewer bob",
  ],
  ["it is resolved without a word", [request(), question(), resolve()], "reviewer bob"],
  [
    "one of two is answered, the other resolved",
    [request(), comments("bob", { id: "t1" }, { id: "t2" }), reply(), resolve("t2")],
    "reviewer bob",
  ],
  [
    "whoever asked is content and has not approved",
    [request(), question(), reply(), resolve("t1", "bob")],
    "reviewer bob",
  ],
  [
    "whoever asked is content, was never asked, and nobody was",
    [question(), reply(), resolve("t1", "bob")],
    "nobody: nobody asked",
  ],
  ["the author asks in the code", [request(), question("alice")], "reviewer bob"],
  ["the author explains in the code", [request(), comments("alice", { kind: "note" })], "reviewer bob"],
  ["a nit from who was not asked", [nit()], "nobody: nobody asked"],
  ["a bot's remarks ask nobody", [request(), changes("lint[bot]", { id: "t1" })], "reviewer bob"],
  ["a bot's blocking remark asks nobody", [blocking("lint[bot]")], "nobody: nobody asked"],
]);

play("blocking", [
  [
    "is answered, and closed by whoever opened it",
    [request(), blocking(), reply(), resolve("t1", "bob")],
    "reviewer bob",
  ],
  ["is answered by words alone", [request(), blocking(), reply()], "author alice"],
  ["is pushed without a word", [request(), blocking(), push], "author alice"],
  ["is pushed, and its lines are gone", [request(), blocking(), push], "reviewer bob", outdated],
  ["is pushed first and then answered", [request(), blocking(), push, reply()], "reviewer bob"],
  ["changes without a thread are pushed", [request(), changes(), push], "reviewer bob"],
  [
    "a colleague pushes for the author",
    [request(), blocking(), reply(), { ...push, by: "dave" }],
    "reviewer bob",
  ],
  ["is resolved by the author, and pushed", [request(), blocking(), push, resolve()], "reviewer bob"],
  [
    "is opened again by whoever opened it",
    [
      request(),
      blocking(),
      reply(),
      push,
      resolve(),
      { does: "unresolve", to: "t1", by: "bob" },
      reply("t1", "bob", "blocking: still races"),
    ],
    "author alice",
  ],
  [
    "an outsider who was asked wants changes",
    [request("mallory"), changes("mallory", { id: "t1" })],
    "author alice",
  ],
]);

play("approval that goes", [
  ["dismissed after a push", [request(), approve(), push, dismiss("bob", "github")], "reviewer bob"],
  ["dismissed, then given again", [request(), approve(), dismiss(), approve()], "nobody: approved"],
  [
    "a request for changes is dismissed, another approves",
    [request(), changes(), dismiss(), approve("carol")],
    "reviewer bob",
  ],
  [
    "changes wanted, then approved by the same person",
    [request(), changes(), push, approve()],
    "nobody: approved",
  ],
  ["approved, then changes wanted by the same person", [request(), approve(), changes()], "author alice"],
  ["approved, pushed, nobody asks again", [request(), approve(), push], "nobody: approved"],
  ["somebody is asked after it", [request(), approve(), request("carol")], "reviewer carol"],
  ["the branch wants two", [request(), approve()], "nobody: answered", ruled("review_required")],
  [
    "the branch wants two, and a second is asked",
    [request(), approve(), request("carol")],
    "reviewer carol",
    ruled("review_required"),
  ],
  ["an outsider's, and nobody else's", [request("mallory"), approve("mallory")], "nobody: answered"],
]);

play("drafts, ends and returns", [
  ["a draft has no turns", [request(), question(), draft], "nobody: draft"],
  [
    "ready again is said to be ready, whatever is open",
    [request(), question(), draft, ready],
    "reviewer bob",
  ],
  ["ready again, the reviewer had not come", [request(), draft, ready], "reviewer bob"],
  ["answered while a draft", [request(), question(), draft, reply(), ready], "reviewer bob"],
  ["closed", [request(), { does: "close" }], "nobody: closed"],
  ["reopened", [request(), question(), { does: "close" }, { does: "reopen" }], "author alice"],
  ["merged", [request(), approve(), { does: "merge" }], "nobody: merged"],
  ["nobody was asked", [], "nobody: nobody asked"],
  ["the request is taken back", [request(), unrequest()], "nobody: nobody asked"],
  ["only a bot was asked", [request("copilot[bot]")], "nobody: bots asked"],
  [
    "a bot and a person were asked, and the person approves",
    [request("copilot[bot]"), request(), approve()],
    "nobody: approved",
  ],
]);

play("teams", [
  ["is asked", [request("acme/web")], "reviewer acme/web"],
  [
    "one of them wants changes for it",
    [request("acme/web"), { ...changes("carol"), onBehalfOf: ["acme/web"] }],
    "author alice",
  ],
  [
    "they are made",
    [request("acme/web"), { ...changes("carol"), onBehalfOf: ["acme/web"] }, push],
    "reviewer carol",
  ],
  [
    "one of them approves for it",
    [request("acme/web"), { ...approve("carol"), onBehalfOf: ["acme/web"] }],
    "nobody: approved",
  ],
  [
    "a person approves, the team has not reviewed",
    [request("acme/web"), request(), approve()],
    "reviewer acme/web",
  ],
  [
    "one of them asks for it",
    [request("acme/web"), { ...question("carol"), onBehalfOf: ["acme/web"] }],
    "author alice",
  ],
  [
    "whoever asked for it is answered",
    [request("acme/web"), { ...question("carol"), onBehalfOf: ["acme/web"] }, reply()],
    "reviewer carol",
  ],
]);

play("away, snoozed, waiting", [
  ["a reviewer's cover", [request()], "reviewer carol for bob", away({ bob: "carol" })],
  ["the author's cover", [request(), question()], "author dave for alice", away({ alice: "dave" })],
  ["the cover was asked as well", [request(), request("carol")], "reviewer carol", away({ bob: "carol" })],
  ["nobody covers", [request()], "reviewer bob", away({ bob: null })],
  [
    "a snoozed turn is still theirs",
    [request(), { does: "/async snooze", by: "bob", span: { type: "duration", duration: "9 days" } }],
    "reviewer bob",
  ],
  ["the author says that work goes on", [request(), { does: "/async waiting" }], "author alice"],
  [
    "and then that it is ready",
    [request(), { does: "/async waiting" }, { does: "/async ready" }],
    "reviewer bob",
  ],
  ["a push while work goes on says nothing", [request(), { does: "/async waiting" }, push], "author alice"],
  [
    "the author names who blocks",
    [request(), question(), say("alice", "Status: half.\nBlocker: @dana has the key")],
    "blocker dana",
  ],
  [
    "whoever blocks has answered",
    [
      request(),
      question(),
      say("alice", "Status: half.\nBlocker: @dana has the key"),
      say("dana", "Here it is."),
    ],
    "author alice",
  ],
  [
    "a status alone answers nothing",
    [request(), question(), say("alice", "Status: still at it")],
    "author alice",
  ],
  ["a conflict leaves the move", [request(), { does: "conflict" }], "reviewer bob"],
]);

play("the merge queue", [
  ["it waits", [request(), approve(), { does: "enqueue" }], "nobody: queued"],
  [
    "it was put out",
    [
      request(),
      approve(),
      { does: "enqueue" },
      { does: "dequeue", by: "github-merge-queue[bot]", text: "failed checks" },
    ],
    "queue alice",
  ],
  [
    "and repaired",
    [
      request(),
      approve(),
      { does: "enqueue" },
      { does: "dequeue", by: "github-merge-queue[bot]", text: "failed checks" },
      push,
    ],
    "nobody: approved",
  ],
  [
    "and another review is wanted",
    [
      request(),
      approve(),
      { does: "enqueue" },
      { does: "dequeue", by: "github-merge-queue[bot]", text: "failed checks" },
      push,
      request(),
    ],
    "reviewer bob",
  ],
  [
    "put out while changes are wanted",
    [
      request(),
      approve(),
      { does: "enqueue" },
      { does: "dequeue", by: "github-merge-queue[bot]", text: "failed checks" },
      changes("carol"),
    ],
    "author alice",
  ],
]);

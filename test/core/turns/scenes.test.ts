import { describe, expect, it } from "vitest";
import { turnsSchema } from "../../../src/core/config/schema/turns-schema.ts";
import type { World } from "./life/world.ts";
import { type Around, judge, type Step } from "./play.ts";

/* Scenes from reviews, each judged as a participant would: who has the turn, and in which role. */

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

/** Role and login of each turn, and for whom they stand in; or why it is nobody's turn. */
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
    "one is answered, the other isn't",
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
  ["the one who asked hands over to the other", [request(), request("carol"), unrequest()], "reviewer carol"],
  ["both approve", [request(), request("carol"), approve("carol"), approve()], "nobody: approved"],
  [
    "both approve, one with a nit",
    [request(), request("carol"), approve("carol"), approve("bob", { kind: "nit" })],
    "nobody: approved",
  ],
  [
    "somebody who was never asked asks a question",
    [request(), question("carol")],
    "author alice, reviewer bob",
  ],
  [
    "somebody who was never asked gets an answer",
    [request(), question("carol"), reply()],
    "reviewer bob, reviewer carol",
  ],
  ["somebody who was never asked approves", [request(), approve("carol")], "reviewer bob"],
  [
    "somebody who was never asked approves, and the branch rule is met",
    [request(), approve("carol")],
    "nobody: approved",
    ruled("approved"),
  ],
  [
    "one asks after the branch rule is met",
    [request(), approve("carol"), question()],
    "nobody: approved",
    ruled("approved"),
  ],
  [
    "one wants changes after the branch rule was met",
    [request(), approve("carol"), changes()],
    "author alice",
    ruled("changes_requested"),
  ],
]);

play("questions and answers", [
  ["a nit alone isn't a review", [request(), nit()], "reviewer bob"],
  ["a remark alone isn't a review", [request(), comments()], "reviewer bob"],
  ["a plain comment isn't a review", [request(), say("bob", "I will look tomorrow.")], "reviewer bob"],
  ["a question as a comment", [request(), say("bob", "question: why a map?")], "author alice"],
  ["a question as a review", [request(), { ...comments(), text: "question: why a map?" }], "author alice"],
  [
    "a question is answered below",
    [request(), { ...comments(), text: "question: why a map?" }, say("alice", "It is faster.")],
    "reviewer bob",
  ],
  [
    "a question is answered by a question",
    [request(), question(), reply("t1", "alice", "What would you use?")],
    "reviewer bob",
  ],
  ["a question is resolved without a word", [request(), question(), resolve()], "reviewer bob"],
  [
    "one of two questions is answered, the other resolved",
    [request(), comments("bob", { id: "t1" }, { id: "t2" }), reply(), resolve("t2")],
    "reviewer bob",
  ],
  [
    "the asker is satisfied and hasn't approved",
    [request(), question(), reply(), resolve("t1", "bob")],
    "reviewer bob",
  ],
  [
    "the asker is satisfied, and nobody was asked to review",
    [question(), reply(), resolve("t1", "bob")],
    "nobody: nobody asked",
  ],
  ["the author asks in the code", [request(), question("alice")], "reviewer bob"],
  ["the author explains in the code", [request(), comments("alice", { kind: "note" })], "reviewer bob"],
  ["a nit by somebody who wasn't asked", [nit()], "nobody: nobody asked"],
  ["a bot's remarks ask nobody", [request(), changes("lint[bot]", { id: "t1" })], "reviewer bob"],
  ["a bot's blocking remark asks nobody", [blocking("lint[bot]")], "nobody: nobody asked"],
]);

play("blocking", [
  [
    "is answered, and closed by its opener",
    [request(), blocking(), reply(), resolve("t1", "bob")],
    "reviewer bob",
  ],
  ["is answered without a push", [request(), blocking(), reply()], "author alice"],
  ["is pushed for without an answer", [request(), blocking(), push], "author alice"],
  ["is pushed for, and its lines are gone", [request(), blocking(), push], "reviewer bob", outdated],
  ["is pushed for first and then answered", [request(), blocking(), push, reply()], "reviewer bob"],
  [
    "is a request for changes without a thread, and is pushed for",
    [request(), changes(), push],
    "reviewer bob",
  ],
  [
    "is pushed for by a colleague of the author",
    [request(), blocking(), reply(), { ...push, by: "dave" }],
    "reviewer bob",
  ],
  ["is resolved by the author after a push", [request(), blocking(), push, resolve()], "reviewer bob"],
  [
    "is reopened by its opener",
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
    "is a request for changes by a requested outsider",
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
  ["approved, and somebody is asked afterwards", [request(), approve(), request("carol")], "reviewer carol"],
  [
    "approved once where the branch wants two approvals",
    [request(), approve()],
    "nobody: answered",
    ruled("review_required"),
  ],
  [
    "approved once where the branch wants two, and a second reviewer is asked",
    [request(), approve(), request("carol")],
    "reviewer carol",
    ruled("review_required"),
  ],
  ["approved by an outsider alone", [request("mallory"), approve("mallory")], "nobody: answered"],
]);

play("drafts, ends and returns", [
  ["a draft has no turns", [request(), question(), draft], "nobody: draft"],
  [
    "ready again, and counted as ready whatever is open",
    [request(), question(), draft, ready],
    "reviewer bob",
  ],
  ["ready again before the reviewer had come", [request(), draft, ready], "reviewer bob"],
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
  ["a team is asked", [request("acme/web")], "reviewer acme/web"],
  [
    "a member wants changes for the team",
    [request("acme/web"), { ...changes("carol"), onBehalfOf: ["acme/web"] }],
    "author alice",
  ],
  [
    "a member's changes for the team are made",
    [request("acme/web"), { ...changes("carol"), onBehalfOf: ["acme/web"] }, push],
    "reviewer carol",
  ],
  [
    "a member approves for the team",
    [request("acme/web"), { ...approve("carol"), onBehalfOf: ["acme/web"] }],
    "nobody: approved",
  ],
  [
    "a person approves, the team hasn't reviewed",
    [request("acme/web"), request(), approve()],
    "reviewer acme/web",
  ],
  [
    "a member asks for the team",
    [request("acme/web"), { ...question("carol"), onBehalfOf: ["acme/web"] }],
    "author alice",
  ],
  [
    "the member who asked for the team is answered",
    [request("acme/web"), { ...question("carol"), onBehalfOf: ["acme/web"] }, reply()],
    "reviewer carol",
  ],
]);

play("away, snoozed, waiting", [
  ["a reviewer's cover", [request()], "reviewer carol for bob", away({ bob: "carol" })],
  ["the author's cover", [request(), question()], "author dave for alice", away({ alice: "dave" })],
  [
    "the reviewer's cover was asked to review as well",
    [request(), request("carol")],
    "reviewer carol",
    away({ bob: "carol" }),
  ],
  ["the reviewer has no cover", [request()], "reviewer bob", away({ bob: null })],
  [
    "a snoozed turn still belongs to its person",
    [request(), { does: "/async snooze", by: "bob", span: { type: "duration", duration: "9 days" } }],
    "reviewer bob",
  ],
  ["the author says that work goes on", [request(), { does: "/async waiting" }], "author alice"],
  [
    "the author says that work goes on, and then that it is ready",
    [request(), { does: "/async waiting" }, { does: "/async ready" }],
    "reviewer bob",
  ],
  ["the author pushes while work goes on", [request(), { does: "/async waiting" }, push], "author alice"],
  [
    "the author names a blocker",
    [request(), question(), say("alice", "Status: half.\nBlocker: @dana has the key")],
    "blocker dana",
  ],
  [
    "the blocker has answered",
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
  ["a conflict leaves the turn where it is", [request(), { does: "conflict" }], "reviewer bob"],
]);

play("the merge queue", [
  ["the pull request is queued", [request(), approve(), { does: "enqueue" }], "nobody: queued"],
  [
    "the pull request was removed",
    [
      request(),
      approve(),
      { does: "enqueue" },
      { does: "dequeue", by: "github-merge-queue[bot]", text: "failed checks" },
    ],
    "queue alice",
  ],
  [
    "the pull request was removed and repaired",
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
    "the pull request was removed, and another review is wanted",
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
    "the pull request was removed while changes are wanted",
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

import type { Step } from "../../turns/play.ts";
import {
  approve,
  ask,
  assign,
  body,
  changes,
  dequeue,
  draft,
  enqueue,
  forcePush,
  mergeBase,
  outdate,
  pushBy,
  ready,
  reply,
  request,
  resolve,
  say,
  unlabel,
} from "../deeds.ts";
import { play } from "../play-scene.ts";
import { agent, alices, approved, bobs, inUtc, visitor } from "../scene-settings.ts";

const push: Step = { does: "push" };
const once = inUtc("remind: {at_most: 1}");

play("pushes", [
  ["back to an older head after a request in words", [request(), changes(), forcePush], { turn: bobs }],
  [
    "the base is merged in by the reviewer, who has still to review",
    [request(), { ...mergeBase, by: "bob" }],
    { turn: bobs, since: "bob 02T08" },
  ],
  [
    "the base is merged in after a request in words",
    [request(), body("bob", "changes_requested", "Use a queue."), mergeBase],
    { turn: alices },
  ],
  [
    "nits of a request for changes are pushed",
    [request(), changes("bob", { kind: "nit" }), push],
    { turn: bobs },
  ],
  [
    "a push into a queued pull request's conversation",
    [request(), approve(), enqueue, ask("blocking", "carol")],
    { turn: alices, gate: "held" },
  ],
  [
    "an answer without a push",
    [request(), changes("bob", { id: "t1" }), reply("alice", "Why?")],
    { turn: alices },
  ],
  ["a push without an answer", [request(), changes("bob", { id: "t1" }), push], { turn: alices }],
  ["a push that changes the lines", [request(), changes("bob", { id: "t1" }), push, outdate], { turn: bobs }],
  [
    "resolved, with nothing pushed",
    [request(), changes("bob", { id: "t1" }), resolve("alice")],
    { turn: alices, gate: "free" },
  ],
  [
    "a request in words, and a push",
    [request(), body("bob", "changes_requested", "Use a queue."), push],
    { turn: bobs },
  ],
  [
    "a request in words, and a word",
    [request(), body("bob", "changes_requested", "Use a queue."), say("alice", "Will do.")],
    { turn: alices },
  ],
  [
    "the reviewer pushes the fix and resolves",
    [request(), ask("blocking"), pushBy("bob"), resolve("bob")],
    { turn: bobs, gate: "free" },
  ],
  [
    "a colleague pushes the fix",
    [request(), ask("blocking"), pushBy("carol"), reply("alice", "Carol fixed it.")],
    { turn: bobs, gate: "held" },
  ],
  [
    "the author commits a suggestion",
    [request(), ask("suggestion"), push, resolve("alice")],
    { turn: bobs, gate: "free" },
  ],
  [
    "the base is merged in, and nothing changed",
    [request(), changes("bob", { id: "t1" }), reply("alice", "On it."), mergeBase],
    { turn: alices },
  ],
  [
    "squashed into one",
    [request(), changes("bob", { id: "t1" }), reply("alice", "Done."), forcePush],
    { turn: bobs },
  ],
  [
    "a formatter pushes",
    [request(), changes("bob", { id: "t1" }), pushBy("pre-commit-ci[bot]")],
    { turn: alices },
  ],
  ["a push while the reviewer is asked", [request(), [20, push]], { turn: bobs, since: "bob 02T08" }],
  [
    "the agent answers and pushes for its owner",
    [
      assign("dana"),
      request(),
      ask("blocking"),
      pushBy("copilot-agent[bot]"),
      reply("copilot-agent[bot]", "Locked in 1a2b3c4."),
    ],
    { turn: bobs, gate: "held" },
    agent,
  ],
  [
    "the agent only says that it has started",
    [
      assign("dana"),
      request(),
      ask("question"),
      say("copilot-agent[bot]", "I have started to look into it."),
    ],
    { turn: "author dana" },
    agent,
  ],
  [
    "a fork is rebased by a maintainer",
    [request(), ask("question"), { ...forcePush, by: "bob" }],
    { turn: "author oscar" },
    visitor,
  ],
  [
    "the base is merged in after the answer, with the fix before",
    [request(), ask("blocking"), push, mergeBase, reply("alice", "Locked.")],
    { turn: bobs },
  ],
  ["lines change under a question", [request(), ask("question"), push, outdate], { turn: bobs }],
  [
    "lines change under a question, and it is asked again",
    [request(), ask("question"), push, outdate, reply("bob", "Still the same question: why?")],
    { turn: alices },
  ],
  [
    "words of the whole review, approved later",
    [request(), body("bob", "commented", "blocking: no tests at all"), push, approve()],
    { gate: "free", turn: approved },
  ],
  [
    "a label that a person took off comes back with the next turn",
    [request(), [35, unlabel("overdue")], [36, ask("question")], [38, reply("alice", "So.")]],
    { labels: "overdue, review: question, waiting: reviewer" },
    { until: 64 },
  ],
]);

play("drafts", [
  [
    "reviewed early, as a draft",
    [request(), ask("question"), reply("alice", "For speed."), ready],
    { turn: bobs, since: "bob 02T11" },
    { opened: { draft: true } },
  ],
  [
    "reopened with a question open",
    [request(), ask("question"), { does: "close" }, { does: "reopen" }],
    { turn: alices, since: "alice 02T11" },
  ],
  [
    "reopened after a day and a half, with the whole target ahead",
    [request(), [20, { does: "close" }], [60, { does: "reopen" }]],
    { turn: bobs, since: "bob 04T12", reminders: ["05T12 @bob"] },
    { until: 90 },
  ],
  [
    "made ready on a Saturday",
    [request(), draft, [132, ready]],
    { turn: bobs, reminders: ["10T09 @bob"] },
    { until: 202 },
  ],
  [
    "asked after the merge",
    [request(), { does: "merge" }, ask("question")],
    { turn: "nobody: merged", labels: "" },
  ],
  ["back to a draft", [request(), draft], { turn: "nobody: draft", labels: "" }],
  ["ready again", [request(), draft, [30, ready]], { turn: bobs, since: "bob 03T06" }],
  [
    "ready after changes were wanted",
    [request(), changes("bob", { id: "t1" }), draft, push, ready],
    { turn: bobs },
  ],
  ["nobody hears of a draft", [request(), draft], { reminders: [] }, { until: 150 }],
  [
    "an author's draft is the author's affair",
    [request(), changes(), draft],
    { reminders: [] },
    { until: 150 },
  ],
  [
    "in and out of draft each day",
    [request(), [40, draft], [41, ready], [64, draft], [65, ready], [88, draft], [89, ready]],
    { turn: bobs, reminders: ["03T09 @bob"] },
    { config: once, until: 150 },
  ],
  [
    "opened as a draft and made ready",
    [request(), ready],
    { turn: bobs, since: "bob 02T09" },
    { opened: { draft: true } },
  ],
]);

play("the merge queue", [
  [
    "a conflict in the queue",
    [request(), approve(), enqueue, dequeue("MERGE_CONFLICT")],
    { turn: "queue alice", reminders: ["02T11 @alice"] },
    { until: 60 },
  ],
  [
    "a maintainer takes it out",
    [request(), approve(), enqueue, { ...dequeue("MANUAL"), by: "carol" }],
    { turn: "queue alice" },
  ],
  ["nobody had to review it", [enqueue, dequeue()], { turn: "queue alice" }],
  [
    "out, in again and merged",
    [request(), approve(), enqueue, dequeue(), enqueue, { does: "merge" }],
    { turn: "nobody: merged", labels: "" },
  ],
]);

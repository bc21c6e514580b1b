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
  [
    "the head goes back to an older commit after a request for changes in words",
    [request(), changes(), forcePush],
    { turn: bobs },
  ],
  [
    "a requested reviewer merges the base branch in",
    [request(), { ...mergeBase, by: "bob" }],
    { turn: bobs, since: "bob 02T08" },
  ],
  [
    "the base branch is merged in after a request for changes in words",
    [request(), body("bob", "changes_requested", "Use a queue."), mergeBase],
    { turn: alices },
  ],
  [
    "the author pushes for the nits of a request for changes",
    [request(), changes("bob", { kind: "nit" }), push],
    { turn: bobs },
  ],
  [
    "a blocking thread opens while the pull request is queued",
    [request(), approve(), enqueue, ask("blocking", "carol")],
    { turn: alices, gate: "held" },
  ],
  [
    "the author answers a blocking thread without a push",
    [request(), changes("bob", { id: "t1" }), reply("alice", "Why?")],
    { turn: alices },
  ],
  [
    "the author pushes for a blocking thread without an answer",
    [request(), changes("bob", { id: "t1" }), push],
    { turn: alices },
  ],
  [
    "the author's push changes the thread's lines",
    [request(), changes("bob", { id: "t1" }), push, outdate],
    { turn: bobs },
  ],
  [
    "the author resolves a blocking thread without a push",
    [request(), changes("bob", { id: "t1" }), resolve("alice")],
    { turn: alices, gate: "free" },
  ],
  [
    "the author pushes after a request for changes in words",
    [request(), body("bob", "changes_requested", "Use a queue."), push],
    { turn: bobs },
  ],
  [
    "the author only replies to a request for changes in words",
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
    "the author answers and only merges the base branch in",
    [request(), changes("bob", { id: "t1" }), reply("alice", "On it."), mergeBase],
    { turn: alices },
  ],
  [
    "the author answers and squashes the commits",
    [request(), changes("bob", { id: "t1" }), reply("alice", "Done."), forcePush],
    { turn: bobs },
  ],
  [
    "a formatting bot pushes",
    [request(), changes("bob", { id: "t1" }), pushBy("pre-commit-ci[bot]")],
    { turn: alices },
  ],
  ["the author pushes during a reviewer's turn", [request(), [20, push]], { turn: bobs, since: "bob 02T08" }],
  [
    "an agent answers and pushes for its assignee",
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
    "an agent only says that it has started",
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
    "a maintainer rebases a fork's branch",
    [request(), ask("question"), { ...forcePush, by: "bob" }],
    { turn: "author oscar" },
    visitor,
  ],
  [
    "the author fixes, merges the base branch in and then answers",
    [request(), ask("blocking"), push, mergeBase, reply("alice", "Locked.")],
    { turn: bobs },
  ],
  ["a question's lines change", [request(), ask("question"), push, outdate], { turn: bobs }],
  [
    "a question's lines change, and the reviewer asks again",
    [request(), ask("question"), push, outdate, reply("bob", "Still the same question: why?")],
    { turn: alices },
  ],
  [
    "a blocking review text, then an approval",
    [request(), body("bob", "commented", "blocking: no tests at all"), push, approve()],
    { gate: "free", turn: approved },
  ],
  [
    "a removed label comes back with the next turn",
    [request(), [35, unlabel("overdue")], [36, ask("question")], [38, reply("alice", "So.")]],
    { labels: "overdue, review: question, waiting: reviewer" },
    { until: 64 },
  ],
]);

play("drafts", [
  [
    "a draft is reviewed, and then made ready",
    [request(), ask("question"), reply("alice", "For speed."), ready],
    { turn: bobs, since: "bob 02T11" },
    { opened: { draft: true } },
  ],
  [
    "a pull request is reopened with a question open",
    [request(), ask("question"), { does: "close" }, { does: "reopen" }],
    { turn: alices, since: "alice 02T11" },
  ],
  [
    "a pull request is reopened after a day and a half and gets the whole target",
    [request(), [20, { does: "close" }], [60, { does: "reopen" }]],
    { turn: bobs, since: "bob 04T12", reminders: ["05T12 @bob"] },
    { until: 90 },
  ],
  [
    "a draft is made ready on a Saturday",
    [request(), draft, [132, ready]],
    { turn: bobs, reminders: ["10T09 @bob"] },
    { until: 202 },
  ],
  [
    "a question after the merge",
    [request(), { does: "merge" }, ask("question")],
    { turn: "nobody: merged", labels: "" },
  ],
  ["a pull request goes back to draft", [request(), draft], { turn: "nobody: draft", labels: "" }],
  ["a draft is made ready again", [request(), draft, [30, ready]], { turn: bobs, since: "bob 03T06" }],
  [
    "a draft is made ready after changes were requested",
    [request(), changes("bob", { id: "t1" }), draft, push, ready],
    { turn: bobs },
  ],
  ["a draft reminds nobody", [request(), draft], { reminders: [] }, { until: 150 }],
  [
    "a draft with requested changes reminds nobody",
    [request(), changes(), draft],
    { reminders: [] },
    { until: 150 },
  ],
  [
    "a pull request that is a draft for an hour each day gets one reminder",
    [request(), [40, draft], [41, ready], [64, draft], [65, ready], [88, draft], [89, ready]],
    { turn: bobs, reminders: ["03T09 @bob"] },
    { config: once, until: 150 },
  ],
  [
    "a pull request is opened as a draft and made ready",
    [request(), ready],
    { turn: bobs, since: "bob 02T09" },
    { opened: { draft: true } },
  ],
]);

play("the merge queue", [
  [
    "removes a pull request because of a conflict",
    [request(), approve(), enqueue, dequeue("MERGE_CONFLICT")],
    { turn: "queue alice", reminders: ["02T11 @alice"] },
    { until: 60 },
  ],
  [
    "loses a pull request to a maintainer's removal",
    [request(), approve(), enqueue, { ...dequeue("MANUAL"), by: "carol" }],
    { turn: "queue alice" },
  ],
  ["removes a pull request that nobody had to review", [enqueue, dequeue()], { turn: "queue alice" }],
  [
    "removes a pull request, takes it again and merges it",
    [request(), approve(), enqueue, dequeue(), enqueue, { does: "merge" }],
    { turn: "nobody: merged", labels: "" },
  ],
]);

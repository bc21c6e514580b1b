import type { World } from "../turns/life/world.ts";
import type { Step } from "../turns/play.ts";
import {
  approve,
  ask,
  assign,
  body,
  changes,
  checks,
  conflict,
  decided,
  dequeue,
  dismiss,
  draft,
  edit,
  enqueue,
  forTeam,
  hideThread,
  mergeBase,
  outdate,
  push,
  pushBy,
  ready,
  reply,
  request,
  resolve,
  say,
  saying,
  second,
  team,
  unlabel,
  unresolve,
} from "./deeds.ts";
import { type Happening, play } from "./play-scene.ts";
import { agent, alices, approved, bobs, inUtc, opener, rule, visitor } from "./scene-settings.ts";

/* Situations that rarely coincide, and settings that few repositories have. */

const solved: Step = { does: "conflict", text: "solved" };
const label = (of: string, by: string): Step => ({ does: "label", of, by });
const unknownMergeability: Happening = ({ pullRequest }: World) => {
  pullRequest.mergeable = null;
};

play("whose turn", [
  ["the reviewer helps out after approving", [request(), approve(), pushBy("bob")], { turn: approved }],
  [
    "one of two threads is resolved",
    [request(), ask("question"), second("bob"), resolve("alice")],
    { turn: alices },
  ],
  [
    "one is answered, the other outdated",
    [request(), ask("question"), second("bob"), push, outdate, reply("alice", "For speed.")],
    { turn: bobs },
  ],
  [
    "content in words, and still not resolved",
    [request(), ask("blocking"), push, reply("alice", "Fixed."), reply("bob", "LGTM")],
    { turn: bobs, gate: "held" },
  ],
  [
    "the rule says that changes are wanted",
    [
      request(),
      request("carol"),
      changes("bob", { id: "t1" }),
      approve("carol"),
      decided("changes_requested"),
    ],
    { turn: alices, gate: "held" },
    rule,
  ],
  [
    "the rule wants it approved again after a push",
    [request(), approve(), decided("approved"), push, dismiss(), decided("review_required")],
    { turn: bobs, since: "bob 02T12" },
    rule,
  ],
  ["approved by somebody who was not asked", [request(), approve("carol")], { turn: bobs }],
  ["approved, and nobody was asked", [approve("carol")], { turn: approved }],
  ["approved by an outsider, and nobody was asked", [approve("mallory")], { turn: "nobody: nobody asked" }],
  [
    "nobody was asked",
    [say("carol", "Nice.")],
    { turn: "nobody: nobody asked", reminders: [], labels: "" },
    { until: 150 },
  ],
  [
    "a visitor wants changes and gets them",
    [request(), changes("carol", { id: "t1" }), push, reply("alice", "Done.")],
    { turn: "reviewer bob, reviewer carol" },
  ],
  [
    "a visitor's question after the approval",
    [request(), approve(), ask("question", "carol")],
    { turn: approved },
  ],
  [
    "a visitor is content and closes their question",
    [request(), ask("question", "carol"), resolve("carol")],
    { turn: bobs },
  ],
  ["a nit is answered", [request(), ask("nit"), reply("alice", "Renamed.")], { turn: bobs }],
  ["an approved draft", [request(), approve(), draft], { turn: "nobody: draft" }],
  [
    "reviewed after it was closed",
    [request(), { does: "close" }, ask("question")],
    { turn: "nobody: closed", labels: "" },
  ],
  [
    "the base is merged in with a fix",
    [request(), ask("blocking"), mergeBase, push, reply("alice", "Fixed.")],
    { turn: bobs },
  ],
  ["pushed before anybody was asked", [push, push, request()], { turn: bobs, since: "bob 02T10" }],
  [
    "a team and one of its members",
    [request(team), request("carol"), forTeam("carol", "approved")],
    { turn: approved },
  ],
  [
    "two teams, and one has approved",
    [request(team), request("acme/web"), forTeam("carol", "approved")],
    { turn: "reviewer acme/web" },
  ],
  [
    "one of the team looks and says little",
    [request(team), forTeam("carol", "commented")],
    { turn: `reviewer ${team}` },
  ],
  [
    "an agent's pull request of the one who reviews it",
    [assign("bob"), request("bob"), changes("bob", { id: "t1" }), pushBy("copilot-agent[bot]"), outdate],
    { turn: bobs },
    agent,
  ],
  ["an agent's pull request of nobody, and nobody was asked", [], { turn: "nobody: nobody asked" }, agent],
  [
    "changes in words are taken back by hand",
    [request(), body("bob", "changes_requested", "Use a queue."), dismiss()],
    { turn: bobs, since: "bob 02T10", gate: "free" },
  ],
]);

play("the gate", [
  ["a hidden blocker", [request(), ask("blocking"), hideThread], { gate: "free", turn: bobs }],
  [
    "a blocker that says that it is none",
    [request(), saying("bob", "issue (non-blocking): slow")],
    { gate: "free", turn: alices },
  ],
  [
    "a nit that says that it blocks",
    [request(), saying("bob", "nit (blocking): the name")],
    { gate: "held", turn: alices },
  ],
  [
    "changes in a thread that becomes a nit",
    [request(), changes("bob", { id: "t1" }), edit("nit: rename tmp")],
    { gate: "free", turn: alices },
  ],
  [
    "the author's own words",
    [request(), say("alice", "blocking: do not merge before Friday")],
    { gate: "free", turn: bobs },
  ],
  [
    "unresolved after the approval",
    [request(), ask("blocking"), push, resolve("alice"), approve(), unresolve],
    { gate: "held", turn: alices },
  ],
  [
    "resolved by the author",
    [request(), ask("blocking"), resolve("alice")],
    { gate: "held", turn: alices },
    { config: opener },
  ],
  [
    "resolved by the author with a push",
    [request(), ask("blocking"), push, resolve("alice")],
    { gate: "held", turn: bobs },
    { config: opener },
  ],
  ["resolved by a colleague", [request(), ask("blocking"), resolve("carol")], { gate: "free" }],
  [
    "closed by an outsider's command",
    [request(), ask("blocking"), reply("oscar", "/async resolve")],
    { gate: "held", reactions: "👎" },
    visitor,
  ],
  [
    "a question may hold it",
    [request(), ask("question")],
    { gate: "held", turn: alices },
    {
      config: "enforcement: block\nreview: {gate: [blocking, question]}\nturns: {hours: {time_zone: UTC}}\n",
    },
  ],
  [
    "it only advises",
    [request(), ask("blocking")],
    { gate: "free", turn: alices },
    { config: "turns: {hours: {time_zone: UTC}}\n" },
  ],
]);

play("a status", [
  [
    "that names a blocker",
    [request(), ask("question"), say("alice", "Status: half done. Blocker: the key is with @dave.")],
    { turn: "blocker dave" },
  ],
  [
    "whose blocker has answered",
    [
      request(),
      ask("question"),
      say("alice", "Status: half done. Blocker: @dave has the key."),
      say("dave", "Sent."),
    ],
    { turn: alices },
  ],
  ["while others are to move", [request(), say("alice", "Status: done.")], { turn: bobs }],
  [
    "starts the author's clock again",
    [request(), changes("bob", { id: "t1" }), [40, say("alice", "Status: half done.")]],
    { turn: alices, reminders: ["05T16 @alice"] },
    { until: 90 },
  ],
  [
    "answers no question",
    [request(), ask("question"), reply("alice", "Status: half done.")],
    { turn: alices },
  ],
]);

play("reminders", [
  [
    "go to the cover from the first day away",
    [request()],
    { turn: "reviewer carol for bob", reminders: ["03T09 @bob", "05T09 @carol"] },
    { until: 82, config: inUtc("people: {bob: {away: [{from: 2026-11-04, to: 2026-11-20, cover: carol}]}}") },
  ],
  [
    "stop for all when the author snoozes",
    [request(), request("carol"), say("alice", "/async snooze 2 days")],
    { reminders: [] },
    { until: 40 },
  ],
  [
    "reach the one who comes back, although the cover had a review of their own",
    [request(), request("carol"), ask("nit")],
    { turn: "reviewer bob, reviewer carol", labels: "overdue, review: nit, waiting: reviewer" },
    {
      until: 59,
      config: inUtc("people: {bob: {away: [{from: 2026-11-02, to: 2026-11-03, cover: carol}]}}"),
    },
  ],
  [
    "come early for an incident",
    [
      [10, request()],
      [11, label("incident", "alice")],
    ],
    { reminders: ["02T11 @bob"], labels: "incident, overdue, waiting: reviewer" },
    { until: 12, config: inUtc("targets: {labels: {incident: 15 minutes}}") },
  ],
  [
    "tell somebody else with the last",
    [request()],
    { reminders: ["03T09 @bob", "04T09 @bob @dana"] },
    { until: 150, config: inUtc("remind: {escalate: [dana]}") },
  ],
  [
    "to merge",
    [request(), approve()],
    { turn: approved, reminders: ["03T09 @alice", "04T09 @alice"] },
    { until: 150, config: inUtc("remind: {merge: 1 business day}") },
  ],
  [
    "to merge wait for green checks",
    [request(), approve(), checks("failure")],
    { reminders: [] },
    { until: 150, config: inUtc("remind: {merge: 1 business day}") },
  ],
  [
    "come while a check is still to start",
    [request(), checks("expected")],
    { reminders: ["03T09 @bob"] },
    { until: 40 },
  ],
  [
    "come while GitHub does not know of a conflict",
    [request(), unknownMergeability],
    { reminders: ["03T09 @bob"] },
    { until: 40 },
  ],
  [
    "of a conflict go to the author once, whoever is waited for",
    [request(), request("carol"), conflict],
    { reminders: ["03T09 @alice"] },
    { until: 150 },
  ],
  [
    "of another conflict in the same turn say nothing more",
    [request(), conflict, [50, push], [50, solved], [51, conflict]],
    { reminders: ["03T09 @alice"] },
    { until: 150 },
  ],
  [
    "are none if nobody wants any",
    [request()],
    { reminders: [] },
    { until: 150, config: inUtc("remind: {at_most: 0}") },
  ],
  [
    "come before it is due",
    [request()],
    { reminders: ["02T15 @bob", "04T09 @bob"] },
    { until: 150, config: inUtc("remind: {before: 2 business hours}") },
  ],
  [
    "do not mind red checks where nobody holds them",
    [request(), checks("failure")],
    { reminders: ["03T09 @bob"] },
    { until: 40, config: inUtc("remind: {hold: []}") },
  ],
  ["of a weekend come on Tuesday", [[132, request()]], { reminders: ["10T09 @bob"] }, { until: 204 }],
  [
    "of the queue are none for a merge",
    [request(), approve(), enqueue, dequeue("MERGE")],
    { reminders: [] },
    { until: 60 },
  ],
  [
    "end when the draft comes back",
    [request(), ask("question"), [20, draft], [60, ready]],
    { turn: bobs, reminders: [] },
    { until: 64 },
  ],
]);

play("labels", [
  [
    "of the app that somebody put on are theirs",
    [request(), label("Waiting: Author", "dave"), ask("question"), reply("alice", "For speed.")],
    { labels: "Waiting: Author, review: question, waiting: reviewer" },
  ],
  [
    "come back when their time has come again",
    [request(), unlabel("waiting: reviewer"), ask("question"), reply("alice", "For speed.")],
    { labels: "review: question, waiting: reviewer" },
  ],
  [
    "stay off while it is late",
    [request(), [35, unlabel("Overdue")]],
    { labels: "waiting: reviewer" },
    { until: 60 },
  ],
]);

play("commands", [
  [
    "two at once",
    [request(), say("alice", "/async snooze 2 days\n/async due Friday")],
    { reactions: "🚀", deadline: "2026-11-06", reminders: [] },
    { until: 40 },
  ],
  ["in code", [request(), say("bob", "```\n/async waiting\n```")], { reactions: "", turn: bobs }],
  [
    "one good and one not",
    [request(), say("bob", "/async waiting\n/async snooze")],
    { reactions: "😕", turn: bobs },
  ],
  [
    "of somebody whom nobody asked",
    [request(), say("carol", "/async waiting")],
    { reactions: "🚀", turn: alices },
  ],
  [
    "to wait, and then not",
    [request(), say("bob", "/async waiting"), say("alice", "/async ready")],
    { turn: bobs, reactions: "🚀🚀" },
  ],
  ["to wait, by the author, and a push", [request(), say("alice", "/async waiting"), push], { turn: alices }],
  [
    "to snooze until a time that is past",
    [request(), [14, say("bob", "/async snooze until 11:30")]],
    { reactions: "😕" },
  ],
  [
    "to snooze until the afternoon of the day on which it is due",
    [request(), say("bob", "/async snooze until tomorrow 3pm")],
    { reactions: "🚀", reminders: ["04T15 @bob"] },
    { until: 64 },
  ],
]);

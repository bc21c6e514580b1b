import { describe, expect, it } from "vitest";
import {
  approve,
  ask,
  assign,
  body,
  changes,
  checks,
  conflict,
  decided,
  deleteComment,
  deleteThread,
  dequeue,
  dismiss,
  dismissFirst,
  draft,
  edit,
  editComment,
  enqueue,
  forcePush,
  forTeam,
  hideComment,
  loseAccess,
  mergeBase,
  outdate,
  push,
  pushBy,
  ready,
  reply,
  request,
  resolve,
  review,
  say,
  team,
  unrequest,
} from "./deeds.ts";
import { play, playScene } from "./play-scene.ts";
import { agent, alices, approved, bobs, inUtc, rule, visitor } from "./scene-settings.ts";

/*
 * What users of other reminder and label bots complain about, each told as a fair colleague would tell it:
 * who has the next move, what holds the merge, who hears of it.
 */

const once = inUtc("remind: {at_most: 1}");
const awayBob = (cover: string) =>
  inUtc(`people: {bob: {away: [{from: 2026-11-02, to: 2026-11-20${cover}}]}}`);

play("approvals", [
  [
    "one of two who were asked has approved",
    [request(), request("carol"), approve()],
    { turn: "reviewer carol" },
  ],
  [
    "a rule is content with one of two",
    [request(), request("carol"), approve(), decided("approved")],
    { turn: approved, labels: "" },
    rule,
  ],
  ["a rule wants one more than were asked", [request(), approve()], { turn: "nobody: answered" }, rule],
  ["a push after the approval", [request(), approve(), push], { turn: approved }],
  ["a merge of the base after the approval", [request(), approve(), mergeBase], { turn: approved }],
  [
    "asked again after the approval",
    [request(), approve(), push, request()],
    { turn: bobs, since: "bob 02T11" },
  ],
  ["a push makes the approval stale", [request(), approve(), push, dismiss()], { turn: bobs }],
  ["approved, dismissed, approved again", [request(), approve(), dismiss(), approve()], { turn: approved }],
  [
    "a second thought after the approval",
    [request(), approve(), changes("bob", { id: "t1" })],
    { turn: alices, gate: "held" },
  ],
  [
    "a blocking thread after the approval",
    [request(), approve(), ask("blocking")],
    { turn: alices, gate: "held", labels: "review: blocking, waiting: author" },
  ],
  [
    "content with what was wrong",
    [request(), changes("bob", { id: "t1" }), reply("alice", "Done."), push, approve()],
    { turn: approved, gate: "free" },
  ],
  [
    "approved while an explicit blocker is still open",
    [request(), changes("bob", { kind: "blocking" }), approve()],
    { turn: alices, gate: "held" },
  ],
  ["approved with nits", [request(), approve("bob", { kind: "nit" })], { turn: approved, gate: "free" }],
  [
    "approved with a question",
    [request(), approve("bob", { kind: "question" })],
    { turn: approved, gate: "free" },
  ],
  [
    "one wants changes, another approves",
    [request(), request("carol"), changes("bob", { id: "t1" }), approve("carol")],
    { turn: alices, gate: "held" },
  ],
  [
    "somebody who was not asked wants changes after the approval",
    [request(), approve(), changes("carol", { id: "t1" })],
    { turn: alices, gate: "held" },
  ],
  [
    "an old request for changes is dismissed long after the approval",
    [request(), changes(), push, approve(), dismissFirst("bob")],
    { turn: approved, gate: "free" },
  ],
  ["an outsider approves", [request(), approve("mallory")], { turn: bobs }],
  ["a bot approves", [request(), approve("renovate-approve[bot]")], { turn: bobs }],
  [
    "reopened after the approval",
    [request(), approve(), { does: "close" }, { does: "reopen" }],
    { turn: approved },
  ],
  [
    "asked for the other's approval only",
    [request(), request("carol"), approve("carol"), unrequest()],
    { turn: approved },
  ],
]);

play("requests", [
  ["handed on", [request(), unrequest(), request("carol")], { turn: "reviewer carol", since: "carol 02T10" }],
  ["declined", [request(), { ...unrequest(), by: "bob" }], { turn: "nobody: nobody asked", labels: "" }],
  [
    "asked again after a look that says nothing",
    [request(), body("bob", "commented", "I would rather see a queue."), push, request()],
    { turn: bobs, since: "bob 02T11" },
  ],
  ["a team", [request(team)], { turn: `reviewer ${team}` }],
  ["one of the team approves", [request(team), forTeam("carol", "approved")], { turn: approved }],
  [
    "one of the team asks, and is answered",
    [request(team), forTeam("carol", "commented", { kind: "question" }), reply("alice", "For speed.")],
    { turn: "reviewer carol" },
  ],
  [
    "one of the team asks",
    [request(team), forTeam("carol", "commented", { kind: "question" })],
    { turn: alices },
  ],
  [
    "a team's request is assigned to one of them",
    [request(team), unrequest(team), request("carol")],
    { turn: "reviewer carol" },
  ],
  ["somebody outside the team approves", [request(team), approve("carol")], { turn: `reviewer ${team}` }],
  [
    "a team is asked again",
    [request(team), forTeam("carol", "approved"), push, request(team)],
    { turn: `reviewer ${team}` },
  ],
  [
    "asked again in place of an answer",
    [request(), ask("question"), request()],
    { turn: bobs, since: "bob 02T10" },
  ],
  [
    "asked again in place of a change",
    [request(), changes("bob", { id: "t1" }), request()],
    { turn: bobs, gate: "held" },
  ],
  ["only a bot is asked", [request("copilot-pull-request-reviewer[bot]")], { turn: "nobody: bots asked" }],
  [
    "a look that says nothing",
    [request(), body("bob", "commented", "I'll look this afternoon.")],
    { turn: bobs },
  ],
  ["a nit alone", [request(), ask("nit")], { turn: bobs, gate: "free" }],
]);

play("pushes", [
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
]);

play("drafts", [
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

play("bots", [
  [
    "a bot's threads",
    [request(), ask(null, "copilot-pull-request-reviewer[bot]")],
    { turn: bobs, gate: "free" },
  ],
  [
    "a bot wants changes",
    [request(), changes("coderabbitai[bot]", { kind: "blocking" })],
    { turn: bobs, gate: "free" },
  ],
  ["a bot resolves", [request(), ask("question"), resolve("coderabbitai[bot]")], { turn: bobs }],
  ["a bot's pull request", [request()], { turn: bobs }, agent],
  [
    "of a bot's with an assignee, who is asked",
    [assign("dana"), request(), changes("bob", { id: "t1" })],
    { turn: "author dana" },
    agent,
  ],
  [
    "of a bot's with an assignee, who answers",
    [assign("dana"), request(), ask("question"), reply("dana", "For speed.")],
    { turn: bobs },
    agent,
  ],
  [
    "of a bot's with an assignee, who answers while the bot pushes",
    [assign("dana"), request(), ask("blocking"), reply("dana", "Fixed."), pushBy("copilot-agent[bot]")],
    { turn: bobs },
    agent,
  ],
  ["of a bot's with nobody", [request(), changes("bob", { id: "t1" })], { turn: "nobody: bot" }, agent],
  [
    "of a bot's whose first assignee cannot push",
    [assign("mallory"), assign("dana"), request(), ask("question")],
    { turn: "author dana" },
    agent,
  ],
  [
    "a bot types a command",
    [request(), say("stale[bot]", "/async snooze 5 days")],
    { reactions: "", reminders: ["03T09 @bob"] },
    { until: 34 },
  ],
]);

play("people outside", [
  ["an outsider asks", [request(), ask("question", "mallory")], { turn: bobs, gate: "free" }],
  ["an outsider wants changes", [request(), changes("mallory", { id: "t1" })], { turn: bobs, gate: "free" }],
  ["an outsider's pull request is asked", [request(), ask("question")], { turn: "author oscar" }, visitor],
  [
    "an outsider answers for their own pull request",
    [request(), ask("blocking"), reply("oscar", "Fixed."), pushBy("oscar")],
    { turn: bobs, gate: "held" },
    visitor,
  ],
  [
    "an outsider hands their own pull request back",
    [request(), changes("bob", { id: "t1" }), say("oscar", "/async ready")],
    { turn: bobs, reactions: "🚀" },
    visitor,
  ],
  [
    "a blocker of somebody who has left the organisation",
    [request(), ask("blocking", "carol"), loseAccess("carol")],
    { gate: "free" },
  ],
]);

play("conversation", [
  [
    "the author explains their own lines",
    [request(), review("alice", "commented", { kind: null })],
    { turn: bobs, gate: "free" },
  ],
  [
    "thanked, and not done yet",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "Thanks!")],
    { turn: bobs },
  ],
  [
    "a question on top",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "question: how much?")],
    { turn: alices },
  ],
  ["answered by a colleague", [request(), ask("question"), reply("carol", "For speed.")], { turn: alices }],
  ["settled by the one who asked", [request(), ask("question"), resolve("bob")], { turn: bobs }],
  ["the thread is deleted", [request(), ask("blocking"), deleteThread], { turn: bobs, gate: "free" }],
  [
    "a blocker on the conversation page",
    [request(), say("carol", "blocking: this needs a migration.")],
    { turn: "author alice, reviewer bob", gate: "held" },
  ],
  [
    "a blocker on the conversation page whose writer approves",
    [request(), say("carol", "blocking: this needs a migration."), approve("carol")],
    { turn: bobs, gate: "free" },
  ],
  [
    "a blocker on the conversation page that is deleted",
    [request(), say("carol", "blocking: this needs a migration."), deleteComment],
    { turn: bobs, gate: "free" },
  ],
  [
    "a blocker on the conversation page that is hidden",
    [request(), say("carol", "blocking: this needs a migration."), hideComment],
    { turn: bobs, gate: "free" },
  ],
  [
    "a blocker on the conversation page that is edited away",
    [
      request(),
      say("carol", "blocking: this needs a migration."),
      editComment("This has a migration.", "carol"),
    ],
    { turn: bobs, gate: "free" },
  ],
  [
    "a question in the review's own words",
    [request(), body("bob", "commented", "question: why a queue?")],
    { turn: alices },
  ],
  [
    "a question in the review's own words, answered on the page",
    [request(), body("bob", "commented", "question: why a queue?"), say("alice", "Because it retries.")],
    { turn: bobs },
  ],
  [
    "nit first, blocking later",
    [request(), ask("nit"), [60, edit("blocking: it races")]],
    { gate: "held", turn: alices, since: "alice 04T12" },
  ],
  [
    "blocking first, nit later",
    [request(), ask("blocking"), edit("nit: rename")],
    { gate: "free", turn: bobs },
  ],
  [
    "two reviewers, one answered",
    [
      request(),
      request("carol"),
      ask("question"),
      review("carol", "commented", { id: "t2", kind: "question" }),
      reply("alice", "For speed."),
    ],
    { turn: "author alice, reviewer bob" },
  ],
]);

play("commands", [
  ["waiting", [request(), say("bob", "/async waiting")], { turn: alices, reactions: "🚀" }],
  ["waiting, then a push", [request(), say("bob", "/async waiting"), push], { turn: bobs }],
  [
    "ready without a push",
    [request(), changes("bob", { id: "t1" }), say("alice", "/async ready")],
    { turn: bobs, gate: "held" },
  ],
  [
    "snooze until a day",
    [request(), say("bob", "/async snooze until Monday")],
    { reactions: "🚀", reminders: ["10T09 @bob"] },
    { until: 202 },
  ],
  ["snooze without a word", [request(), say("bob", "/async snooze")], { reactions: "😕" }],
  ["a command with a slip", [request(), say("bob", "/async snoze 2 days")], { reactions: "😕" }],
  [
    "a command that is edited afterwards",
    [request(), say("bob", "/async snooze 5 days"), editComment("/async snooze 9 days", "bob")],
    { reactions: "🚀", reminders: ["03T09 @bob"] },
    { until: 34 },
  ],
  [
    "a command that is deleted",
    [request(), say("bob", "/async snooze 5 days"), deleteComment],
    { reminders: ["03T09 @bob"] },
    { until: 34 },
  ],
  [
    "a command in a quotation",
    [request(), say("bob", "> /async waiting\n\nNot yet.")],
    { reactions: "", turn: bobs },
  ],
  ["a command in capitals", [request(), say("bob", "/Async Waiting")], { reactions: "🚀", turn: alices }],
  [
    "a command in a thread",
    [request(), ask("question"), reply("alice", "/async snooze 2 days")],
    { turn: alices, reactions: "🚀" },
  ],
  [
    "a thread closed by a command",
    [request(), ask("blocking"), { ...reply("carol", "/async resolve") }],
    { gate: "free", reactions: "🚀" },
  ],
  [
    "a remark behind a command",
    [request(), say("bob", "/async waiting - see my mail")],
    { turn: alices, reactions: "🚀" },
  ],
]);

play("reminders", [
  ["are two", [request()], { reminders: ["03T09 @bob", "04T09 @bob"] }, { until: 150 }],
  [
    "wait while somebody is at it",
    [request(), [31, say("carol", "I had a look too.")]],
    { reminders: ["03T13 @bob"] },
    { until: 38 },
  ],
  [
    "skip a holiday",
    [request()],
    { reminders: ["04T09 @bob"] },
    { until: 60, config: "turns: {hours: {time_zone: UTC, holidays: [2026-11-03]}}\n" },
  ],
  ["skip the weekend", [[112, request()]], { reminders: ["09T16 @bob"] }, { until: 185 }],
  [
    "come in the person's own morning",
    [request()],
    { reminders: ["03T14 @bob"] },
    { until: 40, config: inUtc("people: {bob: {time_zone: America/New_York}}") },
  ],
  [
    "spare those who do not want them",
    [request()],
    { reminders: [] },
    { until: 150, config: inUtc("people: {bob: {remind: false}}") },
  ],
  [
    "of a reviewer wait for green checks",
    [request(), checks("failure")],
    { reminders: [], turn: bobs },
    { until: 150 },
  ],
  [
    "of a reviewer come once the checks are green",
    [request(), checks("failure"), [50, checks("success")]],
    { reminders: ["04T09 @bob"] },
    { until: 60 },
  ],
  [
    "do not wait for checks that are under way",
    [request(), checks("pending")],
    { reminders: ["03T09 @bob"] },
    { until: 40 },
  ],
  [
    "of the author come although the checks are red",
    [request(), changes("bob", { id: "t1" }), checks("failure")],
    { turn: alices, reminders: ["04T09 @alice", "05T09 @alice"] },
    { until: 150 },
  ],
  [
    "end with a conflict that is solved in time",
    [request(), conflict, [30, { does: "conflict", text: "solved" }]],
    { reminders: ["03T09 @bob"] },
    { until: 40 },
  ],
  [
    "end with a merge",
    [request(), { does: "merge" }],
    { turn: "nobody: merged", reminders: [], labels: "" },
    { until: 150 },
  ],
  [
    "end when a person deletes one",
    [request(), [40, { does: "delete reminder", by: "bob" }]],
    { reminders: ["03T09 @bob"] },
    { until: 150 },
  ],
  [
    "do not come while it is queued",
    [request(), approve(), enqueue],
    { turn: "nobody: queued", reminders: [] },
    { until: 150 },
  ],
  [
    "say nothing when the author took it out",
    [request(), approve(), enqueue, { ...dequeue("MANUAL"), by: "alice" }],
    { reminders: [], turn: approved },
    { until: 150 },
  ],
  [
    "of the queue are not sent after a push",
    [request(), approve(), enqueue, [20, dequeue()], [21, push]],
    { turn: approved, reminders: [] },
    { until: 150 },
  ],
]);

play("people who are away", [
  [
    "are covered",
    [request()],
    { turn: "reviewer carol for bob", reminders: ["03T09 @carol"] },
    { until: 40, config: awayBob(", cover: carol") },
  ],
  [
    "are covered along the chain",
    [request()],
    { turn: "reviewer dave for bob" },
    {
      config: inUtc(
        "people: {bob: {away: [{from: 2026-11-02, to: 2026-11-20, cover: carol}]}, carol: {away: [{from: 2026-11-02, to: 2026-11-06, cover: dave}]}}",
      ),
    },
  ],
  [
    "cannot be covered by the author",
    [request()],
    { turn: "reviewer bob away", reminders: [] },
    { until: 150, config: awayBob(", cover: alice") },
  ],
  [
    "are done when their cover approves",
    [request(), approve("carol")],
    { turn: approved },
    { config: awayBob(", cover: carol") },
  ],
  [
    "ask through their cover",
    [request(), changes("carol", { id: "t1" })],
    { turn: alices, gate: "held" },
    { config: awayBob(", cover: carol") },
  ],
  [
    "look again through their cover",
    [request(), changes("carol", { id: "t1" }), reply("alice", "Done."), push],
    { turn: "reviewer carol" },
    { config: awayBob(", cover: carol") },
  ],
]);

play("labels", [
  [
    "of the author",
    [request(), changes("bob", { id: "t1" })],
    { labels: "review: blocking, waiting: author" },
  ],
  ["of a late reviewer", [request()], { labels: "overdue, waiting: reviewer" }, { until: 40 }],
  [
    "of a late reviewer who has looked",
    [request(), [40, ask("question")]],
    { labels: "review: question, waiting: author" },
  ],
]);

describe("dates that people type", () => {
  it.each([
    ["Friday 5pm", "2026-11-06"],
    ["Friday at 17:00", "2026-11-06"],
    ["Friday, 5 p.m.", "2026-11-06"],
    ["6 November 14:30", "2026-11-06"],
    ["tomorrow noon", "2026-11-03"],
    ["Thursday morning", "2026-11-05"],
    ["tomorrow afternoon", "2026-11-03"],
    ["Freitag", "2026-11-06"],
    ["bis Freitag", "2026-11-06"],
    ["bis Freitag, bitte", "2026-11-06"],
    ["nächsten Montag", "2026-11-09"],
    ["morgen", "2026-11-03"],
    ["übermorgen", "2026-11-04"],
    ["heute", "2026-11-02"],
    ["5. März", "2027-03-05"],
    ["6. November", "2026-11-06"],
    ["am 6. Dezember 2026", "2026-12-06"],
    ["in 2 Tagen", "2026-11-04"],
    ["in zwei Tagen", "2026-11-04"],
    ["in einer Woche", "2026-11-09"],
    ["Ende der Woche", "2026-11-06"],
    ["nächste Woche", "2026-11-13"],
    ["Donnerstag 17 Uhr", "2026-11-05"],
    ["Do", "2026-11-05"],
    ["11/13", "2026-11-13"],
    ["13/11/2026", "2026-11-13"],
  ])("%s", (said, deadline) =>
    expect(playScene([request(), say("alice", `/async due ${said}`)])).toMatchObject({
      deadline,
      reactions: "🚀",
    }),
  );
  it.each(["11/06", "6/11/2026", "by 11/06", "31.02.", "30. Oktober 2026", "gestern", "yesterday"])(
    "%s is refused",
    (said) =>
      expect(playScene([request(), say("alice", `/async due ${said}`)])).toMatchObject({
        deadline: null,
        reactions: "😕",
      }),
  );
  it.each([
    "bis Montag",
    "2 Tage",
    "für 3 Tage, bitte",
    "eine Woche",
    "bis nächste Woche",
    "until Friday 5pm",
  ])("snooze %s", (said) =>
    expect(playScene([request(), say("bob", `/async snooze ${said}`)], { until: 34 })).toMatchObject({
      ...{ reactions: "🚀", reminders: [] },
    }),
  );
});

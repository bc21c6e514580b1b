import { expect } from "vitest";
import type { World } from "../../turns/life/world.ts";
import type { Step } from "../../turns/play.ts";
import {
  approve,
  ask,
  assign,
  changes,
  checks,
  conflict,
  dequeue,
  draft,
  enqueue,
  forcePush,
  ready,
  reply,
  request,
  say,
  unlabel,
} from "../deeds.ts";
import { type Happening, play, type Scene, type Told } from "../play-scene.ts";
import { agent, alices, approved, bobs, inUtc } from "../scene-settings.ts";

const remindedOnce = "turns: {hours: {time_zone: UTC}, remind: {at_most: 1}}\n";
const awayTo = (bob: string) =>
  `turns: {hours: {time_zone: UTC}, people: {bob: {away: [{from: 2026-11-02, to: 2026-11-20${bob}}]}}}\n`;
const copilot: Scene = { opened: { author: "copilot[bot]" } };
const daily = (happening: Happening): [number, Happening][] =>
  [1, 2, 3, 4].map((day) => [24 * day + 10 + day, happening]);
const close: Step = { does: "close" };
const reopen: Step = { does: "reopen" };

const push: Step = { does: "push" };
const said = (text: string | RegExp): Partial<Told> => ({ summary: expect.stringMatching(text) });
const solved: Step = { does: "conflict", text: "solved" };
const label = (of: string, by: string): Step => ({ does: "label", of, by });
const unknownMergeability: Happening = ({ pullRequest }: World) => {
  pullRequest.mergeable = null;
};
const awayBob = (cover: string) =>
  inUtc(`people: {bob: {away: [{from: 2026-11-02, to: 2026-11-20${cover}}]}}`);

play("reminders", [
  [
    "are one, however often it is rebased",
    [request(), changes(), forcePush, ...daily(forcePush)],
    { turn: "reviewer bob", reminders: ["03T10 @bob"] },
    { config: remindedOnce, until: 150 },
  ],
  [
    "go to the author, remindedOnce, while it conflicts",
    [request(), conflict],
    { turn: "reviewer bob", reminders: ["03T09 @alice"] },
    { until: 150 },
  ],
  [
    "of the author's own turn come in spite of a conflict",
    [request(), changes(), conflict],
    { turn: "author alice", reminders: ["04T09 @alice", "05T09 @alice"] },
    { until: 150 },
  ],
  [
    "of a bot's conflict go to its assignee",
    [assign("dana"), request(), conflict],
    { reminders: ["03T09 @dana"] },
    { ...copilot, until: 150 },
  ],
  [
    "tell remindedOnce of the merge queue",
    [request(), approve(), enqueue, dequeue()],
    { turn: "queue alice", reminders: ["02T11 @alice"], labels: "waiting: author" },
    { until: 150 },
  ],
  [
    "tell again when it is put out again",
    [request(), approve(), enqueue, dequeue(), [30, enqueue], [34, dequeue("CI_TIMEOUT")]],
    { reminders: ["02T11 @alice", "03T10 @alice"] },
    { until: 60 },
  ],
  [
    "tell nobody who is awayTo and has no cover, of a conflict neither",
    [request(), conflict],
    { turn: "reviewer bob away", reminders: [] },
    { config: awayTo(""), until: 150 },
  ],
  [
    "of one reviewer stop while they snooze",
    [request(), request("carol"), say("bob", "/async snooze for three days, please.")],
    { reminders: ["03T09 @carol", "04T09 @carol"], reactions: "🚀" },
    { until: 80 },
  ],
  [
    "come again after /async unsnooze",
    [request(), say("bob", "/async snooze 5 days"), say("bob", "/async unsnooze please")],
    { reminders: ["03T10 @bob"], reactions: "🚀🚀" },
    { until: 40 },
  ],
  [
    "in Tokyo's morning",
    [request()],
    { reminders: ["04T00 @bob"] },
    { until: 60, config: inUtc("people: {bob: {time_zone: Asia/Tokyo}}") },
  ],
  [
    "to each in their own morning",
    [request(), request("carol")],
    { reminders: ["03T09 @carol", "04T00 @bob"] },
    { until: 50, config: inUtc("people: {bob: {time_zone: Asia/Tokyo}}") },
  ],
  [
    "not on a person's own holiday",
    [request()],
    { reminders: ["04T09 @bob"] },
    { until: 60, config: inUtc("people: {bob: {holidays: [2026-11-03]}}") },
  ],
  [
    "to somebody who works on Mondays and Wednesdays",
    [request()],
    { reminders: ["04T09 @bob"] },
    { until: 60, config: inUtc("people: {bob: {days: [mon, wed]}}") },
  ],
  [
    "anew for the next turn",
    [request(), [34, ask("question")], [36, reply("alice", "For speed.")]],
    { turn: bobs, reminders: ["03T09 @bob", "04T12 @bob"] },
    { until: 62 },
  ],
  ["of a question", [request(), ask("question")], { reminders: ["04T09 @alice"] }, { until: 60 }],
  [
    "to a team at last",
    [request()],
    { reminders: ["03T09 @bob", "04T09 @bob @acme/leads"] },
    { until: 150, config: inUtc("remind: {escalate: [acme/leads]}") },
  ],
  [
    "not to an author who wants none",
    [request(), ask("question")],
    { turn: alices, reminders: [] },
    { until: 150, config: inUtc("people: {alice: {remind: false}}") },
  ],
  [
    "sooner with a label, whatever its case",
    [[9, request()]],
    { reminders: ["02T11 @bob"] },
    {
      until: 12,
      opened: { labels: ["Blocker"] },
      config: inUtc("targets: {labels: {blocker: 2 business hours}}"),
    },
  ],
  [
    "of a conflict that comes between two",
    [request(), [40, conflict]],
    { reminders: ["03T09 @bob", "04T09 @alice"] },
    { until: 150 },
  ],
  [
    "of the review once the conflict is solved",
    [request(), conflict, [50, { does: "conflict", text: "solved" }]],
    { reminders: ["03T09 @alice", "04T09 @bob"] },
    { until: 60 },
  ],
  ["not while the author pushes", [request(), [32, push]], { reminders: ["03T13 @bob"] }, { until: 38 }],
  [
    "of what blocks after the approval",
    [request(), approve(), ask("blocking")],
    { turn: alices, reminders: ["04T10 @alice"] },
    { until: 60 },
  ],
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

play("time", [
  [
    "a long weekend",
    [[105, request()]],
    { reminders: ["10T09 @bob"] },
    { until: 202, config: "turns: {hours: {time_zone: UTC, holidays: [2026-11-09]}}\n" },
  ],
  [
    "a team that works from Sunday to Thursday",
    [[81, request()]],
    { reminders: ["08T09 @bob"] },
    { until: 160, config: "turns: {hours: {time_zone: UTC, days: [sun, mon, tue, wed, thu]}}\n" },
  ],
  [
    "a short Friday",
    [[100, request()]],
    { reminders: ["09T09 @bob"] },
    { until: 180, config: 'turns: {hours: {time_zone: UTC, fri: "09:00-12:00"}}\n' },
  ],
  [
    "a snooze that ends on a holiday",
    [request(), say("bob", "/async snooze until Wednesday")],
    { reactions: "🚀", reminders: ["06T09 @bob"] },
    { until: 110, config: 'turns: {hours: {time_zone: UTC, holidays: [2026-11-04], to: "18:00"}}\n' },
  ],
  [
    "the end of a draft restarts the clock",
    [request(), [40, draft], [50, ready]],
    { turn: bobs, reminders: ["03T09 @bob", "05T09 @bob"] },
    { until: 90 },
  ],
  [
    "closed for a week",
    [request(), [10, close], [178, reopen]],
    { turn: bobs, reminders: ["10T10 @bob"] },
    { until: 204 },
  ],
  [
    "the queue puts it out twice for the same reason, a push between",
    [request(), approve(), enqueue, dequeue(), push, enqueue, dequeue()],
    { turn: "queue alice", reminders: ["02T11 @alice", "02T14 @alice"] },
    { until: 16 },
  ],
  [
    "checks go red after the first reminder",
    [request(), [40, checks("failure")]],
    { reminders: ["03T09 @bob"] },
    { until: 150 },
  ],
  [
    "a conflict while nobody is to review",
    [request(), approve(), conflict],
    { turn: approved, reminders: [] },
    { until: 150 },
  ],
]);

play("who is told", [
  [
    "of a conflict: the author, once, with what is asked of them",
    [request(), conflict],
    { reminders: ["03T09 @alice"] },
    { until: 150 },
  ],
  [
    "of the queue: the author, with GitHub's reason",
    [request(), approve(), enqueue, dequeue("CI_FAILURE")],
    { turn: "queue alice", reminders: ["02T11 @alice"], ...said(/merge queue/i) },
    { until: 60 },
  ],
  [
    "of a bot's pull request: its assignee",
    [assign("dana"), request(), ask("question")],
    { turn: "author dana", reminders: ["04T10 @dana"] },
    { ...agent, until: 60 },
  ],
]);

play("people who are away", [
  [
    "and nobody is left: the check says so, nobody is reminded",
    [request()],
    { turn: "reviewer bob away", reminders: [], ...said("`bob` \\(away, ") },
    {
      until: 100,
      config:
        "turns: {hours: {time_zone: UTC}, people: {bob: {away: [{from: 2026-11-02, to: 2026-11-20}]}}}\n",
    },
  ],
  [
    "an author's cover",
    [request(), ask("question")],
    { turn: "author dave for alice", reminders: ["04T09 @dave"] },
    {
      until: 60,
      config: inUtc("people: {alice: {away: [{from: 2026-11-02, to: 2026-11-20, cover: dave}]}}"),
    },
  ],
  [
    "nobody covers, and the clock starts when they are back",
    [request()],
    { turn: bobs, reminders: [] },
    { until: 60, config: inUtc("people: {bob: {away: [{from: 2026-11-02, to: 2026-11-03}]}}") },
  ],
  [
    "names in another case",
    [request(), approve("carol")],
    { turn: approved },
    { config: inUtc("people: {BOB: {away: [{from: 2026-11-02, to: 2026-11-20, cover: Carol}]}}") },
  ],
  [
    "cover and cover's cover are away, and nobody hears of it",
    [request()],
    { turn: "reviewer bob away", reminders: [] },
    {
      until: 150,
      config: inUtc(
        "people: {bob: {away: [{from: 2026-11-02, to: 2026-11-20, cover: carol}]}, carol: {away: [{from: 2026-11-02, to: 2026-11-20}]}}",
      ),
    },
  ],
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
    "are people's to take off, whatever their case",
    [request(), unlabel("Waiting: Reviewer"), push, say("dave", "note: seen")],
    { labels: "" },
    { until: 30 },
  ],
  [
    "are people's to put on, whatever their case",
    [request(), { does: "label", of: "Overdue", by: "carol" }, [40, approve()]],
    { labels: "Overdue" },
    { until: 60 },
  ],
  [
    "that a person took off stay off",
    [request(), ask("blocking"), unlabel("review: blocking"), say("dave", "Hm.")],
    { labels: "waiting: author" },
  ],
  ["that nobody wants", [request()], { labels: "" }, { config: inUtc("labels: {reviewer: false}") }],
  [
    "of a draft tell of the conversation only",
    [request(), ask("question"), draft],
    { labels: "review: question" },
  ],
  [
    "of a closed one are history",
    [request(), ask("question"), { does: "close" }],
    { labels: "review: question" },
  ],
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

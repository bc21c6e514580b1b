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
    "come only once, however often the branch is rebased",
    [request(), changes(), forcePush, ...daily(forcePush)],
    { turn: "reviewer bob", reminders: ["03T10 @bob"] },
    { config: remindedOnce, until: 150 },
  ],
  [
    "go to the author once while the branch conflicts",
    [request(), conflict],
    { turn: "reviewer bob", reminders: ["03T09 @alice"] },
    { until: 150 },
  ],
  [
    "of the author's own turn come despite a conflict",
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
    "tell of a removal from the merge queue once",
    [request(), approve(), enqueue, dequeue()],
    { turn: "queue alice", reminders: ["02T11 @alice"], labels: "waiting: author" },
    { until: 150 },
  ],
  [
    "tell of a second removal from the merge queue",
    [request(), approve(), enqueue, dequeue(), [30, enqueue], [34, dequeue("CI_TIMEOUT")]],
    { reminders: ["02T11 @alice", "03T10 @alice"] },
    { until: 60 },
  ],
  [
    "tell nobody when the reviewer is away without a cover, even of a conflict",
    [request(), conflict],
    { turn: "reviewer bob away", reminders: [] },
    { config: awayTo(""), until: 150 },
  ],
  [
    "to one reviewer stop while they snooze",
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
    "come in the morning of a reviewer in Tokyo",
    [request()],
    { reminders: ["04T00 @bob"] },
    { until: 60, config: inUtc("people: {bob: {time_zone: Asia/Tokyo}}") },
  ],
  [
    "come to each reviewer in their own morning",
    [request(), request("carol")],
    { reminders: ["03T09 @carol", "04T00 @bob"] },
    { until: 50, config: inUtc("people: {bob: {time_zone: Asia/Tokyo}}") },
  ],
  [
    "don't come on a person's own holiday",
    [request()],
    { reminders: ["04T09 @bob"] },
    { until: 60, config: inUtc("people: {bob: {holidays: [2026-11-03]}}") },
  ],
  [
    "wait for the working days of a part-time reviewer",
    [request()],
    { reminders: ["04T09 @bob"] },
    { until: 60, config: inUtc("people: {bob: {days: [mon, wed]}}") },
  ],
  [
    "start anew for the next turn",
    [request(), [34, ask("question")], [36, reply("alice", "For speed.")]],
    { turn: bobs, reminders: ["03T09 @bob", "04T12 @bob"] },
    { until: 62 },
  ],
  [
    "come to the author for a question",
    [request(), ask("question")],
    { reminders: ["04T09 @alice"] },
    { until: 60 },
  ],
  [
    "mention the escalation team in the last one",
    [request()],
    { reminders: ["03T09 @bob", "04T09 @bob @acme/leads"] },
    { until: 150, config: inUtc("remind: {escalate: [acme/leads]}") },
  ],
  [
    "never go to an author who turned them off",
    [request(), ask("question")],
    { turn: alices, reminders: [] },
    { until: 150, config: inUtc("people: {alice: {remind: false}}") },
  ],
  [
    "come sooner with a target label, whatever its case",
    [[9, request()]],
    { reminders: ["02T11 @bob"] },
    {
      until: 12,
      opened: { labels: ["Blocker"] },
      config: inUtc("targets: {labels: {blocker: 2 business hours}}"),
    },
  ],
  [
    "go to the author when a conflict arises between two",
    [request(), [40, conflict]],
    { reminders: ["03T09 @bob", "04T09 @alice"] },
    { until: 150 },
  ],
  [
    "go to the reviewer once the conflict is solved",
    [request(), conflict, [50, { does: "conflict", text: "solved" }]],
    { reminders: ["03T09 @alice", "04T09 @bob"] },
    { until: 60 },
  ],
  ["wait after a push", [request(), [32, push]], { reminders: ["03T13 @bob"] }, { until: 38 }],
  [
    "come to the author for a blocking thread after the approval",
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
    "stop for everybody when the author snoozes",
    [request(), request("carol"), say("alice", "/async snooze 2 days")],
    { reminders: [] },
    { until: 40 },
  ],
  [
    "leave the turn with the returning reviewer, whose cover was asked to review too",
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
    "mention the escalation person in the last one",
    [request()],
    { reminders: ["03T09 @bob", "04T09 @bob @dana"] },
    { until: 150, config: inUtc("remind: {escalate: [dana]}") },
  ],
  [
    "ask the author to merge when the config says so",
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
    "come while a check has yet to start",
    [request(), checks("expected")],
    { reminders: ["03T09 @bob"] },
    { until: 40 },
  ],
  [
    "come while GitHub doesn't know whether the branch conflicts",
    [request(), unknownMergeability],
    { reminders: ["03T09 @bob"] },
    { until: 40 },
  ],
  [
    "of a conflict go to the author once, however many reviewers are waited for",
    [request(), request("carol"), conflict],
    { reminders: ["03T09 @alice"] },
    { until: 150 },
  ],
  [
    "don't tell of a second conflict in the same turn",
    [request(), conflict, [50, push], [50, solved], [51, conflict]],
    { reminders: ["03T09 @alice"] },
    { until: 150 },
  ],
  [
    "never come when at_most is 0",
    [request()],
    { reminders: [] },
    { until: 150, config: inUtc("remind: {at_most: 0}") },
  ],
  [
    "come before the due instant when the config says so",
    [request()],
    { reminders: ["02T15 @bob", "04T09 @bob"] },
    { until: 150, config: inUtc("remind: {before: 2 business hours}") },
  ],
  [
    "come despite red checks when hold is empty",
    [request(), checks("failure")],
    { reminders: ["03T09 @bob"] },
    { until: 40, config: inUtc("remind: {hold: []}") },
  ],
  [
    "of a request on a weekend come on Tuesday",
    [[132, request()]],
    { reminders: ["10T09 @bob"] },
    { until: 204 },
  ],
  [
    "don't tell of a removal from the queue by a merge",
    [request(), approve(), enqueue, dequeue("MERGE")],
    { reminders: [] },
    { until: 60 },
  ],
  [
    "end when the pull request goes back to draft",
    [request(), ask("question"), [20, draft], [60, ready]],
    { turn: bobs, reminders: [] },
    { until: 64 },
  ],
  ["come twice by default", [request()], { reminders: ["03T09 @bob", "04T09 @bob"] }, { until: 150 }],
  [
    "wait after a comment",
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
    "come in the morning of a reviewer in New York",
    [request()],
    { reminders: ["03T14 @bob"] },
    { until: 40, config: inUtc("people: {bob: {time_zone: America/New_York}}") },
  ],
  [
    "never go to a reviewer who turned them off",
    [request()],
    { reminders: [] },
    { until: 150, config: inUtc("people: {bob: {remind: false}}") },
  ],
  [
    "to a reviewer wait for green checks",
    [request(), checks("failure")],
    { reminders: [], turn: bobs },
    { until: 150 },
  ],
  [
    "to a reviewer come once the checks are green",
    [request(), checks("failure"), [50, checks("success")]],
    { reminders: ["04T09 @bob"] },
    { until: 60 },
  ],
  [
    "don't wait for pending checks",
    [request(), checks("pending")],
    { reminders: ["03T09 @bob"] },
    { until: 40 },
  ],
  [
    "to the author come despite red checks",
    [request(), changes("bob", { id: "t1" }), checks("failure")],
    { turn: alices, reminders: ["04T09 @alice", "05T09 @alice"] },
    { until: 150 },
  ],
  [
    "don't tell of a conflict that is solved in time",
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
    "don't come while the pull request is queued",
    [request(), approve(), enqueue],
    { turn: "nobody: queued", reminders: [] },
    { until: 150 },
  ],
  [
    "say nothing when the author removed it from the queue",
    [request(), approve(), enqueue, { ...dequeue("MANUAL"), by: "alice" }],
    { reminders: [], turn: approved },
    { until: 150 },
  ],
  [
    "don't tell of a removal from the queue that a push followed",
    [request(), approve(), enqueue, [20, dequeue()], [21, push]],
    { turn: approved, reminders: [] },
    { until: 150 },
  ],
]);

play("reminders over time", [
  [
    "skip a long weekend",
    [[105, request()]],
    { reminders: ["10T09 @bob"] },
    { until: 202, config: "turns: {hours: {time_zone: UTC, holidays: [2026-11-09]}}\n" },
  ],
  [
    "follow a working week of Sunday to Thursday",
    [[81, request()]],
    { reminders: ["08T09 @bob"] },
    { until: 160, config: "turns: {hours: {time_zone: UTC, days: [sun, mon, tue, wed, thu]}}\n" },
  ],
  [
    "count a short Friday",
    [[100, request()]],
    { reminders: ["09T09 @bob"] },
    { until: 180, config: 'turns: {hours: {time_zone: UTC, fri: "09:00-12:00"}}\n' },
  ],
  [
    "come after a snooze that ends on a holiday",
    [request(), say("bob", "/async snooze until Wednesday")],
    { reactions: "🚀", reminders: ["06T09 @bob"] },
    { until: 110, config: 'turns: {hours: {time_zone: UTC, holidays: [2026-11-04], to: "18:00"}}\n' },
  ],
  [
    "start anew after a draft",
    [request(), [40, draft], [50, ready]],
    { turn: bobs, reminders: ["03T09 @bob", "05T09 @bob"] },
    { until: 90 },
  ],
  [
    "start anew after a week of being closed",
    [request(), [10, close], [178, reopen]],
    { turn: bobs, reminders: ["10T10 @bob"] },
    { until: 204 },
  ],
  [
    "tell of two removals from the queue for one reason, with a push between",
    [request(), approve(), enqueue, dequeue(), push, enqueue, dequeue()],
    { turn: "queue alice", reminders: ["02T11 @alice", "02T14 @alice"] },
    { until: 16 },
  ],
  [
    "stop when the checks go red after the first one",
    [request(), [40, checks("failure")]],
    { reminders: ["03T09 @bob"] },
    { until: 150 },
  ],
  [
    "don't tell of a conflict when nobody has to review",
    [request(), approve(), conflict],
    { turn: approved, reminders: [] },
    { until: 150 },
  ],
]);

play("the person reminded", [
  [
    "of a conflict is the author, once",
    [request(), conflict],
    { reminders: ["03T09 @alice"] },
    { until: 150 },
  ],
  [
    "of a removal from the queue is the author",
    [request(), approve(), enqueue, dequeue("CI_FAILURE")],
    { turn: "queue alice", reminders: ["02T11 @alice"], ...said(/merge queue/i) },
    { until: 60 },
  ],
  [
    "of a bot's pull request is its assignee",
    [assign("dana"), request(), ask("question")],
    { turn: "author dana", reminders: ["04T10 @dana"] },
    { ...agent, until: 60 },
  ],
]);

play("people who are away", [
  [
    "have no cover, which the check says, and aren't reminded",
    [request()],
    { turn: "reviewer bob away", reminders: [], ...said("`bob` \\(away, ") },
    {
      until: 100,
      config:
        "turns: {hours: {time_zone: UTC}, people: {bob: {away: [{from: 2026-11-02, to: 2026-11-20}]}}}\n",
    },
  ],
  [
    "are reminded through their cover when they are the author",
    [request(), ask("question")],
    { turn: "author dave for alice", reminders: ["04T09 @dave"] },
    {
      until: 60,
      config: inUtc("people: {alice: {away: [{from: 2026-11-02, to: 2026-11-20, cover: dave}]}}"),
    },
  ],
  [
    "have no cover, and their clock starts when they are back",
    [request()],
    { turn: bobs, reminders: [] },
    { until: 60, config: inUtc("people: {bob: {away: [{from: 2026-11-02, to: 2026-11-03}]}}") },
  ],
  [
    "are found when the config spells them in another case",
    [request(), approve("carol")],
    { turn: approved },
    { config: inUtc("people: {BOB: {away: [{from: 2026-11-02, to: 2026-11-20, cover: Carol}]}}") },
  ],
  [
    "aren't reminded when their cover is away as well",
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
    "can't be covered by the author",
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
    "request changes through their cover",
    [request(), changes("carol", { id: "t1" })],
    { turn: alices, gate: "held" },
    { config: awayBob(", cover: carol") },
  ],
  [
    "review again through their cover",
    [request(), changes("carol", { id: "t1" }), reply("alice", "Done."), push],
    { turn: "reviewer carol" },
    { config: awayBob(", cover: carol") },
  ],
]);

play("labels", [
  [
    "stay off after a person removed them, whatever their case",
    [request(), unlabel("Waiting: Reviewer"), push, say("dave", "note: seen")],
    { labels: "" },
    { until: 30 },
  ],
  [
    "stay on after a person added them, whatever their case",
    [request(), { does: "label", of: "Overdue", by: "carol" }, [40, approve()]],
    { labels: "Overdue" },
    { until: 60 },
  ],
  [
    "stay off after a person removed them, while their condition holds",
    [request(), ask("blocking"), unlabel("review: blocking"), say("dave", "Hm.")],
    { labels: "waiting: author" },
  ],
  [
    "aren't added where the config turns them off",
    [request()],
    { labels: "" },
    { config: inUtc("labels: {reviewer: false}") },
  ],
  [
    "of a draft show the conversation only",
    [request(), ask("question"), draft],
    { labels: "review: question" },
  ],
  [
    "of a closed pull request stay as they were",
    [request(), ask("question"), { does: "close" }],
    { labels: "review: question" },
  ],
  [
    "with the app's name that a person added aren't removed",
    [request(), label("Waiting: Author", "dave"), ask("question"), reply("alice", "For speed.")],
    { labels: "Waiting: Author, review: question, waiting: reviewer" },
  ],
  [
    "come back when their condition returns",
    [request(), unlabel("waiting: reviewer"), ask("question"), reply("alice", "For speed.")],
    { labels: "review: question, waiting: reviewer" },
  ],
  [
    "stay off while the turn is overdue",
    [request(), [35, unlabel("Overdue")]],
    { labels: "waiting: reviewer" },
    { until: 60 },
  ],
  [
    "show that the author has the turn",
    [request(), changes("bob", { id: "t1" })],
    { labels: "review: blocking, waiting: author" },
  ],
  ["show that a reviewer is overdue", [request()], { labels: "overdue, waiting: reviewer" }, { until: 40 }],
  [
    "no longer show that a reviewer is overdue who has reviewed",
    [request(), [40, ask("question")]],
    { labels: "review: question, waiting: author" },
  ],
]);

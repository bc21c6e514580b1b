import { expect } from "vitest";
import type { Step } from "../turns/play.ts";
import {
  approve,
  ask,
  assign,
  changes,
  conflict,
  dequeue,
  edit,
  enqueue,
  reply,
  request,
  resolve,
  say,
} from "./deeds.ts";
import { play, type Told } from "./play-scene.ts";
import { agent, alices, bobs, opener } from "./scene-settings.ts";

/* What docs/turns.md promises where other bots fail, one scene for each promise. */

const push: Step = { does: "push" };
const said = (text: string | RegExp): Partial<Told> => ({ summary: expect.stringMatching(text) });

play("a later word in a thread lowers nothing", [
  ...["nit: and rename tmp", "question: why not a map?", "note: seen in #12 too", "praise: nice test"].map(
    (text): Parameters<typeof play>[1][number] => [
      text,
      [request(), changes("bob", { id: "t1" }), reply("bob", text)],
      { gate: "held", turn: alices },
    ],
  ),
]);

play("a blocking word raises a thread", [
  [
    "and its writer has to be satisfied",
    [request(), ask("nit"), reply("carol", "blocking: it races"), push, reply("alice", "Locked.")],
    { gate: "held", turn: "reviewer bob, reviewer carol" },
  ],
  [
    "and its writer closes it, where only openers do",
    [request(), ask("nit"), reply("carol", "blocking: it races"), push, resolve("bob")],
    { gate: "held" },
    { config: opener },
  ],
]);

play("who cannot push", [
  [
    "sets no labels",
    [request(), ask("blocking", "mallory")],
    { labels: "waiting: reviewer", gate: "free", turn: bobs },
  ],
  [
    "holds nothing with a comment either",
    [request(), say("mallory", "blocking: no")],
    { labels: "waiting: reviewer", gate: "free", turn: bobs },
  ],
  [
    "asks nothing with a comment either",
    [request(), say("mallory", "question: why a queue?")],
    { labels: "waiting: reviewer", turn: bobs },
  ],
  ["is listed as such", [request(), ask("blocking", "mallory")], said("mallory \\(no write access\\)")],
  [
    "finds what they asked resolved by anybody who can",
    [ask("blocking"), reply("dave", "/async resolve")],
    {
      gate: "free",
      reactions: "🚀",
    },
  ],
]);

const row = (next: string) => new RegExp(`^\\| .*discussion_r11.* \\| ${next} \\|$`, "m");
play("the table and the turn's line agree", [
  ["asked again", [request(), ask("question"), request()], { turn: bobs, ...said(row("bob")) }],
  [
    "content, and not done",
    [request(), ask("question"), reply("alice", "So."), reply("bob", "Thanks!")],
    { turn: bobs, ...said(row("bob")) },
  ],
  [
    "approved with a blocker",
    [request(), approve("bob", { kind: "blocking" })],
    { turn: alices, ...said(row("alice")) },
  ],
  ["an outsider's", [request(), ask("question", "mallory")], { turn: bobs, ...said(row("–")) }],
  [
    "approved with a question",
    [request(), approve("bob", { kind: "question" })],
    { turn: "nobody: approved", ...said(row("–")) },
  ],
  [
    "answered, and blocking",
    [request(), ask("blocking"), reply("alice", "Locked.")],
    { turn: alices, ...said(row("alice")) },
  ],
]);

play("what is for the app answers and asks nobody", [
  [
    "a command alone",
    [request(), ask("question"), reply("alice", "/async snooze 2 days")],
    { turn: alices, reactions: "🚀" },
  ],
  ["a status alone", [request(), ask("question"), reply("alice", "Status: half done.")], { turn: alices }],
  [
    "a command in a thread is one",
    [request(), ask("question"), reply("alice", "So."), reply("bob", "/async waiting")],
    { turn: alices, reactions: "🚀" },
  ],
]);

play("commands take what people type", [
  ["a full stop", [request(), say("bob", "/async waiting.")], { reactions: "🚀", turn: alices }],
  [
    "a colon",
    [request(), say("bob", "/async snooze: 2 days")],
    { reactions: "🚀", reminders: [] },
    { until: 40 },
  ],
  [
    "please",
    [request(), say("bob", "/async snooze 2 days please")],
    { reactions: "🚀", reminders: [] },
    { until: 40 },
  ],
  ["5 March", [request(), say("alice", "/async due 5 March")], { reactions: "🚀", deadline: "2027-03-05" }],
  [
    "in 2 days",
    [request(), say("alice", "/async due in 2 days")],
    { reactions: "🚀", deadline: "2026-11-04" },
  ],
  [
    "today",
    [request(), say("bob", "/async snooze today")],
    { reactions: "🚀", reminders: ["04T09 @bob"] },
    { until: 60 },
  ],
  [
    "no day in the past, as the check says",
    [request(), say("alice", "/async due 2026-10-30")],
    { reactions: "😕", deadline: null, ...said('"2026-10-30" is in the past') },
  ],
]);

play("away", [
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

play("what is asked late starts late", [
  [
    "by an edit",
    [request(), ask("nit"), [180, edit("blocking: it races")]],
    { gate: "held", since: "alice 09T12", reminders: expect.not.arrayContaining(["09T13 @alice"]) },
    { until: 184 },
  ],
]);

play("what is out of sight", [
  [
    "counts from the opening, the earliest that it can be",
    [
      request(),
      ({ pullRequest }) => {
        pullRequest.timeline = [];
      },
    ],
    { turn: bobs, since: "bob 02T07" },
  ],
]);

import { describe, expect, it } from "vitest";
import {
  approve,
  ask,
  assign,
  changes,
  conflict,
  dequeue,
  dismiss,
  edit,
  enqueue,
  forcePush,
  leave,
  push,
  reply,
  request,
  resolve,
  say,
  unlabel,
} from "./deeds.ts";
import { type Happening, play, playScene, type Scene } from "./play-scene.ts";
import { opener } from "./scene-settings.ts";

/* Scenes that mix what happens in a review, told as people see them: in checks, labels and reminders. */

const bots = 'enforcement: block\nbots: ["acme-*"]\nturns: {hours: {time_zone: UTC}}\n';
const once = "turns: {hours: {time_zone: UTC}, remind: {at_most: 1}}\n";
const away = (bob: string) =>
  `turns: {hours: {time_zone: UTC}, people: {bob: {away: [{from: 2026-11-02, to: 2026-11-20${bob}}]}}}\n`;
const copilot: Scene = { opened: { author: "copilot[bot]" } };
const daily = (happening: Happening): [number, Happening][] =>
  [1, 2, 3, 4].map((day) => [24 * day + 10 + day, happening]);

play("the gate", [
  [
    "is not opened by a suggestion below changes that were requested",
    [request(), changes("bob", { id: "t1" }), reply("bob", "suggestion: or use a set")],
    { gate: "held", turn: "author alice" },
  ],
  [
    "stays shut after a forced push, an answer and praise",
    [request(), ask("blocking"), forcePush, reply("alice", "Locked."), reply("bob", "praise: nice")],
    { gate: "held", turn: "reviewer bob" },
  ],
  [
    "is opened by the words of whoever shut it",
    [request(), ask("blocking"), reply("bob", "Fine by me, not blocking.")],
    { gate: "free" },
  ],
  [
    "is shut by a colleague's word in a nit, and asks late",
    [request(), ask("nit"), [200, reply("carol", "must-fix: it races")]],
    { gate: "held", turn: "author alice, reviewer bob", since: "bob 02T08, alice 10T08" },
  ],
  ["is nothing to an outsider", [request(), ask("nit"), reply("mallory", "blocking: no")], { gate: "free" }],
  [
    "is held by a deleted account until anybody resolves it",
    [request(), ask("blocking", "carol"), leave("carol"), approve()],
    { gate: "held", turn: "author alice" },
  ],
  [
    "and by nobody then",
    [request(), ask("blocking", "carol"), leave("carol"), resolve("dave")],
    { gate: "free", turn: "reviewer bob" },
    { config: opener },
  ],
  [
    "opens when the request for changes is dismissed, and the thread still asks",
    [request(), changes("bob", { id: "t1" }), dismiss()],
    { gate: "free", turn: "author alice" },
  ],
  [
    "is its opener's to open, also after they approved, once it is fixed",
    [request(), approve("bob", { kind: "blocking" }), reply("alice", "Fixed."), push],
    { gate: "held", turn: "reviewer bob" },
    { config: opener },
  ],
  [
    "is shut by an edit of the first comment, and asks late",
    [request(), ask("nit"), [180, edit("blocking: it races")]],
    { gate: "held", since: "alice 09T12" },
  ],
]);

play("people", [
  [
    "a deleted account's question is answered, and asks nobody",
    [request(), ask("question", "carol"), leave("carol"), reply("alice", "It is faster.")],
    { turn: "reviewer bob" },
  ],
  [
    "one of two reviewers deletes their account, and the other approves",
    [request(), request("carol"), approve(), leave("carol")],
    { turn: "nobody: approved" },
  ],
  [
    "a visitor who is content has no turn",
    [
      request(),
      ask("question", "carol"),
      reply("alice", "It is faster."),
      reply("carol", "Thanks, that helps!"),
    ],
    { turn: "reviewer bob" },
  ],
  [
    "a visitor who is not has the author's answer to wait for",
    [request(), ask("question", "carol"), reply("alice", "It is faster."), reply("carol", "Not for shops.")],
    { turn: "author alice, reviewer bob" },
  ],
  [
    "a machine account asks and holds nothing",
    [request(), ask("blocking", "acme-lint"), push],
    { gate: "free", turn: "reviewer bob" },
    { config: bots },
  ],
  [
    "a machine account's remark that a person raises is that person's",
    [ask("blocking", "acme-lint"), reply("carol", "blocking: it is right"), push, reply("alice", "Fixed.")],
    { gate: "held", turn: "reviewer carol" },
    { config: bots },
  ],
  [
    "an outsider's commands are refused",
    [request(), say("mallory", "/async waiting"), say("mallory", "/async skip: I know better")],
    { reactions: "👎👎", turn: "reviewer bob" },
  ],
  [
    "a bot's assignee approves what the bot did",
    [assign("dana"), request("dana"), approve("dana")],
    { turn: "nobody: approved" },
    copilot,
  ],
  [
    "a bot's assignee wants changes, which are the bot's",
    [assign("dana"), request("dana"), changes("dana", { id: "t1" })],
    { turn: "nobody: bot" },
    copilot,
  ],
]);

play("reminders", [
  [
    "are one, however often it is rebased",
    [request(), changes(), forcePush, ...daily(forcePush)],
    { turn: "reviewer bob", reminders: ["03T10 @bob"] },
    { config: once, until: 150 },
  ],
  [
    "go to the author, once, while it conflicts",
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
    "tell once of the merge queue",
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
    "tell nobody who is away and has no cover, of a conflict neither",
    [request(), conflict],
    { turn: "reviewer bob away", reminders: [] },
    { config: away(""), until: 150 },
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
]);

describe("dates that people type", () => {
  it.each([
    ["by Friday", "2026-11-06"],
    ["Fri, 6 Nov", "2026-11-06"],
    ["EOD Friday.", "2026-11-06"],
    ["end of week", "2026-11-06"],
    ["next week", "2026-11-13"],
    ["next Monday", "2026-11-09"],
    ["tomorrow", "2026-11-03"],
    ["the day after tomorrow", "2026-11-04"],
    ["in two days", "2026-11-04"],
    ["in a week", "2026-11-09"],
    ["5 Mar", "2027-03-05"],
    ["March 5th, please", "2027-03-05"],
    ["5.3.2027", "2027-03-05"],
    ["2027-03-05", "2027-03-05"],
  ])("%s", (said, deadline) =>
    expect(playScene([request(), say("alice", `/async due ${said}`)])).toMatchObject({
      deadline,
      reactions: "🚀",
    }),
  );

  it.each(["2026-10-30", "30 October 2026", "31 February", "Friday, 7 November", "soonish", "11/06"])(
    "%s is refused",
    (said) =>
      expect(playScene([request(), say("alice", `/async due ${said}`)])).toMatchObject({
        deadline: null,
        reactions: "😕",
      }),
  );

  it("a reason after a colon skips the description check", () =>
    expect(playScene([say("bob", "/async skip: hotfix.")])).toMatchObject({
      reactions: "🚀",
      title: expect.stringMatching(/skip/i),
    }));
});

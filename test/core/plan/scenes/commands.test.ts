import { describe, expect, it } from "vitest";
import type { Step } from "../../turns/play.ts";
import { ask, body, changes, deleteComment, editComment, reply, request, say } from "../deeds.ts";
import { play, playScene, type Told } from "../play-scene.ts";
import { alices, bobs } from "../scene-settings.ts";

const push: Step = { does: "push" };
const said = (text: string | RegExp): Partial<Told> => ({ summary: expect.stringMatching(text) });

play("commands", [
  [
    "snooze until tomorrow",
    [request(), say("bob", "/async snooze tomorrow")],
    { reactions: "🚀", reminders: ["04T09 @bob"] },
    { until: 60 },
  ],
  [
    "snooze over the weekend",
    [
      [105, request()],
      [106, say("bob", "/async snooze until Monday")],
    ],
    { reactions: "🚀", reminders: ["09T16 @bob"] },
    { until: 190 },
  ],
  [
    "snooze for everybody by somebody who wasn't asked",
    [request(), request("carol"), say("dave", "/async snooze 2 days")],
    { reactions: "🚀", reminders: [] },
    { until: 40 },
  ],
  [
    "a new request after /async waiting",
    [request(), say("bob", "/async waiting"), request()],
    { turn: bobs, since: "bob 02T10" },
  ],
  [
    "a command with Windows line ends",
    [request(), say("bob", "/async snooze 2 days\r\n\r\nSorry!")],
    { reactions: "🚀" },
  ],
  [
    "a command with two spaces",
    [request(), say("bob", "/async  waiting")],
    { turn: alices, reactions: "🚀" },
  ],
  [
    "a command cut in the middle of a word",
    [request(), say("bob", "/async wait")],
    { turn: bobs, reactions: "😕" },
  ],
  [
    "a command in the middle of a line",
    [request(), say("bob", "You can /async waiting here")],
    { turn: bobs, reactions: "" },
  ],
  [
    "a command inside an HTML comment",
    [request(), say("bob", "<!--\n/async waiting\n-->\nHm.")],
    { turn: bobs, reactions: "" },
  ],
  [
    "a command that its writer deletes",
    [request(), say("bob", "/async waiting"), deleteComment],
    { turn: bobs },
  ],
  [
    "a command that somebody else edits",
    [request(), say("bob", "/async waiting"), editComment("/async waiting for the API", "carol")],
    { turn: bobs },
  ],
  [
    "a misspelt command that its writer corrects",
    [request(), say("bob", "/async snoze 2 days"), editComment("/async snooze 2 days", "bob")],
    { reactions: "🚀", reminders: [] },
    { until: 40 },
  ],
  [
    "two due dates, the newer of which counts",
    [request(), say("alice", "/async due Friday"), say("alice", "/async due Wednesday")],
    { deadline: "2026-11-04", reactions: "🚀🚀" },
  ],
  [
    "a due date from a reviewer",
    [request(), say("bob", "/async due Wednesday")],
    { deadline: "2026-11-04", reactions: "🚀" },
  ],
  [
    "a due date that is deleted",
    [request(), say("alice", "/async due Friday"), deleteComment],
    { deadline: null },
  ],
  [
    "due by Sunday, given on a Saturday",
    [
      [131, request()],
      [132, say("alice", "/async due by Sunday")],
    ],
    { deadline: "2026-11-08", reactions: "🚀", reminders: ["09T13 @bob"] },
    { until: 190 },
  ],
  [
    "two commands in one comment",
    [request(), say("alice", "/async snooze 2 days\n/async due Friday")],
    { reactions: "🚀", deadline: "2026-11-06", reminders: [] },
    { until: 40 },
  ],
  [
    "a command in a code block",
    [request(), say("bob", "```\n/async waiting\n```")],
    { reactions: "", turn: bobs },
  ],
  [
    "one valid and one broken command in one comment",
    [request(), say("bob", "/async waiting\n/async snooze")],
    { reactions: "😕", turn: bobs },
  ],
  [
    "a command by somebody who wasn't asked",
    [request(), say("carol", "/async waiting")],
    { reactions: "🚀", turn: alices },
  ],
  [
    "waiting, then ready",
    [request(), say("bob", "/async waiting"), say("alice", "/async ready")],
    { turn: bobs, reactions: "🚀🚀" },
  ],
  ["waiting by the author, then a push", [request(), say("alice", "/async waiting"), push], { turn: alices }],
  [
    "snooze until a time in the past",
    [request(), [14, say("bob", "/async snooze until 11:30")]],
    { reactions: "😕" },
  ],
  [
    "snooze until the afternoon of the due day",
    [request(), say("bob", "/async snooze until tomorrow 3pm")],
    { reactions: "🚀", reminders: ["04T15 @bob"] },
    { until: 64 },
  ],
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
  ["snooze without a duration", [request(), say("bob", "/async snooze")], { reactions: "😕" }],
  ["a misspelt command", [request(), say("bob", "/async snoze 2 days")], { reactions: "😕" }],
  [
    "a command that its writer edits after the reaction",
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
    "a command followed by a remark",
    [request(), say("bob", "/async waiting - see my mail")],
    { turn: alices, reactions: "🚀" },
  ],
]);

play("commands as people type them", [
  ["ends with a full stop", [request(), say("bob", "/async waiting.")], { reactions: "🚀", turn: alices }],
  [
    "has a colon",
    [request(), say("bob", "/async snooze: 2 days")],
    { reactions: "🚀", reminders: [] },
    { until: 40 },
  ],
  [
    "says please",
    [request(), say("bob", "/async snooze 2 days please")],
    { reactions: "🚀", reminders: [] },
    { until: 40 },
  ],
  [
    "due 5 March",
    [request(), say("alice", "/async due 5 March")],
    { reactions: "🚀", deadline: "2027-03-05" },
  ],
  [
    "due in 2 days",
    [request(), say("alice", "/async due in 2 days")],
    { reactions: "🚀", deadline: "2026-11-04" },
  ],
  [
    "snooze today",
    [request(), say("bob", "/async snooze today")],
    { reactions: "🚀", reminders: ["04T09 @bob"] },
    { until: 60 },
  ],
  [
    "names a past day, which is refused with a reason",
    [request(), say("alice", "/async due 2026-10-30")],
    { reactions: "😕", deadline: null, ...said('"2026-10-30" is in the past') },
  ],
]);

play("a status update", [
  [
    "without a blocker",
    [request(), ask("question"), say("alice", "Status: half done. Blocker: none.")],
    { turn: alices },
  ],
  [
    "that names the reviewer as blocker",
    [request(), ask("question"), say("alice", "Status: stuck. Blocker: @bob has to choose the name.")],
    { turn: "blocker bob" },
  ],
  [
    "whose blocker, the reviewer, has commented",
    [
      request(),
      ask("question"),
      say("alice", "Status: stuck. Blocker: @bob has to choose the name."),
      say("bob", "Take the short one."),
    ],
    { turn: alices },
  ],
  [
    "in capitals answers no question",
    [request(), body("bob", "commented", "question: why a queue?"), say("alice", "STATUS: half done")],
    { turn: alices },
  ],
  ["by a reviewer moves no turn", [request(), say("bob", "Status: half way through")], { turn: bobs }],
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
  ["during a reviewer's turn", [request(), say("alice", "Status: done.")], { turn: bobs }],
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

describe("a command with a date as people type it", () => {
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
  ])("is read: %s", (said, deadline) =>
    expect(playScene([request(), say("alice", `/async due ${said}`)])).toMatchObject({
      deadline,
      reactions: "🚀",
    }),
  );

  it.each(["2026-10-30", "30 October 2026", "31 February", "Friday, 7 November", "soonish", "11/06"])(
    "is refused: %s",
    (said) =>
      expect(playScene([request(), say("alice", `/async due ${said}`)])).toMatchObject({
        deadline: null,
        reactions: "😕",
      }),
  );

  it("skips the description check for the reason after a colon", () =>
    expect(playScene([say("bob", "/async skip: hotfix.")])).toMatchObject({
      reactions: "🚀",
      title: expect.stringMatching(/skip/i),
    }));
});

describe("a command with a time or a German date", () => {
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
  ])("is read: %s", (said, deadline) =>
    expect(playScene([request(), say("alice", `/async due ${said}`)])).toMatchObject({
      deadline,
      reactions: "🚀",
    }),
  );
  it.each(["11/06", "6/11/2026", "by 11/06", "31.02.", "30. Oktober 2026", "gestern", "yesterday"])(
    "is refused: %s",
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
  ])("snoozes %s", (said) =>
    expect(playScene([request(), say("bob", `/async snooze ${said}`)], { until: 34 })).toMatchObject({
      ...{ reactions: "🚀", reminders: [] },
    }),
  );
});

import type { Step } from "../turns/play.ts";
import {
  approve,
  ask,
  assign,
  below,
  body,
  changes,
  checks,
  conflict,
  decided,
  dequeue,
  dismiss,
  draft,
  edit,
  editComment,
  enqueue,
  forcePush,
  forTeam,
  hideComment,
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
  unrequest,
  unresolve,
} from "./deeds.ts";
import { play } from "./play-scene.ts";
import { agent, alices, approved, bobs, opener, rule, visitor } from "./scene-settings.ts";

/* More of what a fair person in the team would say, again written down before the app was asked. */

const close: Step = { does: "close" };
const reopen: Step = { does: "reopen" };

play("asked again", [
  [
    "after approving, asks, and is answered",
    [request(), approve(), push, request(), ask("question"), reply("alice", "For speed.")],
    { turn: bobs },
  ],
  [
    "after approving, wants changes",
    [request(), approve(), push, request(), changes("bob", { id: "t1" })],
    { turn: alices, gate: "held" },
  ],
  [
    "after approving, approves again with a nit",
    [request(), approve(), push, request(), approve("bob", { kind: "nit" })],
    { turn: approved },
  ],
  [
    "after approving, where the branch is content, and asks",
    [request(), approve(), decided("approved"), push, request(), ask("question")],
    { turn: alices },
    rule,
  ],
  [
    "for the first time where the branch is content, and asks",
    [request(), approve(), decided("approved"), request("carol"), ask("question", "carol")],
    { turn: alices },
    rule,
  ],
  [
    "the other of two approvers",
    [request(), request("carol"), approve(), approve("carol"), push, request("carol")],
    { turn: "reviewer carol" },
  ],
  [
    "as a team, after one of them had approved, and another answers",
    [request(team), forTeam("carol", "approved"), push, request(team), forTeam("dave", "approved")],
    { turn: approved },
  ],
  [
    "while the author is still at it",
    [request(), changes("bob", { id: "t1" }), request(), say("alice", "/async waiting")],
    { turn: alices },
  ],
]);

play("an author's own thread", [
  [
    "that a reviewer comments on without a question",
    [request(), saying("alice", "Moved from a.ts."), reply("bob", "Good to know.")],
    { turn: bobs },
  ],
  [
    "that a reviewer wants changed",
    [request(), saying("alice", "Moved from a.ts."), reply("bob", "suggestion: leave it there")],
    { turn: alices },
  ],
  [
    "that a reviewer blocks",
    [request(), saying("alice", "Moved from a.ts."), reply("bob", "blocking: b.ts imports it")],
    { turn: alices, gate: "held" },
  ],
  [
    "that a reviewer asks about, and is answered",
    [
      request(),
      saying("alice", "Moved from a.ts."),
      reply("bob", "Why was it moved?"),
      reply("alice", "Circular import."),
    ],
    { turn: bobs },
  ],
  [
    "that a reviewer asks about, and the author resolves it",
    [request(), saying("alice", "Moved from a.ts."), reply("bob", "Why was it moved?"), resolve("alice")],
    { turn: bobs },
  ],
  [
    "that an outsider asks about",
    [request(), saying("alice", "Moved from a.ts."), reply("mallory", "Why was it moved?")],
    { turn: bobs },
  ],
  [
    "that a passer-by asks about, and leaves content",
    [
      request(),
      saying("alice", "Moved from a.ts."),
      reply("carol", "Why was it moved?"),
      reply("alice", "Circular import."),
      reply("carol", "Ah, thanks!"),
    ],
    { turn: bobs },
  ],
  [
    "that a bot asks about",
    [request(), saying("alice", "Moved from a.ts."), reply("coderabbitai[bot]", "Why was it moved?")],
    { turn: bobs },
  ],
]);

const answered = (text: string): Step[] => [
  request(),
  ask("question"),
  reply("alice", "Because the list is short."),
  reply("bob", text),
];
type Rows = Parameters<typeof play>[1];
const each = (texts: string[], happenings: (text: string) => Step[], told: Rows[number][2]): Rows =>
  texts.map((text) => [text, happenings(text), told]);

play(
  "content",
  each(
    [
      "Perfect 🙌",
      "Understood.",
      "Makes total sense.",
      "No worries, that's fine.",
      "Right, I missed that. Thanks.",
      "Oh I see what you mean now",
      "OK, I'm fine with this.",
      "Looks good to me now!",
      "Good call.",
      "Thanks for clarifying.",
      "Yeah, fair.",
      "Ok cool",
      "Got it, thx",
      "That's fine then, resolving.",
      "Super, danke dir!",
      "Ja, passt.",
      "lgtm :shipit:",
      "Agreed, let's leave it.",
      "You're right, my bad.",
      "Yep, all good from my side.",
    ],
    answered,
    { turn: bobs },
  ),
);
play(
  "not content",
  each(
    [
      "It isn't always short.",
      "OK, but please say so in a comment.",
      "Then let's use a tuple.",
      "Fine, then rename it.",
      "Does that hold for shops with many orders?",
      "Right, so can we drop the sort as well?",
      "I still think that a map is better.",
      "Agreed. Please also update the docs.",
      "Good point! What about line 40?",
      "Dann bitte mit Kommentar.",
    ],
    answered,
    { turn: alices },
  ),
);
const blocked = (text: string): Step[] => [request(), ask("blocking"), reply("bob", text)];
play(
  "lets the merge go",
  each(
    [
      "I'll downgrade this to a suggestion.",
      "Happy to merge without this, not a blocker.",
      "Non-blocking after all.",
      "Fine, I won't hold up the release for this.",
      "Okay, we can do this later. Not blocking.",
      "This shouldn't block the merge.",
      "I take back the blocker.",
    ],
    blocked,
    { gate: "free" },
  ),
);
play(
  "keeps holding the merge",
  each(
    [
      "We can do the rename later.",
      "Thanks, looking.",
      "The lock should not block the reader.",
      "Please don't merge without this.",
      "This blocks the release, sorry.",
      "Not a nit, sadly.",
      "Can we make this non-blocking by using a queue?",
    ],
    blocked,
    { gate: "held" },
  ),
);
play(
  "takes a question back",
  each(
    [
      "Nevermind!",
      "Ignore this, wrong line.",
      "Oh wait, I see it now.",
      "Scratch that.",
      "Sorry, I misread the diff.",
      "Please disregard, it is handled below.",
    ],
    (text) => [request(), ask("question"), reply("bob", text)],
    { turn: bobs },
  ),
);

play("what happens between people", [
  [
    "a reviewer answers another's question for the author, who agrees",
    [
      request(),
      request("carol"),
      ask("question"),
      reply("carol", "It is a set."),
      reply("alice", "What Carol says."),
    ],
    { turn: "reviewer bob, reviewer carol" },
  ],
  [
    "a reviewer's two threads, one answered, one resolved by themselves",
    [request(), ask("question"), second("bob"), reply("alice", "So."), { ...resolve("bob"), to: "t2" }],
    { turn: bobs },
  ],
  [
    "one blocker of two is fixed",
    [request(), ask("blocking"), second("bob", "blocking"), push, reply("alice", "Locked.")],
    { turn: alices, gate: "held" },
  ],
  [
    "both blockers are answered, one before the push and one after",
    [
      request(),
      ask("blocking"),
      second("bob", "blocking"),
      reply("alice", "Locked."),
      push,
      below("t2", "alice", "Copied."),
    ],
    { turn: bobs, gate: "held" },
  ],
  [
    "two reviewers block, one is content",
    [
      request(),
      request("carol"),
      ask("blocking"),
      second("carol", "blocking"),
      push,
      reply("alice", "Locked."),
      resolve("bob"),
      approve(),
    ],
    { turn: alices, gate: "held" },
  ],
  [
    "a blocker is resolved, and opened again",
    [request(), ask("blocking"), push, resolve("alice"), unresolve],
    { gate: "held" },
  ],
  [
    "the author closes a blocker where only its opener may",
    [request(), ask("blocking"), push, reply("alice", "Locked."), resolve("alice")],
    { gate: "held", turn: bobs },
    { config: opener },
  ],
  [
    "and the opener agrees by approving",
    [request(), ask("blocking"), push, reply("alice", "Locked."), resolve("alice"), approve()],
    { gate: "free", turn: approved },
    { config: opener },
  ],
  [
    "a visitor's request for changes is dismissed",
    [request(), changes("carol", { id: "t1" }), dismiss("carol")],
    { gate: "free", turn: "author alice, reviewer bob" },
  ],
  [
    "a blocker is hidden as off-topic",
    [request(), ask("blocking"), hideThread],
    { gate: "free", turn: bobs },
  ],
  [
    "a blocker on the page is hidden",
    [request(), say("bob", "blocking: wait for #12"), hideComment],
    { gate: "free", turn: bobs },
  ],
  [
    "a blocker on the page is made a note",
    [request(), say("bob", "blocking: wait for #12"), editComment("note: #12 is in", "bob")],
    { gate: "free", turn: bobs },
  ],
  [
    "a question is edited into praise before anybody saw it",
    [request(), ask("question"), edit("praise: neat")],
    { turn: bobs },
  ],
  [
    "a reviewer hands over to a colleague",
    [request(), ask("question"), { ...request("carol"), by: "bob" }, reply("alice", "So.")],
    { turn: "reviewer bob, reviewer carol" },
  ],
  [
    "a request is withdrawn after the reviewer's question was answered",
    [request(), ask("question"), reply("alice", "So."), request(), unrequest()],
    { turn: "nobody: nobody asked" },
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

play("branches and bots", [
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

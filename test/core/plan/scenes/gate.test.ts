import type { Step } from "../../turns/play.ts";
import {
  approve,
  ask,
  body,
  changes,
  dismiss,
  edit,
  editComment,
  forcePush,
  hideThread,
  leave,
  outdate,
  reply,
  request,
  resolve,
  say,
  saying,
  unresolve,
} from "../deeds.ts";
import { each, play } from "../play-scene.ts";
import { alices, approved, bobs, opener, visitor } from "../scene-settings.ts";

const withReview = (rest: string) =>
  `enforcement: block\nreview: {${rest}}\nturns: {hours: {time_zone: UTC}}\n`;
const afterBlocker = (text: string): Step[] => [request(), ask("blocking"), reply("bob", text)];

const push: Step = { does: "push" };

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
    "is its opener's to open, also after they approved, remindedOnce it is fixed",
    [request(), approve("bob", { kind: "blocking" }), reply("alice", "Fixed."), push],
    { gate: "held", turn: "reviewer bob" },
    { config: opener },
  ],
  [
    "is shut by an edit of the first comment, and asks late",
    [request(), ask("nit"), [180, edit("blocking: it races")]],
    { gate: "held", since: "alice 09T12" },
  ],
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
  ["a bold word", [request(), saying("bob", "**Blocking:** this drops rows")], { gate: "held" }],
  ["a word in brackets", [request(), saying("bob", "[blocker] this drops rows")], { gate: "held" }],
  [
    "not a word that denies it",
    [request(), saying("bob", "Not a blocker, but the name is off")],
    { gate: "free", turn: alices },
  ],
  [
    "not a question that says that it holds nothing",
    [request(), saying("bob", "question (non-blocking): why three?")],
    { gate: "free", turn: alices },
  ],
  [
    "not what its writer has struck through",
    [
      request(),
      say("bob", "blocking: this needs a migration."),
      editComment("~~blocking: this needs a migration.~~ Found it.", "bob"),
    ],
    { gate: "free", turn: bobs },
  ],
  [
    "not what its opener closed without a push",
    [request(), ask("blocking"), resolve("bob")],
    { gate: "free", turn: bobs },
  ],
  [
    "not a thread whose opener calls it a nit, whose review is still to come",
    [request(), ask("blocking"), push, reply("bob", "nit then")],
    { gate: "free", turn: bobs },
  ],
  [
    "a colleague's raise, also after they approved",
    [request(), ask("nit"), reply("carol", "blocking: it races"), approve("carol")],
    { gate: "held", turn: "author alice, reviewer bob" },
  ],
  [
    "a blocker whose lines have changed, until it is closed",
    [request(), ask("blocking"), push, outdate],
    { gate: "held", turn: bobs },
  ],
  [
    "a blocker on the conversation page, answered and pushed",
    [request(), say("bob", "blocking: needs a migration."), say("alice", "Added."), push],
    { gate: "held", turn: bobs },
  ],
  [
    "nothing of a request for changes in words once it is approved",
    [request(), body("bob", "changes_requested", "Use a queue."), push, approve()],
    { gate: "free", turn: approved },
  ],
  [
    "not nits of a request for changes, which still wants a push",
    [request(), changes("bob", { kind: "nit" })],
    { gate: "free", turn: alices },
  ],
  [
    "no threads of a request for changes where only words count",
    [request(), changes("bob", { id: "t1" })],
    { gate: "free", turn: alices },
    { config: withReview("unprefixed: none") },
  ],
  [
    "a suggestion where suggestions do",
    [request(), ask("suggestion")],
    { gate: "held", turn: alices },
    { config: withReview("gate: [blocking, suggestion]") },
  ],
  [
    "a word of the team's own",
    [request(), saying("bob", "hold: the API is not ready")],
    { gate: "held", turn: alices },
    { config: withReview("kinds: {blocking: {prefixes: [hold]}}") },
  ],
  [
    "nothing of pull requests from before the rule",
    [request(), ask("blocking")],
    { gate: "free", turn: alices },
    { config: "enforcement: block\nenforce_from: 2026-12-01\nturns: {hours: {time_zone: UTC}}\n" },
  ],
  [
    "a nit that becomes a blocker two days later, and asks then",
    [request(), say("carol", "nit: the name"), [60, editComment("blocking: the name is taken", "carol")]],
    { gate: "held", turn: "author alice, reviewer bob", since: "bob 02T08, alice 04T12" },
  ],
]);

play("no longer blocking", [
  ...[
    "Downgrading this to a nit.",
    "Unblocking, fine as a follow-up.",
    "Okay, not a blocker.",
    "No need to block on this.",
    "I won't block on this.",
    "Let's not block on this.",
    "This is not a blocker.",
    "Not blocking anymore.",
    "Ok, then it's just a nit.",
    "Doesn't have to block the merge.",
  ].map((text): Parameters<typeof play>[1][number] => [text, afterBlocker(text), { gate: "free" }]),
]);

play("still blocking", [
  ...[
    "This is still blocking.",
    "Why is this not blocking the deploy?",
    "nit: this is not blocking IO either",
    "Is this not a blocker?",
    "I would not say that this is just a nit.",
    "It's a nit that the name is wrong, but the race is real.",
    "The call is non-blocking, which is the problem.",
  ].map((text): Parameters<typeof play>[1][number] => [text, afterBlocker(text), { gate: "held" }]),
]);

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

play(
  "no longer blocking",
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
    afterBlocker,
    { gate: "free" },
  ),
);

play(
  "still blocking",
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
    afterBlocker,
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

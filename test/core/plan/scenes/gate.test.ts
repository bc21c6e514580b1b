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
    "isn't freed by a suggestion below requested changes",
    [request(), changes("bob", { id: "t1" }), reply("bob", "suggestion: or use a set")],
    { gate: "held", turn: "author alice" },
  ],
  [
    "stays held after a forced push, an answer and praise",
    [request(), ask("blocking"), forcePush, reply("alice", "Locked."), reply("bob", "praise: nice")],
    { gate: "held", turn: "reviewer bob" },
  ],
  [
    "is freed when the person who held it says so",
    [request(), ask("blocking"), reply("bob", "Fine by me, not blocking.")],
    { gate: "free" },
  ],
  [
    "is held by a colleague's blocking reply to a nit, and asks the author from then on",
    [request(), ask("nit"), [200, reply("carol", "must-fix: it races")]],
    { gate: "held", turn: "author alice, reviewer bob", since: "bob 02T08, alice 10T08" },
  ],
  ["isn't held by an outsider", [request(), ask("nit"), reply("mallory", "blocking: no")], { gate: "free" }],
  [
    "is held by a deleted account's blocking thread",
    [request(), ask("blocking", "carol"), leave("carol"), approve()],
    { gate: "held", turn: "author alice" },
  ],
  [
    "is freed when anybody resolves a deleted account's blocking thread",
    [request(), ask("blocking", "carol"), leave("carol"), resolve("dave")],
    { gate: "free", turn: "reviewer bob" },
    { config: opener },
  ],
  [
    "is freed when the request for changes is dismissed, while its thread still asks",
    [request(), changes("bob", { id: "t1" }), dismiss()],
    { gate: "free", turn: "author alice" },
  ],
  [
    "stays held after a fix until the opener closes the thread, even if they approved with it",
    [request(), approve("bob", { kind: "blocking" }), reply("alice", "Fixed."), push],
    { gate: "held", turn: "reviewer bob" },
    { config: opener },
  ],
  [
    "is held once an edit makes the first comment blocking, and asks the author from then on",
    [request(), ask("nit"), [180, edit("blocking: it races")]],
    { gate: "held", since: "alice 09T12" },
  ],
  [
    "is free for a hidden blocking thread",
    [request(), ask("blocking"), hideThread],
    { gate: "free", turn: bobs },
  ],
  [
    "is free for an issue marked non-blocking",
    [request(), saying("bob", "issue (non-blocking): slow")],
    { gate: "free", turn: alices },
  ],
  [
    "is held by a nit marked blocking",
    [request(), saying("bob", "nit (blocking): the name")],
    { gate: "held", turn: alices },
  ],
  [
    "is freed when a requested change is edited to a nit",
    [request(), changes("bob", { id: "t1" }), edit("nit: rename tmp")],
    { gate: "free", turn: alices },
  ],
  [
    "is free for the author's own blocking comment",
    [request(), say("alice", "blocking: do not merge before Friday")],
    { gate: "free", turn: bobs },
  ],
  [
    "is held by a thread that is reopened after the approval",
    [request(), ask("blocking"), push, resolve("alice"), approve(), unresolve],
    { gate: "held", turn: alices },
  ],
  [
    "stays held when the author resolves without a push, where only openers close",
    [request(), ask("blocking"), resolve("alice")],
    { gate: "held", turn: alices },
    { config: opener },
  ],
  [
    "stays held when the author resolves after a push, where only openers close",
    [request(), ask("blocking"), push, resolve("alice")],
    { gate: "held", turn: bobs },
    { config: opener },
  ],
  [
    "is freed when a colleague resolves the blocking thread",
    [request(), ask("blocking"), resolve("carol")],
    { gate: "free" },
  ],
  [
    "stays held after an outsider's /async resolve",
    [request(), ask("blocking"), reply("oscar", "/async resolve")],
    { gate: "held", reactions: "👎" },
    visitor,
  ],
  [
    "is held by a question where the config says so",
    [request(), ask("question")],
    { gate: "held", turn: alices },
    {
      config: "enforcement: block\nreview: {gate: [blocking, question]}\nturns: {hours: {time_zone: UTC}}\n",
    },
  ],
  [
    "is free under advise",
    [request(), ask("blocking")],
    { gate: "free", turn: alices },
    { config: "turns: {hours: {time_zone: UTC}}\n" },
  ],
  [
    "is held by a bold blocking word",
    [request(), saying("bob", "**Blocking:** this drops rows")],
    { gate: "held" },
  ],
  [
    "is held by a blocking word in brackets",
    [request(), saying("bob", "[blocker] this drops rows")],
    { gate: "held" },
  ],
  [
    "is free for a comment that denies blocking",
    [request(), saying("bob", "Not a blocker, but the name is off")],
    { gate: "free", turn: alices },
  ],
  [
    "is free for a question marked non-blocking",
    [request(), saying("bob", "question (non-blocking): why three?")],
    { gate: "free", turn: alices },
  ],
  [
    "is freed when the writer strikes the blocking text through",
    [
      request(),
      say("bob", "blocking: this needs a migration."),
      editComment("~~blocking: this needs a migration.~~ Found it.", "bob"),
    ],
    { gate: "free", turn: bobs },
  ],
  [
    "is freed when the opener resolves without a push",
    [request(), ask("blocking"), resolve("bob")],
    { gate: "free", turn: bobs },
  ],
  [
    "is freed when the opener calls the thread a nit, and the review is still open",
    [request(), ask("blocking"), push, reply("bob", "nit then")],
    { gate: "free", turn: bobs },
  ],
  [
    "is held by a colleague's blocking reply, even after they approved",
    [request(), ask("nit"), reply("carol", "blocking: it races"), approve("carol")],
    { gate: "held", turn: "author alice, reviewer bob" },
  ],
  [
    "is held by an outdated blocking thread until it is closed",
    [request(), ask("blocking"), push, outdate],
    { gate: "held", turn: bobs },
  ],
  [
    "is held by a blocking comment that was answered and pushed for",
    [request(), say("bob", "blocking: needs a migration."), say("alice", "Added."), push],
    { gate: "held", turn: bobs },
  ],
  [
    "is freed when the reviewer approves after a request for changes in words",
    [request(), body("bob", "changes_requested", "Use a queue."), push, approve()],
    { gate: "free", turn: approved },
  ],
  [
    "is free for the nits of a request for changes, which still wants a push",
    [request(), changes("bob", { kind: "nit" })],
    { gate: "free", turn: alices },
  ],
  [
    "is free for unprefixed threads where only prefixes count",
    [request(), changes("bob", { id: "t1" })],
    { gate: "free", turn: alices },
    { config: withReview("unprefixed: none") },
  ],
  [
    "is held by a suggestion where the config says so",
    [request(), ask("suggestion")],
    { gate: "held", turn: alices },
    { config: withReview("gate: [blocking, suggestion]") },
  ],
  [
    "is held by the team's own prefix",
    [request(), saying("bob", "hold: the API is not ready")],
    { gate: "held", turn: alices },
    { config: withReview("kinds: {blocking: {prefixes: [hold]}}") },
  ],
  [
    "is free for pull requests from before enforce_from",
    [request(), ask("blocking")],
    { gate: "free", turn: alices },
    { config: "enforcement: block\nenforce_from: 2026-12-01\nturns: {hours: {time_zone: UTC}}\n" },
  ],
  [
    "is held once a nit becomes blocking two days later, and asks the author from then on",
    [request(), say("carol", "nit: the name"), [60, editComment("blocking: the name is taken", "carol")]],
    { gate: "held", turn: "author alice, reviewer bob", since: "bob 02T08, alice 04T12" },
  ],
]);

play("a reply frees the gate", [
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

play("a reply leaves the gate held", [
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

play("a later remark leaves the thread blocking", [
  ...["nit: and rename tmp", "question: why not a map?", "note: seen in #12 too", "praise: nice test"].map(
    (text): Parameters<typeof play>[1][number] => [
      text,
      [request(), changes("bob", { id: "t1" }), reply("bob", text)],
      { gate: "held", turn: alices },
    ],
  ),
]);

play("a blocking reply to a nit", [
  [
    "makes its writer the one to satisfy",
    [request(), ask("nit"), reply("carol", "blocking: it races"), push, reply("alice", "Locked.")],
    { gate: "held", turn: "reviewer bob, reviewer carol" },
  ],
  [
    "can be closed only by its writer, where only openers close",
    [request(), ask("nit"), reply("carol", "blocking: it races"), push, resolve("bob")],
    { gate: "held" },
    { config: opener },
  ],
]);

play(
  "a reply frees the gate",
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
  "a reply leaves the gate held",
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
  "a reply takes a question back",
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

import { expect } from "vitest";
import type { Step } from "../../turns/play.ts";
import {
  approve,
  ask,
  below,
  body,
  changes,
  deleteComment,
  deleteThread,
  dismiss,
  edit,
  editComment,
  hideComment,
  hideThread,
  reply,
  request,
  resolve,
  review,
  say,
  saying,
  second,
  unrequest,
  unresolve,
} from "../deeds.ts";
import { each, play, type Told } from "../play-scene.ts";
import { alices, approved, bobs, opener } from "../scene-settings.ts";

const afterAnswer = (text: string): Step[] => [
  request(),
  ask("question"),
  reply("alice", "For speed."),
  reply("bob", text),
];
const answered = (text: string): Step[] => [
  request(),
  ask("question"),
  reply("alice", "Because the list is short."),
  reply("bob", text),
];

const push: Step = { does: "push" };
const said = (text: string | RegExp): Partial<Told> => ({ summary: expect.stringMatching(text) });
const row = (next: string) => new RegExp(`^\\| .*discussion_r11.* \\| ${next} \\|$`, "m");

play("answers", [
  [
    "a question in a review's words, answered by the author's own review",
    [
      request(),
      body("bob", "commented", "question: why a queue?"),
      body("alice", "commented", "It retries."),
    ],
    { turn: bobs },
  ],
  [
    "a question in a review's words, answered in the code",
    [
      request(),
      body("bob", "commented", "question: why a queue?"),
      saying("alice", "Because it retries here."),
    ],
    { turn: bobs },
  ],
  [
    "not content with the answer",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "It is slower on my machine.")],
    { turn: alices },
  ],
  [
    "a colleague's answer is enough for the one who asked",
    [
      request(),
      ask("question"),
      reply("carol", "For speed."),
      reply("bob", "Thanks, Carol!"),
      resolve("bob"),
    ],
    { turn: bobs },
  ],
  ["only a command", [request(), ask("question"), reply("alice", "/async ready")], { turn: bobs }],
  ["only an emoji", [request(), ask("question"), reply("alice", "👀")], { turn: alices }],
  ["only a plus one", [request(), ask("question"), reply("alice", "+1")], { turn: alices }],
  [
    "only politeness",
    [request(), ask("question"), reply("alice", "Thanks for the review!")],
    { turn: alices },
  ],
  ["a colleague agrees", [request(), ask("question"), reply("carol", "+1")], { turn: alices }],
  ["one word, in German", [request(), ask("question"), reply("alice", "Erledigt.")], { turn: bobs }],
  [
    "nothing but praise and a nit",
    [request(), ask("praise"), second("bob", "nit")],
    { turn: bobs, gate: "free" },
  ],
  [
    "answered, and a nit on top",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "nit: then say so in a comment")],
    { turn: bobs },
  ],
  [
    "answered, and a demand on top",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "must: add a benchmark")],
    { turn: alices, gate: "held" },
  ],
  [
    "one thread is answered, the other is only a nit",
    [request(), ask("question"), second("bob", "nit"), reply("alice", "For speed.")],
    { turn: bobs },
  ],
  [
    "the author asks back below praise",
    [request(), ask("praise"), reply("alice", "Should I do the same in b.ts?")],
    { turn: bobs },
  ],
  [
    "the author's own explanation is questioned",
    [request(), saying("alice", "This is the old code, moved."), reply("bob", "question: why moved?")],
    { turn: alices },
  ],
  [
    "the author's own question is answered by somebody who has still to review",
    [request(), review("alice", "commented", { kind: "question" }), reply("bob", "Yes, drop it.")],
    { turn: bobs },
  ],
  [
    "the author's own question is answered by a passer-by",
    [review("alice", "commented", { kind: "question" }), reply("carol", "Yes, drop it.")],
    { turn: "nobody: nobody asked" },
  ],
  [
    "a question without a prefix on the conversation page leaves the review to do",
    [request(), say("bob", "Why a queue and not a cron job?")],
    { turn: bobs },
  ],
  [
    "a quotation with thanks",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "> For speed.\n\nThanks!")],
    { turn: bobs },
  ],
  [
    "whoever asked takes it back",
    [request(), ask("question"), reply("bob", "Never mind, found it below.")],
    { turn: bobs },
  ],
  [
    "a suggested change alone",
    [request(), saying("bob", "```suggestion\nconst retries = 3;\n```")],
    { turn: alices, gate: "free" },
  ],
]);

play("content with the answer", [
  ...[
    "Ah, got it. Makes sense now, thanks for explaining!",
    "OK 👍",
    "Fair enough, resolved.",
    "Sounds good, feel free to resolve.",
    "Works for me, thank you!",
    "No objections.",
    "Great, thanks @alice!",
    "I'm convinced.",
    "Ok, let's keep it then.",
    "Passt, danke!",
    "Alles klar.",
    "Cool, ship it 🚢",
    "Nice, that's better.",
    "All right then.",
  ].map((text): Parameters<typeof play>[1][number] => [text, afterAnswer(text), { turn: bobs }]),
]);

play("not content with the answer", [
  ...[
    "Thanks, but it still fails on Windows.",
    "OK, please add a test then.",
    "Makes sense. Can you add a comment?",
    "Sure, but why here?",
    "I see. It should be in the docs, though.",
    "Thanks! One more thing: what happens at midnight?",
    "Hm, not sure about that.",
    "Gut, aber bitte mit Test.",
  ].map((text): Parameters<typeof play>[1][number] => [text, afterAnswer(text), { turn: alices }]),
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

play(
  "content with the answer",
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
  "not content with the answer",
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

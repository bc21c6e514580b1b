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

play("answers to a question", [
  [
    "a question in a review's text, answered by the author's own review",
    [
      request(),
      body("bob", "commented", "question: why a queue?"),
      body("alice", "commented", "It retries."),
    ],
    { turn: bobs },
  ],
  [
    "a question in a review's text, answered in the code",
    [
      request(),
      body("bob", "commented", "question: why a queue?"),
      saying("alice", "Because it retries here."),
    ],
    { turn: bobs },
  ],
  [
    "the asker isn't satisfied with the answer",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "It is slower on my machine.")],
    { turn: alices },
  ],
  [
    "a colleague's answer satisfies the asker",
    [
      request(),
      ask("question"),
      reply("carol", "For speed."),
      reply("bob", "Thanks, Carol!"),
      resolve("bob"),
    ],
    { turn: bobs },
  ],
  [
    "the author answers with a command alone",
    [request(), ask("question"), reply("alice", "/async ready")],
    { turn: bobs },
  ],
  [
    "the author answers with an emoji alone",
    [request(), ask("question"), reply("alice", "👀")],
    { turn: alices },
  ],
  [
    "the author answers with a plus one alone",
    [request(), ask("question"), reply("alice", "+1")],
    { turn: alices },
  ],
  [
    "the author answers with thanks alone",
    [request(), ask("question"), reply("alice", "Thanks for the review!")],
    { turn: alices },
  ],
  ["a colleague agrees", [request(), ask("question"), reply("carol", "+1")], { turn: alices }],
  [
    "the author answers with one German word",
    [request(), ask("question"), reply("alice", "Erledigt.")],
    { turn: bobs },
  ],
  [
    "the reviewer leaves praise and a nit",
    [request(), ask("praise"), second("bob", "nit")],
    { turn: bobs, gate: "free" },
  ],
  [
    "the asker adds a nit to the answer",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "nit: then say so in a comment")],
    { turn: bobs },
  ],
  [
    "the asker adds a demand to the answer",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "must: add a benchmark")],
    { turn: alices, gate: "held" },
  ],
  [
    "one thread is answered, the other is a nit",
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
    "a requested reviewer answers the author's question",
    [request(), review("alice", "commented", { kind: "question" }), reply("bob", "Yes, drop it.")],
    { turn: bobs },
  ],
  [
    "somebody who wasn't asked answers the author's question",
    [review("alice", "commented", { kind: "question" }), reply("carol", "Yes, drop it.")],
    { turn: "nobody: nobody asked" },
  ],
  [
    "a reviewer asks without a prefix on the conversation page",
    [request(), say("bob", "Why a queue and not a cron job?")],
    { turn: bobs },
  ],
  [
    "the asker quotes the answer and says thanks",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "> For speed.\n\nThanks!")],
    { turn: bobs },
  ],
  [
    "the asker takes the question back",
    [request(), ask("question"), reply("bob", "Never mind, found it below.")],
    { turn: bobs },
  ],
  [
    "the reviewer leaves a suggested change alone",
    [request(), saying("bob", "```suggestion\nconst retries = 3;\n```")],
    { turn: alices, gate: "free" },
  ],
]);

play("the asker is satisfied with the answer", [
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

play("the asker isn't satisfied with the answer", [
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
    "the asker says thanks and hasn't approved",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "Thanks!")],
    { turn: bobs },
  ],
  [
    "the asker adds a question to the answer",
    [request(), ask("question"), reply("alice", "For speed."), reply("bob", "question: how much?")],
    { turn: alices },
  ],
  ["a colleague answers", [request(), ask("question"), reply("carol", "For speed.")], { turn: alices }],
  ["the asker resolves the question", [request(), ask("question"), resolve("bob")], { turn: bobs }],
  ["the thread is deleted", [request(), ask("blocking"), deleteThread], { turn: bobs, gate: "free" }],
  [
    "a blocking comment on the conversation page",
    [request(), say("carol", "blocking: this needs a migration.")],
    { turn: "author alice, reviewer bob", gate: "held" },
  ],
  [
    "a blocking comment whose writer approves",
    [request(), say("carol", "blocking: this needs a migration."), approve("carol")],
    { turn: bobs, gate: "free" },
  ],
  [
    "a blocking comment that is deleted",
    [request(), say("carol", "blocking: this needs a migration."), deleteComment],
    { turn: bobs, gate: "free" },
  ],
  [
    "a blocking comment that is hidden",
    [request(), say("carol", "blocking: this needs a migration."), hideComment],
    { turn: bobs, gate: "free" },
  ],
  [
    "a blocking comment that is edited away",
    [
      request(),
      say("carol", "blocking: this needs a migration."),
      editComment("This has a migration.", "carol"),
    ],
    { turn: bobs, gate: "free" },
  ],
  [
    "a question in a review's text",
    [request(), body("bob", "commented", "question: why a queue?")],
    { turn: alices },
  ],
  [
    "a question in a review's text, answered on the conversation page",
    [request(), body("bob", "commented", "question: why a queue?"), say("alice", "Because it retries.")],
    { turn: bobs },
  ],
  [
    "a nit that is edited to blocking",
    [request(), ask("nit"), [60, edit("blocking: it races")]],
    { gate: "held", turn: alices, since: "alice 04T12" },
  ],
  [
    "a blocking thread that is edited to a nit",
    [request(), ask("blocking"), edit("nit: rename")],
    { gate: "free", turn: bobs },
  ],
  [
    "two reviewers ask, and one is answered",
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
    "gets a reviewer's comment without a question",
    [request(), saying("alice", "Moved from a.ts."), reply("bob", "Good to know.")],
    { turn: bobs },
  ],
  [
    "gets a reviewer's suggestion",
    [request(), saying("alice", "Moved from a.ts."), reply("bob", "suggestion: leave it there")],
    { turn: alices },
  ],
  [
    "gets a reviewer's blocking reply",
    [request(), saying("alice", "Moved from a.ts."), reply("bob", "blocking: b.ts imports it")],
    { turn: alices, gate: "held" },
  ],
  [
    "gets a reviewer's question, which the author answers",
    [
      request(),
      saying("alice", "Moved from a.ts."),
      reply("bob", "Why was it moved?"),
      reply("alice", "Circular import."),
    ],
    { turn: bobs },
  ],
  [
    "gets a reviewer's question, and the author resolves it",
    [request(), saying("alice", "Moved from a.ts."), reply("bob", "Why was it moved?"), resolve("alice")],
    { turn: bobs },
  ],
  [
    "gets an outsider's question",
    [request(), saying("alice", "Moved from a.ts."), reply("mallory", "Why was it moved?")],
    { turn: bobs },
  ],
  [
    "gets a question by somebody who wasn't asked and then says thanks",
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
    "gets a bot's question",
    [request(), saying("alice", "Moved from a.ts."), reply("coderabbitai[bot]", "Why was it moved?")],
    { turn: bobs },
  ],
]);

play("exchanges between several people", [
  [
    "a reviewer answers another's question, and the author agrees",
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
    "a reviewer's two threads, one answered, one resolved by that reviewer",
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
    "two reviewers block, and one approves",
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
    "a blocking thread is resolved and reopened",
    [request(), ask("blocking"), push, resolve("alice"), unresolve],
    { gate: "held" },
  ],
  [
    "the author resolves a blocking thread that only its opener may close",
    [request(), ask("blocking"), push, reply("alice", "Locked."), resolve("alice")],
    { gate: "held", turn: bobs },
    { config: opener },
  ],
  [
    "the author resolves a blocking thread, and its opener approves",
    [request(), ask("blocking"), push, reply("alice", "Locked."), resolve("alice"), approve()],
    { gate: "free", turn: approved },
    { config: opener },
  ],
  [
    "the request for changes of somebody who wasn't asked is dismissed",
    [request(), changes("carol", { id: "t1" }), dismiss("carol")],
    { gate: "free", turn: "author alice, reviewer bob" },
  ],
  ["a blocking thread is hidden", [request(), ask("blocking"), hideThread], { gate: "free", turn: bobs }],
  [
    "a blocking comment is hidden",
    [request(), say("bob", "blocking: wait for #12"), hideComment],
    { gate: "free", turn: bobs },
  ],
  [
    "a blocking comment is edited to a note",
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

play("the table and the turn's line agree when", [
  [
    "the reviewer is asked again",
    [request(), ask("question"), request()],
    { turn: bobs, ...said(row("bob")) },
  ],
  [
    "the reviewer says thanks and hasn't approved",
    [request(), ask("question"), reply("alice", "So."), reply("bob", "Thanks!")],
    { turn: bobs, ...said(row("bob")) },
  ],
  [
    "an approval opens a blocking thread",
    [request(), approve("bob", { kind: "blocking" })],
    { turn: alices, ...said(row("alice")) },
  ],
  ["an outsider asks", [request(), ask("question", "mallory")], { turn: bobs, ...said(row("–")) }],
  [
    "an approval asks a question",
    [request(), approve("bob", { kind: "question" })],
    { turn: "nobody: approved", ...said(row("–")) },
  ],
  [
    "a blocking thread is answered",
    [request(), ask("blocking"), reply("alice", "Locked.")],
    { turn: alices, ...said(row("alice")) },
  ],
]);

play("a reply for the app neither answers nor asks:", [
  [
    "a command alone",
    [request(), ask("question"), reply("alice", "/async snooze 2 days")],
    { turn: alices, reactions: "🚀" },
  ],
  [
    "a status update alone",
    [request(), ask("question"), reply("alice", "Status: half done.")],
    { turn: alices },
  ],
  [
    "a command in an answered thread",
    [request(), ask("question"), reply("alice", "So."), reply("bob", "/async waiting")],
    { turn: alices, reactions: "🚀" },
  ],
]);

play("a request that GitHub's timeline lacks", [
  [
    "counts from the opening",
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
  "the asker is satisfied with the answer",
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
  "the asker isn't satisfied with the answer",
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

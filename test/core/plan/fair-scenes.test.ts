import type { Step } from "../turns/play.ts";
import {
  approve,
  ask,
  assign,
  body,
  changes,
  conflict,
  decided,
  deleteComment,
  dequeue,
  dismiss,
  draft,
  editComment,
  enqueue,
  forcePush,
  forTeam,
  leave,
  loseAccess,
  mergeBase,
  outdate,
  push,
  pushBy,
  ready,
  reply,
  request,
  resolve,
  review,
  say,
  saying,
  second,
  team,
  unlabel,
  unrequest,
} from "./deeds.ts";
import { play, type Scene } from "./play-scene.ts";
import { agent, alices, approved, bobs, inUtc, rule, visitor } from "./scene-settings.ts";

/* What a fair person in the team would say, written down before the app was asked. */

const withReview = (rest: string) =>
  `enforcement: block\nreview: {${rest}}\nturns: {hours: {time_zone: UTC}}\n`;
const bots: Scene = { config: 'enforcement: block\nbots: ["acme-*"]\nturns: {hours: {time_zone: UTC}}\n' };

play("approvals that come and go", [
  [
    "a request for changes that is dismissed brings no earlier approval back",
    [request(), approve(), changes(), { ...dismiss(), by: "alice" }],
    { turn: bobs, gate: "free" },
  ],
  [
    "two approvals are dismissed by a push where two are wanted",
    [
      request(),
      request("carol"),
      approve(),
      approve("carol"),
      decided("approved"),
      push,
      dismiss(),
      dismiss("carol"),
      decided("review_required"),
    ],
    { turn: "reviewer bob, reviewer carol" },
    rule,
  ],
  [
    "a code owner's team is still asked after somebody else approved",
    [request(team), request(), approve()],
    { turn: `reviewer ${team}` },
    rule,
  ],
  ["approved with a suggestion", [request(), approve("bob", { kind: "suggestion" })], { turn: approved }],
  [
    "a friendly remark after the approval",
    [request(), approve(), body("bob", "commented", "The new name reads well.")],
    { turn: approved },
  ],
  [
    "another approves while the dismissed one has not come back",
    [request(), request("carol"), changes(), dismiss(), approve("carol")],
    { turn: bobs },
  ],
  ["taken off the list, and asked anew", [request(), approve(), unrequest(), request()], { turn: bobs }],
  [
    "asked again by mistake: the request is taken back",
    [request(), approve(), request(), unrequest()],
    { turn: approved },
  ],
  [
    "asked again, and says little",
    [request(), approve(), push, request(), body("bob", "commented", "Looking.")],
    { turn: bobs },
  ],
  ["asked again, and asks back", [request(), approve(), push, request(), ask("question")], { turn: alices }],
  [
    "asked again although the branch is content",
    [request(), approve(), decided("approved"), push, request()],
    { turn: bobs },
    rule,
  ],
  [
    "one more is asked although the branch is content",
    [request(), approve(), decided("approved"), request("carol")],
    { turn: "reviewer carol" },
    rule,
  ],
  [
    "the branch is content, and an explicit blocker is open",
    [request(), ask("blocking"), approve("carol"), decided("approved")],
    { turn: alices, gate: "held" },
    rule,
  ],
  ["approved twice", [request(), approve(), approve()], { turn: approved }],
  [
    "a condition in the words of the approval",
    [request(), body("bob", "approved", "blocking: not before the migration has run")],
    { turn: alices, gate: "held" },
  ],
  ["words are no approval", [request(), say("bob", "LGTM!")], { turn: bobs }],
  [
    "one of two approvals is dismissed",
    [request(), request("carol"), approve(), approve("carol"), dismiss()],
    { turn: bobs },
  ],
  [
    "the only approver has lost their rights",
    [request(), approve(), loseAccess("bob")],
    { turn: "nobody: answered" },
  ],
  [
    "a retargeted branch loses its approval without a push",
    [request(), approve(), { ...dismiss(), by: "github-actions[bot]" }],
    { turn: bobs, since: "bob 02T10" },
  ],
  [
    "the stack below is merged, then it is approved again",
    [request(), approve(), { ...dismiss(), by: "github-actions[bot]" }, mergeBase, approve()],
    { turn: approved },
  ],
]);

play("teams and rotations", [
  [
    "a rotation replaces the team, and the chosen one approves",
    [request(team), unrequest(team), request("carol"), approve("carol")],
    { turn: approved },
  ],
  [
    "a rotation leaves the team because of a rule, and the chosen one approves for it",
    [request(team), request("carol"), forTeam("carol", "approved"), decided("approved")],
    { turn: approved },
    rule,
  ],
  [
    "a team's blocker is answered and pushed",
    [request(team), forTeam("carol", "commented", { kind: "blocking" }), push, reply("alice", "Locked.")],
    { turn: "reviewer carol", gate: "held" },
  ],
  [
    "one person approves for two teams",
    [request(team), request("acme/web"), { ...approve("carol"), onBehalfOf: [team, "acme/web"] }],
    { turn: approved },
  ],
  ["somebody puts themselves down", [{ ...request("carol"), by: "carol" }], { turn: "reviewer carol" }],
  [
    "asked by a bot, and reminded like anybody",
    [{ ...request(), by: "auto-assign[bot]" }],
    { turn: bobs, reminders: ["03T09 @bob"] },
    { until: 40 },
  ],
  ["a mention is no request", [say("alice", "@carol, what do you think?")], { turn: "nobody: nobody asked" }],
  ["an assignee is no reviewer", [assign("carol")], { turn: "nobody: nobody asked" }],
  ["who was asked deletes their account", [request(), leave("bob")], { turn: "nobody: nobody asked" }],
  [
    "three people, three states",
    [request(), request("carol"), request("dave"), approve(), ask("question", "carol")],
    { turn: "author alice, reviewer dave" },
  ],
  [
    "one approved, the other's question is answered",
    [request(), request("carol"), approve(), ask("question", "carol"), reply("alice", "For speed.")],
    { turn: "reviewer carol" },
  ],
  [
    "a visitor's blocker is fixed, and they close it",
    [request(), ask("blocking", "carol"), push, reply("alice", "Locked."), resolve("carol")],
    { turn: bobs, gate: "free" },
  ],
]);

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

const afterAnswer = (text: string): Step[] => [
  request(),
  ask("question"),
  reply("alice", "For speed."),
  reply("bob", text),
];
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

const afterBlocker = (text: string): Step[] => [request(), ask("blocking"), reply("bob", text)];
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

play("what holds a merge", [
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

play("pushes and branches", [
  ["back to an older head after a request in words", [request(), changes(), forcePush], { turn: bobs }],
  [
    "the base is merged in by the reviewer, who has still to review",
    [request(), { ...mergeBase, by: "bob" }],
    { turn: bobs, since: "bob 02T08" },
  ],
  [
    "the base is merged in after a request in words",
    [request(), body("bob", "changes_requested", "Use a queue."), mergeBase],
    { turn: alices },
  ],
  [
    "nits of a request for changes are pushed",
    [request(), changes("bob", { kind: "nit" }), push],
    { turn: bobs },
  ],
  [
    "a push into a queued pull request's conversation",
    [request(), approve(), enqueue, ask("blocking", "carol")],
    { turn: alices, gate: "held" },
  ],
]);

play("drafts, ends and returns", [
  [
    "reviewed early, as a draft",
    [request(), ask("question"), reply("alice", "For speed."), ready],
    { turn: bobs, since: "bob 02T11" },
    { opened: { draft: true } },
  ],
  [
    "reopened with a question open",
    [request(), ask("question"), { does: "close" }, { does: "reopen" }],
    { turn: alices, since: "alice 02T11" },
  ],
  [
    "reopened after a day and a half, with the whole target ahead",
    [request(), [20, { does: "close" }], [60, { does: "reopen" }]],
    { turn: bobs, since: "bob 04T12", reminders: ["05T12 @bob"] },
    { until: 90 },
  ],
  [
    "made ready on a Saturday",
    [request(), draft, [132, ready]],
    { turn: bobs, reminders: ["10T09 @bob"] },
    { until: 202 },
  ],
  [
    "asked after the merge",
    [request(), { does: "merge" }, ask("question")],
    { turn: "nobody: merged", labels: "" },
  ],
]);

play("machines", [
  [
    "an agent's owner closes the thread",
    [assign("dana"), request(), ask("question"), resolve("dana")],
    { turn: bobs },
    agent,
  ],
  [
    "an agent's owner hears of the queue",
    [assign("dana"), request(), approve(), enqueue, dequeue()],
    { turn: "queue dana", reminders: ["02T12 @dana"] },
    { ...agent, until: 20 },
  ],
  [
    "an agent's owner approves what others were asked to review",
    [assign("dana"), request(), approve("dana")],
    { turn: bobs },
    agent,
  ],
  [
    "an update bot's pull request is approved",
    [request(), approve()],
    { turn: approved },
    { opened: { author: "renovate[bot]" } },
  ],
  [
    "a machine account was asked, too",
    [request("acme-lint"), request(), approve()],
    { turn: approved },
    bots,
  ],
  [
    "a machine account wants changes",
    [request(), changes("acme-lint", { id: "t1" })],
    { turn: bobs, gate: "free" },
    bots,
  ],
  [
    "a machine account's pull request is its assignee's",
    [assign("dana"), request(), ask("question")],
    { turn: "author dana" },
    { ...bots, opened: { author: "acme-lint" } },
  ],
  [
    "a bot's remark is answered by the author",
    [request(), ask(null, "coderabbitai[bot]"), reply("alice", "Fixed.")],
    { turn: bobs },
  ],
  [
    "a bot's comment is no reason to wait with a reminder",
    [request(), [31, say("ci[bot]", "Coverage 80 %.")]],
    { reminders: ["03T09 @bob"] },
    { until: 34 },
  ],
  [
    "a bot's push is no reason either",
    [request(), [32, pushBy("pre-commit-ci[bot]")]],
    { reminders: ["03T09 @bob"] },
    { until: 36 },
  ],
  [
    "a bot's request to look again counts as anybody's",
    [request(), approve(), push, { ...request(), by: "github-actions[bot]" }],
    { turn: bobs },
  ],
]);

play("people from outside", [
  [
    "whoever wrote it says that they are still at it",
    [request(), say("oscar", "/async waiting")],
    { turn: "author oscar", reactions: "🚀" },
    visitor,
  ],
  [
    "whoever wrote it has done what was wanted",
    [request(), changes("bob", { id: "t1" }), pushBy("oscar"), reply("oscar", "Done.")],
    { turn: bobs },
    visitor,
  ],
  [
    "are refused five times a day, and then ignored",
    [request(), ...Array.from({ length: 7 }, () => say("mallory", "/async waiting"))],
    { turn: bobs, reactions: "👎👎👎👎👎" },
  ],
  [
    "have their own clock to stop",
    [request(), ask("question"), say("oscar", "/async snooze 1 day")],
    { turn: "author oscar", reactions: "🚀" },
    visitor,
  ],
]);

play("commands", [
  [
    "snooze tomorrow",
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
    "snooze by a bystander, for everybody",
    [request(), request("carol"), say("dave", "/async snooze 2 days")],
    { reactions: "🚀", reminders: [] },
    { until: 40 },
  ],
  [
    "asked again after waiting",
    [request(), say("bob", "/async waiting"), request()],
    { turn: bobs, since: "bob 02T10" },
  ],
  ["Windows line ends", [request(), say("bob", "/async snooze 2 days\r\n\r\nSorry!")], { reactions: "🚀" }],
  ["two blanks", [request(), say("bob", "/async  waiting")], { turn: alices, reactions: "🚀" }],
  ["half a word", [request(), say("bob", "/async wait")], { turn: bobs, reactions: "😕" }],
  [
    "in the middle of a line",
    [request(), say("bob", "You can /async waiting here")],
    { turn: bobs, reactions: "" },
  ],
  [
    "inside an HTML comment",
    [request(), say("bob", "<!--\n/async waiting\n-->\nHm.")],
    { turn: bobs, reactions: "" },
  ],
  ["taken back by deleting it", [request(), say("bob", "/async waiting"), deleteComment], { turn: bobs }],
  [
    "changed by somebody else",
    [request(), say("bob", "/async waiting"), editComment("/async waiting for the API", "carol")],
    { turn: bobs },
  ],
  [
    "a slip that is mended",
    [request(), say("bob", "/async snoze 2 days"), editComment("/async snooze 2 days", "bob")],
    { reactions: "🚀", reminders: [] },
    { until: 40 },
  ],
  [
    "the newest date counts",
    [request(), say("alice", "/async due Friday"), say("alice", "/async due Wednesday")],
    { deadline: "2026-11-04", reactions: "🚀🚀" },
  ],
  [
    "a reviewer's own date",
    [request(), say("bob", "/async due Wednesday")],
    { deadline: "2026-11-04", reactions: "🚀" },
  ],
  [
    "a date that is deleted",
    [request(), say("alice", "/async due Friday"), deleteComment],
    { deadline: null },
  ],
  [
    "by Sunday, said on a Saturday",
    [
      [131, request()],
      [132, say("alice", "/async due by Sunday")],
    ],
    { deadline: "2026-11-08", reactions: "🚀", reminders: ["09T13 @bob"] },
    { until: 190 },
  ],
]);

play("reminders", [
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
]);

play("people who are away", [
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
]);

play("a status", [
  [
    "without a blocker",
    [request(), ask("question"), say("alice", "Status: half done. Blocker: none.")],
    { turn: alices },
  ],
  [
    "that waits for the reviewer's word",
    [request(), ask("question"), say("alice", "Status: stuck. Blocker: @bob has to choose the name.")],
    { turn: "blocker bob" },
  ],
  [
    "whose blocker has spoken",
    [
      request(),
      ask("question"),
      say("alice", "Status: stuck. Blocker: @bob has to choose the name."),
      say("bob", "Take the short one."),
    ],
    { turn: alices },
  ],
  [
    "in capitals answers no question either",
    [request(), body("bob", "commented", "question: why a queue?"), say("alice", "STATUS: half done")],
    { turn: alices },
  ],
  ["of a reviewer moves nothing", [request(), say("bob", "Status: half way through")], { turn: bobs }],
]);

play("labels", [
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
]);

play("the merge queue", [
  [
    "a conflict in the queue",
    [request(), approve(), enqueue, dequeue("MERGE_CONFLICT")],
    { turn: "queue alice", reminders: ["02T11 @alice"] },
    { until: 60 },
  ],
  [
    "a maintainer takes it out",
    [request(), approve(), enqueue, { ...dequeue("MANUAL"), by: "carol" }],
    { turn: "queue alice" },
  ],
  ["nobody had to review it", [enqueue, dequeue()], { turn: "queue alice" }],
  [
    "out, in again and merged",
    [request(), approve(), enqueue, dequeue(), enqueue, { does: "merge" }],
    { turn: "nobody: merged", labels: "" },
  ],
]);

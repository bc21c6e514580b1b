import { expect } from "vitest";
import type { World } from "../../turns/life/world.ts";
import type { Step } from "../../turns/play.ts";
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
} from "../deeds.ts";
import { type Happening, play, type Scene, type Told } from "../play-scene.ts";
import { agent, alices, approved, bobs, inUtc, opener, rule, visitor } from "../scene-settings.ts";

const acmeBots = 'enforcement: block\nbots: ["acme-*"]\nturns: {hours: {time_zone: UTC}}\n';
const copilot: Scene = { opened: { author: "copilot[bot]" } };
const bots: Scene = { config: 'enforcement: block\nbots: ["acme-*"]\nturns: {hours: {time_zone: UTC}}\n' };
const unassign: Happening = ({ pullRequest }: World) => {
  pullRequest.assignees = [];
};
const deleteLast: Happening = ({ pullRequest }: World) => {
  const thread = pullRequest.threads[0]!;
  thread.comments = thread.comments.slice(0, -1) as typeof thread.comments;
};
const absent = (who: string, from: string, to: string, cover = "") =>
  inUtc(`people: {${who}: {away: [{from: ${from}, to: ${to}${cover ? `, cover: ${cover}` : ""}}]}}`);
const push: Step = { does: "push" };
const said = (text: string | RegExp): Partial<Told> => ({ summary: expect.stringMatching(text) });

play("several people", [
  [
    "a deleted account's question is answered, and nobody has to look at the answer",
    [request(), ask("question", "carol"), leave("carol"), reply("alice", "It is faster.")],
    { turn: "reviewer bob" },
  ],
  [
    "one of two reviewers deletes their account, and the other approves",
    [request(), request("carol"), approve(), leave("carol")],
    { turn: "nobody: approved" },
  ],
  [
    "somebody who wasn't asked says thanks and gets no turn",
    [
      request(),
      ask("question", "carol"),
      reply("alice", "It is faster."),
      reply("carol", "Thanks, that helps!"),
    ],
    { turn: "reviewer bob" },
  ],
  [
    "somebody who wasn't asked disagrees and waits for the author",
    [request(), ask("question", "carol"), reply("alice", "It is faster."), reply("carol", "Not for shops.")],
    { turn: "author alice, reviewer bob" },
  ],
  [
    "a machine account's blocking thread holds nothing",
    [request(), ask("blocking", "acme-lint"), push],
    { gate: "free", turn: "reviewer bob" },
    { config: acmeBots },
  ],
  [
    "a machine account's thread belongs to the person who calls it blocking",
    [ask("blocking", "acme-lint"), reply("carol", "blocking: it is right"), push, reply("alice", "Fixed.")],
    { gate: "held", turn: "reviewer carol" },
    { config: acmeBots },
  ],
  [
    "an outsider's commands are refused",
    [request(), say("mallory", "/async waiting"), say("mallory", "/async skip: I know better")],
    { reactions: "👎👎", turn: "reviewer bob" },
  ],
  [
    "a bot's assignee approves the bot's work",
    [assign("dana"), request("dana"), approve("dana")],
    { turn: "nobody: approved" },
    copilot,
  ],
  [
    "a bot's assignee requests changes, which the bot makes",
    [assign("dana"), request("dana"), changes("dana", { id: "t1" })],
    { turn: "nobody: bot" },
    copilot,
  ],
]);

play("bots", [
  [
    "an agent's assignee resolves the thread",
    [assign("dana"), request(), ask("question"), resolve("dana")],
    { turn: bobs },
    agent,
  ],
  [
    "an agent's assignee is reminded of the merge queue",
    [assign("dana"), request(), approve(), enqueue, dequeue()],
    { turn: "queue dana", reminders: ["02T12 @dana"] },
    { ...agent, until: 20 },
  ],
  [
    "an agent's assignee approves while somebody else was asked",
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
    "a machine account is asked as well",
    [request("acme-lint"), request(), approve()],
    { turn: approved },
    bots,
  ],
  [
    "a machine account requests changes",
    [request(), changes("acme-lint", { id: "t1" })],
    { turn: bobs, gate: "free" },
    bots,
  ],
  [
    "a machine account's pull request belongs to its assignee",
    [assign("dana"), request(), ask("question")],
    { turn: "author dana" },
    { ...bots, opened: { author: "acme-lint" } },
  ],
  [
    "the author answers a bot's remark",
    [request(), ask(null, "coderabbitai[bot]"), reply("alice", "Fixed.")],
    { turn: bobs },
  ],
  [
    "a bot's comment delays no reminder",
    [request(), [31, say("ci[bot]", "Coverage 80 %.")]],
    { reminders: ["03T09 @bob"] },
    { until: 34 },
  ],
  [
    "a bot's push delays no reminder",
    [request(), [32, pushBy("pre-commit-ci[bot]")]],
    { reminders: ["03T09 @bob"] },
    { until: 36 },
  ],
  [
    "a bot's request for review counts like anybody's",
    [request(), approve(), push, { ...request(), by: "github-actions[bot]" }],
    { turn: bobs },
  ],
  [
    "a bot opens a thread",
    [request(), ask(null, "copilot-pull-request-reviewer[bot]")],
    { turn: bobs, gate: "free" },
  ],
  [
    "a bot requests changes",
    [request(), changes("coderabbitai[bot]", { kind: "blocking" })],
    { turn: bobs, gate: "free" },
  ],
  ["a bot resolves a question", [request(), ask("question"), resolve("coderabbitai[bot]")], { turn: bobs }],
  ["a bot's pull request is reviewed like any other", [request()], { turn: bobs }, agent],
  [
    "a bot's assignee is asked for changes",
    [assign("dana"), request(), changes("bob", { id: "t1" })],
    { turn: "author dana" },
    agent,
  ],
  [
    "a bot's assignee answers a question",
    [assign("dana"), request(), ask("question"), reply("dana", "For speed.")],
    { turn: bobs },
    agent,
  ],
  [
    "a bot's assignee answers while the bot pushes",
    [assign("dana"), request(), ask("blocking"), reply("dana", "Fixed."), pushBy("copilot-agent[bot]")],
    { turn: bobs },
    agent,
  ],
  [
    "a bot's pull request without an assignee gets a request for changes",
    [request(), changes("bob", { id: "t1" })],
    { turn: "nobody: bot" },
    agent,
  ],
  [
    "a bot's second assignee answers because the first can't push",
    [assign("mallory"), assign("dana"), request(), ask("question")],
    { turn: "author dana" },
    agent,
  ],
  [
    "a bot types a command, which is ignored",
    [request(), say("stale[bot]", "/async snooze 5 days")],
    { reactions: "", reminders: ["03T09 @bob"] },
    { until: 34 },
  ],
]);

play("people without write access", [
  [
    "an outside author says that they are still working",
    [request(), say("oscar", "/async waiting")],
    { turn: "author oscar", reactions: "🚀" },
    visitor,
  ],
  [
    "an outside author makes the requested changes",
    [request(), changes("bob", { id: "t1" }), pushBy("oscar"), reply("oscar", "Done.")],
    { turn: bobs },
    visitor,
  ],
  [
    "an outsider's commands are refused five times a day, and then ignored",
    [request(), ...Array.from({ length: 7 }, () => say("mallory", "/async waiting"))],
    { turn: bobs, reactions: "👎👎👎👎👎" },
  ],
  [
    "an outside author snoozes their own turn",
    [request(), ask("question"), say("oscar", "/async snooze 1 day")],
    { turn: "author oscar", reactions: "🚀" },
    visitor,
  ],
  ["an outsider asks", [request(), ask("question", "mallory")], { turn: bobs, gate: "free" }],
  [
    "an outsider requests changes",
    [request(), changes("mallory", { id: "t1" })],
    { turn: bobs, gate: "free" },
  ],
  ["an outside author is asked", [request(), ask("question")], { turn: "author oscar" }, visitor],
  [
    "an outside author answers and pushes",
    [request(), ask("blocking"), reply("oscar", "Fixed."), pushBy("oscar")],
    { turn: bobs, gate: "held" },
    visitor,
  ],
  [
    "an outside author says that they are ready",
    [request(), changes("bob", { id: "t1" }), say("oscar", "/async ready")],
    { turn: bobs, reactions: "🚀" },
    visitor,
  ],
  [
    "a blocking thread's opener loses write access",
    [request(), ask("blocking", "carol"), loseAccess("carol")],
    { gate: "free" },
  ],
]);

play("somebody who can't push", [
  [
    "sets no labels",
    [request(), ask("blocking", "mallory")],
    { labels: "waiting: reviewer", gate: "free", turn: bobs },
  ],
  [
    "holds nothing with a blocking comment",
    [request(), say("mallory", "blocking: no")],
    { labels: "waiting: reviewer", gate: "free", turn: bobs },
  ],
  [
    "asks nothing with a question",
    [request(), say("mallory", "question: why a queue?")],
    { labels: "waiting: reviewer", turn: bobs },
  ],
  [
    "is listed as having no write access",
    [request(), ask("blocking", "mallory")],
    said("mallory \\(no write access\\)"),
  ],
  [
    "can't keep a thread open that somebody with write access resolves",
    [ask("blocking"), reply("dave", "/async resolve")],
    {
      gate: "free",
      reactions: "🚀",
    },
  ],
]);

play("several rounds and several people", [
  // several rounds
  [
    "changes, fix, changes again, fix again",
    [
      request(),
      changes("bob", { id: "t1" }),
      push,
      reply("alice", "Done."),
      changes("bob", { id: "t2" }),
      push,
      below("t2", "alice", "Done, too."),
    ],
    { turn: bobs, gate: "held" },
  ],
  [
    "changes, fix, approval, with the first thread left open",
    [request(), changes("bob", { id: "t1" }), push, approve()],
    { turn: approved, gate: "free" },
  ],
  [
    "changes, fix, then a new question",
    [request(), changes("bob", { id: "t1" }), push, reply("alice", "Done."), second("bob")],
    { turn: alices },
  ],
  [
    "changes in words, a push, then changes in words again",
    [request(), changes(), push, changes()],
    { turn: alices },
  ],
  [
    "a question is answered, another one is asked in a second thread and answered",
    [request(), ask("question"), reply("alice", "So."), second("bob"), below("t2", "alice", "So, too.")],
    { turn: bobs },
  ],
  [
    "the author's answer is deleted",
    [request(), ask("question"), reply("alice", "So."), deleteLast],
    { turn: alices },
  ],
  [
    "the reviewer's further question is deleted",
    [request(), ask("question"), reply("alice", "So."), reply("bob", "And why three?"), deleteLast],
    { turn: bobs },
  ],
  [
    "the author says ready after requested changes, without a push",
    [request(), push, changes("bob", { id: "t1" }), say("alice", "/async ready")],
    { turn: bobs, gate: "held" },
  ],
  [
    "the author says ready, then the reviewer asks",
    [request(), say("alice", "/async ready"), ask("question")],
    { turn: alices },
  ],
  [
    "the author says waiting, then the reviewer approves",
    [request(), say("alice", "/async waiting"), approve()],
    { turn: approved },
  ],
  [
    "a reviewer says waiting, and the author only replies",
    [request(), say("bob", "/async waiting"), say("alice", "Will push tonight.")],
    { turn: alices },
  ],
  [
    "a reviewer says waiting, and the author says ready without a push",
    [request(), say("bob", "/async waiting"), say("alice", "/async ready")],
    { turn: bobs },
  ],
  // several reviewers
  [
    "of three reviewers one approves, one declines and one hasn't reviewed",
    [request(), request("carol"), request("dave"), approve(), { ...unrequest("carol"), by: "carol" }],
    { turn: "reviewer dave" },
  ],
  [
    "of two reviewers one approves and the other declines",
    [request(), request("carol"), approve(), { ...unrequest("carol"), by: "carol" }],
    { turn: approved },
  ],
  [
    "two reviewers ask, the author resolves one thread and answers the other",
    [
      request(),
      request("carol"),
      ask("question"),
      second("carol"),
      resolve("alice"),
      below("t2", "alice", "So."),
    ],
    { turn: "reviewer bob, reviewer carol" },
  ],
  [
    "one of two reviewers requests changes, and the author pushes",
    [request(), request("carol"), changes(), push],
    { turn: "reviewer bob, reviewer carol" },
  ],
  [
    "one reviewer approves, the other gets the changes that they requested",
    [request(), request("carol"), approve(), changes("carol", { id: "t1" }), push, reply("alice", "Done.")],
    { turn: "reviewer carol", gate: "held" },
  ],
  [
    "a third person settles a thread with a decision",
    [request(), ask("question"), reply("carol", "Decision: keep it. Reason: speed."), resolve("alice")],
    { turn: bobs },
  ],
  [
    "a colleague who wasn't asked requests changes in words",
    [request(), body("carol", "changes_requested", "Use a queue.")],
    { turn: "author alice, reviewer bob" },
  ],
  [
    "a colleague who wasn't asked requests changes and approves after the push",
    [request(), body("carol", "changes_requested", "Use a queue."), push, approve("carol")],
    { turn: bobs },
  ],
  [
    "a person and their team are asked, and the person asks a question for the team",
    [request(team), request("carol"), forTeam("carol", "commented", { kind: "question" })],
    { turn: alices },
  ],
  ["a team is asked and then withdrawn", [request(team), unrequest(team)], { turn: "nobody: nobody asked" }],
  [
    "a team is asked, and somebody outside it requests changes",
    [request(team), changes("bob", { id: "t1" })],
    { turn: `author alice, reviewer ${team}`, gate: "held" },
  ],
  // rules
  [
    "with a branch rule: approved, dismissed by a push, approved again",
    [
      request(),
      approve(),
      decided("approved"),
      push,
      dismiss(),
      decided("review_required"),
      approve(),
      decided("approved"),
    ],
    { turn: approved },
    rule,
  ],
  [
    "with a branch rule: met by somebody's approval while a reviewer's question is open",
    [request(), ask("question"), approve("carol"), decided("approved")],
    { turn: approved },
    rule,
  ],
  [
    "with a branch rule: requested changes dismissed, then approved by another",
    [request(), changes(), dismiss(), approve("carol"), decided("approved")],
    { turn: approved },
    rule,
  ],
  [
    "with a branch rule: two approvals wanted, one given, nobody else asked",
    [request(), approve(), decided("review_required")],
    { turn: "nobody: answered" },
    rule,
  ],
  // gate with opener
  [
    "with resolve: opener, two people block in one thread, and one gives in",
    [
      request(),
      ask("blocking"),
      reply("carol", "blocking: and it races"),
      reply("bob", "not blocking any more"),
    ],
    { gate: "held" },
    { config: opener },
  ],
  [
    "with resolve: opener, the person who blocked later resolves",
    [request(), ask("nit"), reply("carol", "blocking: it races"), push, resolve("carol")],
    { gate: "free", turn: bobs },
    { config: opener },
  ],
  [
    "with resolve: opener, the author resolves the thread of a deleted account",
    [request("carol"), ask("blocking"), leave("bob"), push, resolve("alice")],
    { gate: "free" },
    { config: opener },
  ],
  [
    "a blocking review text is closed by its writer's approval",
    [request(), body("bob", "commented", "blocking: no tests"), approve()],
    { gate: "free", turn: approved },
  ],
  [
    "a blocking comment stays open after another person's approval",
    [request(), say("carol", "blocking: wait for the audit"), approve()],
    { gate: "held", turn: alices },
  ],
  // absent and time
  [
    "the author is away without a cover",
    [request(), ask("question")],
    { turn: "author alice away", reminders: [] },
    { until: 150, config: absent("alice", "2026-11-02", "2026-11-20") },
  ],
  [
    "a cover requests changes, and the reviewer comes back",
    [request(), changes("carol", { id: "t1" }), [60, push], [61, reply("alice", "Done.")]],
    { turn: "reviewer carol" },
    { config: absent("bob", "2026-11-02", "2026-11-03", "carol") },
  ],
  [
    "a cover does nothing, and the reviewer comes back",
    [request(), [60, say("dave", "Hm.")]],
    { turn: bobs },
    { config: absent("bob", "2026-11-02", "2026-11-03", "carol") },
  ],
  [
    "a cover snoozes",
    [request(), say("carol", "/async snooze 5 days")],
    { turn: "reviewer carol for bob", reminders: [], reactions: "🚀" },
    { until: 80, config: absent("bob", "2026-11-02", "2026-11-20", "carol") },
  ],
  [
    "a second snooze adds to the first",
    [request(), say("bob", "/async snooze 1 business day"), [30, say("bob", "/async snooze 1 business day")]],
    { reactions: "🚀🚀", reminders: [] },
    { until: 57 },
  ],
  [
    "a reviewer snoozes and then asks a question",
    [request(), say("bob", "/async snooze 5 days"), ask("question")],
    { turn: alices, reminders: ["04T10 @alice"] },
    { until: 60 },
  ],
  [
    "an author's reminders stop with the answer",
    [request(), ask("question"), [60, reply("alice", "So.")]],
    { turn: bobs, reminders: ["04T09 @alice"] },
    { until: 64 },
  ],
  [
    "a pull request is closed before the turn is due",
    [request(), [20, { does: "close" }]],
    { reminders: [], labels: "" },
    { until: 150 },
  ],
  [
    "a comment after the pull request was closed",
    [request(), { does: "close" }, say("bob", "Why?")],
    { turn: "nobody: closed" },
  ],
  // bots and agents
  [
    "an agent's assignee is removed",
    [assign("dana"), request(), ask("question"), unassign],
    { turn: "nobody: bot" },
    agent,
  ],
  [
    "an agent's assignee asks in a thread, and the agent pushes and replies",
    [
      assign("dana"),
      request("dana"),
      ask("question", "dana"),
      pushBy("copilot-agent[bot]"),
      reply("copilot-agent[bot]", "Fixed in 1a2b3c4."),
    ],
    { turn: "reviewer dana" },
    agent,
  ],
  [
    "only a bot was asked, and it approves",
    [request("copilot[bot]"), approve("copilot[bot]")],
    { turn: "nobody: bots asked" },
  ],
  [
    "a bot opens a thread, a person joins with a question",
    [request(), ask(null, "coderabbitai[bot]"), reply("bob", "question: is that so?")],
    { turn: alices },
  ],
  [
    "a bot opens a thread, a person agrees with it",
    [request(), ask(null, "coderabbitai[bot]"), reply("bob", "blocking: the bot is right")],
    { turn: alices, gate: "held" },
  ],
  // queue and conflicts
  [
    "removed from the queue, then approved by another person",
    [request(), approve(), enqueue, dequeue(), approve("carol")],
    { turn: "queue alice" },
  ],
  [
    "removed from the queue, then the base branch is merged in",
    [request(), approve(), enqueue, dequeue(), mergeBase],
    { turn: approved },
  ],
  [
    "removed from the queue, then a draft",
    [request(), approve(), enqueue, dequeue(), draft],
    { turn: "nobody: draft" },
  ],
  [
    "a conflict and red checks",
    [request(), conflict, checks("failure")],
    { reminders: ["03T09 @alice"] },
    { until: 150 },
  ],
  // labels and commands
  [
    "a person removes a waiting label, and the turn passes on",
    [request(), unlabel("waiting: reviewer"), ask("question")],
    { labels: "review: question, waiting: author" },
  ],
  [
    "a command below other words",
    [request(), say("bob", "I am on the train.\n\n/async snooze 2 days")],
    { reactions: "🚀", reminders: [] },
    { until: 40 },
  ],
  [
    "a command in a review's text",
    [request(), body("bob", "commented", "/async snooze 2 days")],
    { reminders: [] },
    { until: 40 },
  ],
  [
    "a snooze in French, which isn't understood",
    [request(), say("bob", "/async snooze deux jours")],
    { reactions: "😕" },
  ],
  [
    "an outsider's command on an outside author's pull request",
    [request(), say("mallory", "/async ready")],
    { turn: bobs, reactions: "👎" },
    visitor,
  ],
  [
    "the latest /async due is deleted, and the older one counts again",
    [request(), say("alice", "/async due Friday"), say("alice", "/async due Wednesday"), deleteComment],
    { deadline: "2026-11-06" },
  ],
  [
    "an /async due that another person edited",
    [request(), say("alice", "/async due Friday"), editComment("/async due Wednesday", "bob")],
    { deadline: null },
  ],
  [
    "a force push outdates both threads",
    [request(), ask("question"), second("bob"), forcePush, outdate],
    { turn: bobs },
  ],
  [
    "a draft with an unanswered question is made ready",
    [request(), ask("question"), draft, ready],
    { turn: bobs },
  ],
  [
    "the author's inline note to themselves",
    [request(), saying("alice", "TODO: rename later")],
    { turn: bobs, gate: "free" },
  ],
]);

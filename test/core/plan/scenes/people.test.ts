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
    { config: acmeBots },
  ],
  [
    "a machine account's remark that a person raises is that person's",
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

play("bots", [
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
  [
    "a bot's threads",
    [request(), ask(null, "copilot-pull-request-reviewer[bot]")],
    { turn: bobs, gate: "free" },
  ],
  [
    "a bot wants changes",
    [request(), changes("coderabbitai[bot]", { kind: "blocking" })],
    { turn: bobs, gate: "free" },
  ],
  ["a bot resolves", [request(), ask("question"), resolve("coderabbitai[bot]")], { turn: bobs }],
  ["a bot's pull request", [request()], { turn: bobs }, agent],
  [
    "of a bot's with an assignee, who is asked",
    [assign("dana"), request(), changes("bob", { id: "t1" })],
    { turn: "author dana" },
    agent,
  ],
  [
    "of a bot's with an assignee, who answers",
    [assign("dana"), request(), ask("question"), reply("dana", "For speed.")],
    { turn: bobs },
    agent,
  ],
  [
    "of a bot's with an assignee, who answers while the bot pushes",
    [assign("dana"), request(), ask("blocking"), reply("dana", "Fixed."), pushBy("copilot-agent[bot]")],
    { turn: bobs },
    agent,
  ],
  ["of a bot's with nobody", [request(), changes("bob", { id: "t1" })], { turn: "nobody: bot" }, agent],
  [
    "of a bot's whose first assignee cannot push",
    [assign("mallory"), assign("dana"), request(), ask("question")],
    { turn: "author dana" },
    agent,
  ],
  [
    "a bot types a command",
    [request(), say("stale[bot]", "/async snooze 5 days")],
    { reactions: "", reminders: ["03T09 @bob"] },
    { until: 34 },
  ],
]);

play("people outside", [
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
  ["an outsider asks", [request(), ask("question", "mallory")], { turn: bobs, gate: "free" }],
  ["an outsider wants changes", [request(), changes("mallory", { id: "t1" })], { turn: bobs, gate: "free" }],
  ["an outsider's pull request is asked", [request(), ask("question")], { turn: "author oscar" }, visitor],
  [
    "an outsider answers for their own pull request",
    [request(), ask("blocking"), reply("oscar", "Fixed."), pushBy("oscar")],
    { turn: bobs, gate: "held" },
    visitor,
  ],
  [
    "an outsider hands their own pull request back",
    [request(), changes("bob", { id: "t1" }), say("oscar", "/async ready")],
    { turn: bobs, reactions: "🚀" },
    visitor,
  ],
  [
    "a blocker of somebody who has left the organisation",
    [request(), ask("blocking", "carol"), loseAccess("carol")],
    { gate: "free" },
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

play("several rounds and several hands", [
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
    "changes, fix, approve; first thread left open",
    [request(), changes("bob", { id: "t1" }), push, approve()],
    { turn: approved, gate: "free" },
  ],
  [
    "changes, fix, then a comment review with a new question",
    [request(), changes("bob", { id: "t1" }), push, reply("alice", "Done."), second("bob")],
    { turn: alices },
  ],
  [
    "changes in words, a push, changes in words again",
    [request(), changes(), push, changes()],
    { turn: alices },
  ],
  [
    "question answered, asked on in another thread, answered there",
    [request(), ask("question"), reply("alice", "So."), second("bob"), below("t2", "alice", "So, too.")],
    { turn: bobs },
  ],
  [
    "the answer is deleted again",
    [request(), ask("question"), reply("alice", "So."), deleteLast],
    { turn: alices },
  ],
  [
    "the reviewer's further question is deleted again",
    [request(), ask("question"), reply("alice", "So."), reply("bob", "And why three?"), deleteLast],
    { turn: bobs },
  ],
  [
    "a push, then changes, then the author says ready",
    [request(), push, changes("bob", { id: "t1" }), say("alice", "/async ready")],
    { turn: bobs, gate: "held" },
  ],
  [
    "ready, then a further question of the reviewer",
    [request(), say("alice", "/async ready"), ask("question")],
    { turn: alices },
  ],
  [
    "waiting by the author, then approved all the same",
    [request(), say("alice", "/async waiting"), approve()],
    { turn: approved },
  ],
  [
    "waiting by a reviewer, and the author replies only",
    [request(), say("bob", "/async waiting"), say("alice", "Will push tonight.")],
    { turn: alices },
  ],
  [
    "waiting by the reviewer, ready by the author without a push",
    [request(), say("bob", "/async waiting"), say("alice", "/async ready")],
    { turn: bobs },
  ],
  // several reviewers
  [
    "three asked, one approves, one declines, one has not reviewed",
    [request(), request("carol"), request("dave"), approve(), { ...unrequest("carol"), by: "carol" }],
    { turn: "reviewer dave" },
  ],
  [
    "two asked, one approves, the other declines",
    [request(), request("carol"), approve(), { ...unrequest("carol"), by: "carol" }],
    { turn: approved },
  ],
  [
    "two ask, the author resolves one and answers one",
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
    "one wants changes, the push is for the other too",
    [request(), request("carol"), changes(), push],
    { turn: "reviewer bob, reviewer carol" },
  ],
  [
    "one of two has approved before the other wants changes, which are made",
    [request(), request("carol"), approve(), changes("carol", { id: "t1" }), push, reply("alice", "Done.")],
    { turn: "reviewer carol", gate: "held" },
  ],
  [
    "a third settles a thread of two others with a decision",
    [request(), ask("question"), reply("carol", "Decision: keep it. Reason: speed."), resolve("alice")],
    { turn: bobs },
  ],
  [
    "a colleague who was not asked requests changes in words",
    [request(), body("carol", "changes_requested", "Use a queue.")],
    { turn: "author alice, reviewer bob" },
  ],
  [
    "and approves after the push",
    [request(), body("carol", "changes_requested", "Use a queue."), push, approve("carol")],
    { turn: bobs },
  ],
  [
    "a person and their team are asked, and they ask for it",
    [request(team), request("carol"), forTeam("carol", "commented", { kind: "question" })],
    { turn: alices },
  ],
  ["a team is asked and then withdrawn", [request(team), unrequest(team)], { turn: "nobody: nobody asked" }],
  [
    "a team, and a person outside who wants changes",
    [request(team), changes("bob", { id: "t1" })],
    { turn: `author alice, reviewer ${team}`, gate: "held" },
  ],
  // rules
  [
    "a rule, approved, then a push that dismisses, then approved again",
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
    "a rule, a visitor's approval is enough for the branch while bob has asked something",
    [request(), ask("question"), approve("carol"), decided("approved")],
    { turn: approved },
    rule,
  ],
  [
    "a rule, changes requested and dismissed by a maintainer, approved by another",
    [request(), changes(), dismiss(), approve("carol"), decided("approved")],
    { turn: approved },
    rule,
  ],
  [
    "a rule that wants two, one approves, nobody else asked",
    [request(), approve(), decided("review_required")],
    { turn: "nobody: answered" },
    rule,
  ],
  // gate with opener
  [
    "opener: two block one thread, one gives in",
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
    "opener: the raiser resolves",
    [request(), ask("nit"), reply("carol", "blocking: it races"), push, resolve("carol")],
    { gate: "free", turn: bobs },
    { config: opener },
  ],
  [
    "opener: the opener has left, the author resolves",
    [request("carol"), ask("blocking"), leave("bob"), push, resolve("alice")],
    { gate: "free" },
    { config: opener },
  ],
  [
    "a blocker in a review body is closed by approval of its writer",
    [request(), body("bob", "commented", "blocking: no tests"), approve()],
    { gate: "free", turn: approved },
  ],
  [
    "a blocker on the page of somebody else stays after bob's approval",
    [request(), say("carol", "blocking: wait for the audit"), approve()],
    { gate: "held", turn: alices },
  ],
  // absent and time
  [
    "the author is absent without a cover",
    [request(), ask("question")],
    { turn: "author alice away", reminders: [] },
    { until: 150, config: absent("alice", "2026-11-02", "2026-11-20") },
  ],
  [
    "the cover wants changes, and the absent one is back",
    [request(), changes("carol", { id: "t1" }), [60, push], [61, reply("alice", "Done.")]],
    { turn: "reviewer carol" },
    { config: absent("bob", "2026-11-02", "2026-11-03", "carol") },
  ],
  [
    "the cover has not looked, and the absent one is back",
    [request(), [60, say("dave", "Hm.")]],
    { turn: bobs },
    { config: absent("bob", "2026-11-02", "2026-11-03", "carol") },
  ],
  [
    "a snooze of the cover",
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
    "a snooze, then the author answers early: the reviewer asks",
    [request(), say("bob", "/async snooze 5 days"), ask("question")],
    { turn: alices, reminders: ["04T10 @alice"] },
    { until: 60 },
  ],
  [
    "reminders of an author stop with the answer",
    [request(), ask("question"), [60, reply("alice", "So.")]],
    { turn: bobs, reminders: ["04T09 @alice"] },
    { until: 64 },
  ],
  [
    "closed before it is due",
    [request(), [20, { does: "close" }]],
    { reminders: [], labels: "" },
    { until: 150 },
  ],
  [
    "a person's comment after closing",
    [request(), { does: "close" }, say("bob", "Why?")],
    { turn: "nobody: closed" },
  ],
  // bots and agents
  [
    "an agent's assignee is taken off",
    [assign("dana"), request(), ask("question"), unassign],
    { turn: "nobody: bot" },
    agent,
  ],
  [
    "an agent's pull request: the assignee asks for changes as a comment thread, the agent pushes",
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
    "two bots and nobody else",
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
    "out of the queue, and approved again by somebody",
    [request(), approve(), enqueue, dequeue(), approve("carol")],
    { turn: "queue alice" },
  ],
  [
    "out of the queue, and the base is merged in",
    [request(), approve(), enqueue, dequeue(), mergeBase],
    { turn: approved },
  ],
  [
    "out of the queue, and a draft",
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
    "somebody takes off waiting, and the turn passes",
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
    "a command in a review's words",
    [request(), body("bob", "commented", "/async snooze 2 days")],
    { reminders: [] },
    { until: 40 },
  ],
  [
    "snooze in French is not understood",
    [request(), say("bob", "/async snooze deux jours")],
    { reactions: "😕" },
  ],
  [
    "a visitor's pull request: a stranger's command",
    [request(), say("mallory", "/async ready")],
    { turn: bobs, reactions: "👎" },
    visitor,
  ],
  [
    "due deleted, an older one counts again",
    [request(), say("alice", "/async due Friday"), say("alice", "/async due Wednesday"), deleteComment],
    { deadline: "2026-11-06" },
  ],
  [
    "a due date that a reviewer edits is nobody's",
    [request(), say("alice", "/async due Friday"), editComment("/async due Wednesday", "bob")],
    { deadline: null },
  ],
  [
    "lines gone under both threads",
    [request(), ask("question"), second("bob"), forcePush, outdate],
    { turn: bobs },
  ],
  [
    "ready, though a draft with an unanswered question",
    [request(), ask("question"), draft, ready],
    { turn: bobs },
  ],
  [
    "an inline remark of the author to themselves",
    [request(), saying("alice", "TODO: rename later")],
    { turn: bobs, gate: "free" },
  ],
]);

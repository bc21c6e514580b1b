import { expect } from "vitest";
import type { Step } from "../../turns/play.ts";
import {
  approve,
  ask,
  assign,
  body,
  changes,
  decided,
  dismiss,
  dismissFirst,
  draft,
  edit,
  forTeam,
  leave,
  loseAccess,
  mergeBase,
  outdate,
  pushBy,
  reply,
  request,
  resolve,
  say,
  second,
  team,
  unrequest,
} from "../deeds.ts";
import { play } from "../play-scene.ts";
import { agent, alices, approved, bobs, rule } from "../scene-settings.ts";

const push: Step = { does: "push" };

play("approvals", [
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
  [
    "one of two who were asked has approved",
    [request(), request("carol"), approve()],
    { turn: "reviewer carol" },
  ],
  [
    "a rule is content with one of two",
    [request(), request("carol"), approve(), decided("approved")],
    { turn: approved, labels: "" },
    rule,
  ],
  ["a rule wants one more than were asked", [request(), approve()], { turn: "nobody: answered" }, rule],
  ["a push after the approval", [request(), approve(), push], { turn: approved }],
  ["a merge of the base after the approval", [request(), approve(), mergeBase], { turn: approved }],
  [
    "asked again after the approval",
    [request(), approve(), push, request()],
    { turn: bobs, since: "bob 02T11" },
  ],
  ["a push makes the approval stale", [request(), approve(), push, dismiss()], { turn: bobs }],
  ["approved, dismissed, approved again", [request(), approve(), dismiss(), approve()], { turn: approved }],
  [
    "a second thought after the approval",
    [request(), approve(), changes("bob", { id: "t1" })],
    { turn: alices, gate: "held" },
  ],
  [
    "a blocking thread after the approval",
    [request(), approve(), ask("blocking")],
    { turn: alices, gate: "held", labels: "review: blocking, waiting: author" },
  ],
  [
    "content with what was wrong",
    [request(), changes("bob", { id: "t1" }), reply("alice", "Done."), push, approve()],
    { turn: approved, gate: "free" },
  ],
  [
    "approved while an explicit blocker is still open",
    [request(), changes("bob", { kind: "blocking" }), approve()],
    { turn: alices, gate: "held" },
  ],
  ["approved with nits", [request(), approve("bob", { kind: "nit" })], { turn: approved, gate: "free" }],
  [
    "approved with a question",
    [request(), approve("bob", { kind: "question" })],
    { turn: approved, gate: "free" },
  ],
  [
    "one wants changes, another approves",
    [request(), request("carol"), changes("bob", { id: "t1" }), approve("carol")],
    { turn: alices, gate: "held" },
  ],
  [
    "somebody who was not asked wants changes after the approval",
    [request(), approve(), changes("carol", { id: "t1" })],
    { turn: alices, gate: "held" },
  ],
  [
    "an old request for changes is dismissed long after the approval",
    [request(), changes(), push, approve(), dismissFirst("bob")],
    { turn: approved, gate: "free" },
  ],
  ["an outsider approves", [request(), approve("mallory")], { turn: bobs }],
  ["a bot approves", [request(), approve("renovate-approve[bot]")], { turn: bobs }],
  [
    "reopened after the approval",
    [request(), approve(), { does: "close" }, { does: "reopen" }],
    { turn: approved },
  ],
  [
    "asked for the other's approval only",
    [request(), request("carol"), approve("carol"), unrequest()],
    { turn: approved },
  ],
]);

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

play("requests", [
  ["handed on", [request(), unrequest(), request("carol")], { turn: "reviewer carol", since: "carol 02T10" }],
  ["declined", [request(), { ...unrequest(), by: "bob" }], { turn: "nobody: nobody asked", labels: "" }],
  [
    "asked again after a look that says nothing",
    [request(), body("bob", "commented", "I would rather see a queue."), push, request()],
    { turn: bobs, since: "bob 02T11" },
  ],
  ["a team", [request(team)], { turn: `reviewer ${team}` }],
  ["one of the team approves", [request(team), forTeam("carol", "approved")], { turn: approved }],
  [
    "one of the team asks, and is answered",
    [request(team), forTeam("carol", "commented", { kind: "question" }), reply("alice", "For speed.")],
    { turn: "reviewer carol" },
  ],
  [
    "one of the team asks",
    [request(team), forTeam("carol", "commented", { kind: "question" })],
    { turn: alices },
  ],
  [
    "a team's request is assigned to one of them",
    [request(team), unrequest(team), request("carol")],
    { turn: "reviewer carol" },
  ],
  ["somebody outside the team approves", [request(team), approve("carol")], { turn: `reviewer ${team}` }],
  [
    "a team is asked again",
    [request(team), forTeam("carol", "approved"), push, request(team)],
    { turn: `reviewer ${team}` },
  ],
  [
    "asked again in place of an answer",
    [request(), ask("question"), request()],
    { turn: bobs, since: "bob 02T10" },
  ],
  [
    "asked again in place of a change",
    [request(), changes("bob", { id: "t1" }), request()],
    { turn: bobs, gate: "held" },
  ],
  ["only a bot is asked", [request("copilot-pull-request-reviewer[bot]")], { turn: "nobody: bots asked" }],
  [
    "a look that says nothing",
    [request(), body("bob", "commented", "I'll look this afternoon.")],
    { turn: bobs },
  ],
  ["a nit alone", [request(), ask("nit")], { turn: bobs, gate: "free" }],
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

play("whose turn", [
  ["the reviewer helps out after approving", [request(), approve(), pushBy("bob")], { turn: approved }],
  [
    "one of two threads is resolved",
    [request(), ask("question"), second("bob"), resolve("alice")],
    { turn: alices },
  ],
  [
    "one is answered, the other outdated",
    [request(), ask("question"), second("bob"), push, outdate, reply("alice", "For speed.")],
    { turn: bobs },
  ],
  [
    "content in words, and still not resolved",
    [request(), ask("blocking"), push, reply("alice", "Fixed."), reply("bob", "LGTM")],
    { turn: bobs, gate: "held" },
  ],
  [
    "the rule says that changes are wanted",
    [
      request(),
      request("carol"),
      changes("bob", { id: "t1" }),
      approve("carol"),
      decided("changes_requested"),
    ],
    { turn: alices, gate: "held" },
    rule,
  ],
  [
    "the rule wants it approved again after a push",
    [request(), approve(), decided("approved"), push, dismiss(), decided("review_required")],
    { turn: bobs, since: "bob 02T12" },
    rule,
  ],
  ["approved by somebody who was not asked", [request(), approve("carol")], { turn: bobs }],
  ["approved, and nobody was asked", [approve("carol")], { turn: approved }],
  ["approved by an outsider, and nobody was asked", [approve("mallory")], { turn: "nobody: nobody asked" }],
  [
    "nobody was asked",
    [say("carol", "Nice.")],
    { turn: "nobody: nobody asked", reminders: [], labels: "" },
    { until: 150 },
  ],
  [
    "a visitor wants changes and gets them",
    [request(), changes("carol", { id: "t1" }), push, reply("alice", "Done.")],
    { turn: "reviewer bob, reviewer carol" },
  ],
  [
    "a visitor's question after the approval",
    [request(), approve(), ask("question", "carol")],
    { turn: approved },
  ],
  [
    "a visitor is content and closes their question",
    [request(), ask("question", "carol"), resolve("carol")],
    { turn: bobs },
  ],
  ["a nit is answered", [request(), ask("nit"), reply("alice", "Renamed.")], { turn: bobs }],
  ["an approved draft", [request(), approve(), draft], { turn: "nobody: draft" }],
  [
    "reviewed after it was closed",
    [request(), { does: "close" }, ask("question")],
    { turn: "nobody: closed", labels: "" },
  ],
  [
    "the base is merged in with a fix",
    [request(), ask("blocking"), mergeBase, push, reply("alice", "Fixed.")],
    { turn: bobs },
  ],
  ["pushed before anybody was asked", [push, push, request()], { turn: bobs, since: "bob 02T10" }],
  [
    "a team and one of its members",
    [request(team), request("carol"), forTeam("carol", "approved")],
    { turn: approved },
  ],
  [
    "two teams, and one has approved",
    [request(team), request("acme/web"), forTeam("carol", "approved")],
    { turn: "reviewer acme/web" },
  ],
  [
    "one of the team looks and says little",
    [request(team), forTeam("carol", "commented")],
    { turn: `reviewer ${team}` },
  ],
  [
    "an agent's pull request of the one who reviews it",
    [assign("bob"), request("bob"), changes("bob", { id: "t1" }), pushBy("copilot-agent[bot]"), outdate],
    { turn: bobs },
    agent,
  ],
  ["an agent's pull request of nobody, and nobody was asked", [], { turn: "nobody: nobody asked" }, agent],
  [
    "changes in words are taken back by hand",
    [request(), body("bob", "changes_requested", "Use a queue."), dismiss()],
    { turn: bobs, since: "bob 02T10", gate: "free" },
  ],
]);

play("what is asked late starts late", [
  [
    "by an edit",
    [request(), ask("nit"), [180, edit("blocking: it races")]],
    { gate: "held", since: "alice 09T12", reminders: expect.not.arrayContaining(["09T13 @alice"]) },
    { until: 184 },
  ],
]);

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
    "a dismissed request for changes doesn't restore an earlier approval",
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
  ["an approval with a suggestion", [request(), approve("bob", { kind: "suggestion" })], { turn: approved }],
  [
    "a friendly remark after the approval",
    [request(), approve(), body("bob", "commented", "The new name reads well.")],
    { turn: approved },
  ],
  [
    "another reviewer approves after a request for changes was dismissed",
    [request(), request("carol"), changes(), dismiss(), approve("carol")],
    { turn: bobs },
  ],
  [
    "an approver's request is removed and made anew",
    [request(), approve(), unrequest(), request()],
    { turn: bobs },
  ],
  [
    "an approver is asked again, and the request is taken back",
    [request(), approve(), request(), unrequest()],
    { turn: approved },
  ],
  [
    "an approver is asked again and only comments",
    [request(), approve(), push, request(), body("bob", "commented", "Looking.")],
    { turn: bobs },
  ],
  [
    "an approver is asked again and asks a question",
    [request(), approve(), push, request(), ask("question")],
    { turn: alices },
  ],
  [
    "an approver is asked again although the branch rule is met",
    [request(), approve(), decided("approved"), push, request()],
    { turn: bobs },
    rule,
  ],
  [
    "another reviewer is asked although the branch rule is met",
    [request(), approve(), decided("approved"), request("carol")],
    { turn: "reviewer carol" },
    rule,
  ],
  [
    "the branch rule is met while a blocking thread is open",
    [request(), ask("blocking"), approve("carol"), decided("approved")],
    { turn: alices, gate: "held" },
    rule,
  ],
  ["one reviewer approves twice", [request(), approve(), approve()], { turn: approved }],
  [
    "an approval whose text blocks",
    [request(), body("bob", "approved", "blocking: not before the migration has run")],
    { turn: alices, gate: "held" },
  ],
  ["a comment says LGTM without approving", [request(), say("bob", "LGTM!")], { turn: bobs }],
  [
    "one of two approvals is dismissed",
    [request(), request("carol"), approve(), approve("carol"), dismiss()],
    { turn: bobs },
  ],
  [
    "the only approver has lost write access",
    [request(), approve(), loseAccess("bob")],
    { turn: "nobody: answered" },
  ],
  [
    "a retargeted branch loses its approval without a push",
    [request(), approve(), { ...dismiss(), by: "github-actions[bot]" }],
    { turn: bobs, since: "bob 02T10" },
  ],
  [
    "the base pull request is merged, then this one is approved again",
    [request(), approve(), { ...dismiss(), by: "github-actions[bot]" }, mergeBase, approve()],
    { turn: approved },
  ],
  [
    "one of two requested reviewers approves",
    [request(), request("carol"), approve()],
    { turn: "reviewer carol" },
  ],
  [
    "a branch rule is met by one of two reviewers",
    [request(), request("carol"), approve(), decided("approved")],
    { turn: approved, labels: "" },
    rule,
  ],
  [
    "a branch rule wants more approvals than were requested",
    [request(), approve()],
    { turn: "nobody: answered" },
    rule,
  ],
  ["a push after the approval", [request(), approve(), push], { turn: approved }],
  ["a merge of the base after the approval", [request(), approve(), mergeBase], { turn: approved }],
  [
    "an approver is asked again after a push",
    [request(), approve(), push, request()],
    { turn: bobs, since: "bob 02T11" },
  ],
  ["a push makes the approval stale", [request(), approve(), push, dismiss()], { turn: bobs }],
  [
    "an approval is dismissed and given again",
    [request(), approve(), dismiss(), approve()],
    { turn: approved },
  ],
  [
    "an approver requests changes later",
    [request(), approve(), changes("bob", { id: "t1" })],
    { turn: alices, gate: "held" },
  ],
  [
    "a blocking thread after the approval",
    [request(), approve(), ask("blocking")],
    { turn: alices, gate: "held", labels: "review: blocking, waiting: author" },
  ],
  [
    "a reviewer approves after their changes were made",
    [request(), changes("bob", { id: "t1" }), reply("alice", "Done."), push, approve()],
    { turn: approved, gate: "free" },
  ],
  [
    "a reviewer approves while their blocking thread is open",
    [request(), changes("bob", { kind: "blocking" }), approve()],
    { turn: alices, gate: "held" },
  ],
  ["an approval with nits", [request(), approve("bob", { kind: "nit" })], { turn: approved, gate: "free" }],
  [
    "an approval with a question",
    [request(), approve("bob", { kind: "question" })],
    { turn: approved, gate: "free" },
  ],
  [
    "one reviewer requests changes, another approves",
    [request(), request("carol"), changes("bob", { id: "t1" }), approve("carol")],
    { turn: alices, gate: "held" },
  ],
  [
    "somebody who wasn't asked requests changes after the approval",
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
    "a pull request is reopened after the approval",
    [request(), approve(), { does: "close" }, { does: "reopen" }],
    { turn: approved },
  ],
  [
    "the other reviewer's request is withdrawn after an approval",
    [request(), request("carol"), approve("carol"), unrequest()],
    { turn: approved },
  ],
]);

play("a reviewer who is asked again", [
  [
    "asks a question and is answered",
    [request(), approve(), push, request(), ask("question"), reply("alice", "For speed.")],
    { turn: bobs },
  ],
  [
    "requests changes",
    [request(), approve(), push, request(), changes("bob", { id: "t1" })],
    { turn: alices, gate: "held" },
  ],
  [
    "approves with a nit",
    [request(), approve(), push, request(), approve("bob", { kind: "nit" })],
    { turn: approved },
  ],
  [
    "asks a question although the branch rule is met",
    [request(), approve(), decided("approved"), push, request(), ask("question")],
    { turn: alices },
    rule,
  ],
  [
    "asks a question on the first request, although the branch rule is met",
    [request(), approve(), decided("approved"), request("carol"), ask("question", "carol")],
    { turn: alices },
    rule,
  ],
  [
    "is one of two approvers",
    [request(), request("carol"), approve(), approve("carol"), push, request("carol")],
    { turn: "reviewer carol" },
  ],
  [
    "is a team, and another member approves",
    [request(team), forTeam("carol", "approved"), push, request(team), forTeam("dave", "approved")],
    { turn: approved },
  ],
  [
    "waits while the author is still working",
    [request(), changes("bob", { id: "t1" }), request(), say("alice", "/async waiting")],
    { turn: alices },
  ],
]);

play("review requests", [
  [
    "a reviewer's request is handed to another",
    [request(), unrequest(), request("carol")],
    { turn: "reviewer carol", since: "carol 02T10" },
  ],
  [
    "a reviewer removes their own request",
    [request(), { ...unrequest(), by: "bob" }],
    { turn: "nobody: nobody asked", labels: "" },
  ],
  [
    "a reviewer is asked again after a comment without a question",
    [request(), body("bob", "commented", "I would rather see a queue."), push, request()],
    { turn: bobs, since: "bob 02T11" },
  ],
  ["a team is asked", [request(team)], { turn: `reviewer ${team}` }],
  ["a team member approves", [request(team), forTeam("carol", "approved")], { turn: approved }],
  [
    "a team member asks and is answered",
    [request(team), forTeam("carol", "commented", { kind: "question" }), reply("alice", "For speed.")],
    { turn: "reviewer carol" },
  ],
  [
    "a team member asks",
    [request(team), forTeam("carol", "commented", { kind: "question" })],
    { turn: alices },
  ],
  [
    "a team's request is assigned to a member",
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
    "the author asks for review again instead of answering",
    [request(), ask("question"), request()],
    { turn: bobs, since: "bob 02T10" },
  ],
  [
    "the author asks for review again instead of changing anything",
    [request(), changes("bob", { id: "t1" }), request()],
    { turn: bobs, gate: "held" },
  ],
  ["only a bot is asked", [request("copilot-pull-request-reviewer[bot]")], { turn: "nobody: bots asked" }],
  [
    "a reviewer comments without asking",
    [request(), body("bob", "commented", "I'll look this afternoon.")],
    { turn: bobs },
  ],
  ["a reviewer leaves a nit alone", [request(), ask("nit")], { turn: bobs, gate: "free" }],
]);

play("teams and rotations", [
  [
    "a rotation replaces the team, and the chosen member approves",
    [request(team), unrequest(team), request("carol"), approve("carol")],
    { turn: approved },
  ],
  [
    "a rotation keeps the team's request, and the chosen member approves for it",
    [request(team), request("carol"), forTeam("carol", "approved"), decided("approved")],
    { turn: approved },
    rule,
  ],
  [
    "a team's blocking thread is answered after a push",
    [request(team), forTeam("carol", "commented", { kind: "blocking" }), push, reply("alice", "Locked.")],
    { turn: "reviewer carol", gate: "held" },
  ],
  [
    "one person approves for two teams",
    [request(team), request("acme/web"), { ...approve("carol"), onBehalfOf: [team, "acme/web"] }],
    { turn: approved },
  ],
  ["somebody requests their own review", [{ ...request("carol"), by: "carol" }], { turn: "reviewer carol" }],
  [
    "a bot requests the review",
    [{ ...request(), by: "auto-assign[bot]" }],
    { turn: bobs, reminders: ["03T09 @bob"] },
    { until: 40 },
  ],
  [
    "a mention isn't a request",
    [say("alice", "@carol, what do you think?")],
    { turn: "nobody: nobody asked" },
  ],
  ["an assignee isn't a reviewer", [assign("carol")], { turn: "nobody: nobody asked" }],
  [
    "the requested reviewer deletes their account",
    [request(), leave("bob")],
    { turn: "nobody: nobody asked" },
  ],
  [
    "three people, three states",
    [request(), request("carol"), request("dave"), approve(), ask("question", "carol")],
    { turn: "author alice, reviewer dave" },
  ],
  [
    "one reviewer approves, the other's question is answered",
    [request(), request("carol"), approve(), ask("question", "carol"), reply("alice", "For speed.")],
    { turn: "reviewer carol" },
  ],
  [
    "somebody who wasn't asked resolves their blocking thread once it is fixed",
    [request(), ask("blocking", "carol"), push, reply("alice", "Locked."), resolve("carol")],
    { turn: bobs, gate: "free" },
  ],
]);

play("whose turn", [
  ["the reviewer helps out after approving", [request(), approve(), pushBy("bob")], { turn: approved }],
  [
    "one of two questions is resolved",
    [request(), ask("question"), second("bob"), resolve("alice")],
    { turn: alices },
  ],
  [
    "one of two questions is answered, the other outdated",
    [request(), ask("question"), second("bob"), push, outdate, reply("alice", "For speed.")],
    { turn: bobs },
  ],
  [
    "the reviewer says LGTM and leaves the blocking thread open",
    [request(), ask("blocking"), push, reply("alice", "Fixed."), reply("bob", "LGTM")],
    { turn: bobs, gate: "held" },
  ],
  [
    "the branch rule says that changes are requested",
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
    "the branch rule wants a new approval after a push",
    [request(), approve(), decided("approved"), push, dismiss(), decided("review_required")],
    { turn: bobs, since: "bob 02T12" },
    rule,
  ],
  ["somebody who wasn't asked approves", [request(), approve("carol")], { turn: bobs }],
  ["somebody approves though nobody was asked", [approve("carol")], { turn: approved }],
  ["an outsider approves though nobody was asked", [approve("mallory")], { turn: "nobody: nobody asked" }],
  [
    "nobody was asked",
    [say("carol", "Nice.")],
    { turn: "nobody: nobody asked", reminders: [], labels: "" },
    { until: 150 },
  ],
  [
    "somebody who wasn't asked gets their changes",
    [request(), changes("carol", { id: "t1" }), push, reply("alice", "Done.")],
    { turn: "reviewer bob, reviewer carol" },
  ],
  [
    "somebody who wasn't asked asks after the approval",
    [request(), approve(), ask("question", "carol")],
    { turn: approved },
  ],
  [
    "somebody who wasn't asked resolves their question",
    [request(), ask("question", "carol"), resolve("carol")],
    { turn: bobs },
  ],
  ["a nit is answered", [request(), ask("nit"), reply("alice", "Renamed.")], { turn: bobs }],
  ["an approved draft", [request(), approve(), draft], { turn: "nobody: draft" }],
  [
    "a review after the pull request was closed",
    [request(), { does: "close" }, ask("question")],
    { turn: "nobody: closed", labels: "" },
  ],
  [
    "the base branch is merged in along with a fix",
    [request(), ask("blocking"), mergeBase, push, reply("alice", "Fixed.")],
    { turn: bobs },
  ],
  ["the author pushes before anybody is asked", [push, push, request()], { turn: bobs, since: "bob 02T10" }],
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
    "a team member comments without asking",
    [request(team), forTeam("carol", "commented")],
    { turn: `reviewer ${team}` },
  ],
  [
    "an agent's pull request is reviewed by its assignee",
    [assign("bob"), request("bob"), changes("bob", { id: "t1" }), pushBy("copilot-agent[bot]"), outdate],
    { turn: bobs },
    agent,
  ],
  ["an agent's pull request has no assignee and no reviewer", [], { turn: "nobody: nobody asked" }, agent],
  [
    "a request for changes in words is dismissed",
    [request(), body("bob", "changes_requested", "Use a queue."), dismiss()],
    { turn: bobs, since: "bob 02T10", gate: "free" },
  ],
]);

play("a late question's turn", [
  [
    "starts with the edit that asks",
    [request(), ask("nit"), [180, edit("blocking: it races")]],
    { gate: "held", since: "alice 09T12", reminders: expect.not.arrayContaining(["09T13 @alice"]) },
    { until: 184 },
  ],
]);

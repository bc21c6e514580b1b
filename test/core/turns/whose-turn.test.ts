import { describe, expect, it } from "vitest";
import { turnsSchema } from "../../../src/core/config/schema/turns-schema.ts";
import type { PullRequest } from "../../../src/core/pull-request.ts";
import { evaluateTurns } from "../../../src/core/turns/evaluate-turns.ts";
import type { Life } from "./life/life.ts";
import { newPullRequest } from "./life/new-pull-request.ts";
import type { World } from "./life/world.ts";
import { hour, type Step, tell } from "./play.ts";

const play = (steps: Step[], change?: (world: World) => void, opened?: Partial<Life["opened"]>) =>
  tell(steps, { ...(change ? { change } : {}), ...(opened ? { opened } : {}) });

const request: Step = { does: "request", of: "bob" };
const ask = (kind: "blocking" | "question" | "nit" | null = "question", id = "t1", by = "bob"): Step => ({
  does: "review",
  by,
  threads: [{ id, kind }],
});
const answer = (to = "t1", by = "alice"): Step => ({ does: "reply", to, by, text: "So." });
const push: Step = { does: "push" };
const thread = (world: World, index = 0) => world.pullRequest.threads[index]!;

describe("a reviewer's turn", () => {
  it("starts with the request", () => expect(play([request])).toEqual(["reviewer bob 02T08 requested"]));
  it("starts again with a new request", () =>
    expect(play([request, { does: "review", by: "bob" }, request])).toEqual([
      "reviewer bob 02T10 requested",
    ]));
  it("belongs to each reviewer separately", () =>
    expect(play([request, { does: "request", of: "carol" }])).toEqual([
      "reviewer bob 02T08 requested",
      "reviewer carol 02T09 requested",
    ]));
  it("survives a review that asks nothing, although GitHub drops the request", () =>
    expect(play([request, { does: "review", by: "bob" }])).toEqual(["reviewer bob 02T08 requested"]));
  it("survives a review whose only threads are nits", () =>
    expect(play([request, ask("nit")])).toEqual(["reviewer bob 02T08 requested"]));
  it("ends with an approval", () =>
    expect(play([request, { does: "review", by: "bob", state: "approved" }])).toEqual(["approved"]));
  it("ends when the request is removed", () =>
    expect(play([request, { does: "unrequest", of: "bob" }])).toEqual(["unassigned"]));
  it("doesn't exist in a draft", () => expect(play([request, { does: "draft" }])).toEqual(["draft"]));
  it("starts when the draft is ready", () =>
    expect(play([request, { does: "ready for review" }], undefined, { draft: true })).toEqual([
      "reviewer bob 02T09 ready",
    ]));
  it("starts when the author has answered all of that reviewer's threads", () =>
    expect(
      play([request, { ...ask(), threads: [{ id: "t1" }, { id: "t2" }] }, answer("t1"), answer("t2")]),
    ).toEqual(["reviewer bob 02T11 answered"]));
  it("starts without waiting for another reviewer's threads", () =>
    expect(play([ask("question", "t1", "bob"), ask("question", "t2", "carol"), answer("t1")])).toEqual([
      "reviewer bob 02T10 answered",
      "author alice 02T09 asked",
    ]));
  it("starts when somebody wants a dismissed approval again", () =>
    expect(
      play([request, { does: "review", by: "bob", state: "approved" }, { does: "dismiss", of: "bob" }]),
    ).toEqual(["reviewer bob 02T10 dismissed"]));
  it("never goes to a bot or a mannequin", () => {
    expect(play([{ does: "request", of: "copilot[bot]" }])).toEqual(["unassigned"]);
    const world = (given: World) => {
      given.pullRequest.timeline.push({
        id: "E1",
        type: "review_requested",
        createdAt: hour(9),
        actor: "alice",
        reviewer: { type: "mannequin", login: "old-bob" },
      });
    };
    expect(play([], world)).toEqual(["unassigned"]);
  });
  it("counts from the opening when the timeline lacks the request", () => {
    const untold = ({ pullRequest }: World) => {
      pullRequest.reviewRequests.push({ type: "user", login: "bob" });
    };
    expect(play([], untold)).toEqual(["reviewer bob 02T07 requested"]);
  });
  it("ends for a team when GitHub has dropped its request without saying who reviewed for it", () => {
    const dropped = ({ pullRequest }: World) => {
      pullRequest.reviewRequests = [];
    };
    expect(play([{ does: "request", of: "acme/web" }], dropped)).toEqual(["unassigned"]);
  });
});

describe("the author's turn", () => {
  it.each([
    ["a question", ask("question")],
    ["a thread without a kind", ask(null)],
    ["requested changes without a thread", { does: "review", by: "bob", state: "changes_requested" } as Step],
  ])("starts with %s", (_, step) => expect(play([request, step])).toEqual(["author alice 02T09 asked"]));
  it("starts with a question by somebody who was not asked to review", () =>
    expect(play([ask("question", "t1", "carol")])).toEqual(["author alice 02T08 asked"]));
  it("is not started by a bot's thread or the author's own", () => {
    expect(play([request, ask("question", "t1", "lint[bot]"), ask("question", "t2", "alice")])).toEqual([
      "reviewer bob 02T08 requested",
    ]);
  });
  it("starts again when the reviewer goes on in an answered thread", () =>
    expect(play([ask(), answer(), answer("t1", "bob")])).toEqual(["author alice 02T10 asked"]));
  it("counts from when a comment's review was sent, not from when it was drafted", () => {
    const drafted = (world: World) => {
      thread(world).comments[0]!.createdAt = hour(8);
    };
    expect(play([request, push, ask()], drafted)).toEqual(["author alice 02T10 asked"]);
  });

  it.each([
    ["a push while threads are unanswered", [ask("blocking"), push]],
    ["an answer without a push to a blocking thread", [ask("blocking"), answer()]],
    ["a push before the blocking thread", [push, ask("blocking"), answer()]],
    ["a merge of the base branch", [ask("blocking"), answer(), { does: "merge base" }]],
    ["a bot's commit", [ask("blocking"), answer(), { does: "push", by: "fix[bot]" }]],
    ["an answer to one of two threads", [{ ...ask(), threads: [{ id: "t1" }, { id: "t2" }] }, answer("t2")]],
    ["somebody else's answer", [ask(), answer("t1", "carol")]],
    [
      "a label, a comment, a reaction",
      [ask(), { does: "label", of: "x" }, { does: "comment", text: "So." }, { does: "react" }],
    ],
  ] as [string, Step[]][])("is not ended by %s", (_, steps) =>
    expect(play(steps).map((told) => told.slice(0, 12))).toEqual(["author alice"]),
  );

  it.each([
    ["an answer and then a push", [ask("blocking"), answer(), push], "02T10"],
    ["a push and then an answer", [ask("blocking"), push, answer()], "02T10"],
    ["a new request", [request, ask("blocking"), request], "02T10"],
    ["/async ready", [request, ask("blocking"), { does: "/async ready" }], "02T10"],
    [
      "a push after requested changes",
      [{ does: "review", by: "bob", state: "changes_requested" }, push],
      "02T09",
    ],
  ] as [string, Step[], string][])("is ended by %s", (_, steps, since) =>
    expect(play(steps).map((told) => told.slice(0, 18))).toEqual([`reviewer bob ${since}`]),
  );

  it("ends when the threads are resolved, at the latest reply or push", () => {
    const steps: Step[] = [ask("question"), push, { does: "resolve", to: "t1" }];
    expect(play(steps)).toEqual(["reviewer bob 02T09 answered"]);
  });
  it("ends when the threads are outdated", () => {
    const outdated = (world: World) => {
      thread(world).isOutdated = true;
    };
    expect(play([ask("blocking"), push], outdated)).toEqual(["reviewer bob 02T09 answered"]);
    const wentOn: Step[] = [ask("blocking"), push, answer("t1", "bob")];
    expect(play(wentOn, outdated)).toEqual(["author alice 02T08 asked"]);
  });
  it("ends when the person who asked resolves what blocked", () => {
    const steps: Step[] = [ask("blocking"), { does: "resolve", to: "t1", by: "bob" }];
    expect(play([{ does: "request", of: "bob" }, ...steps])).toEqual(["reviewer bob 02T09 answered"]);
    // Nobody had asked them to review.
    expect(play(steps)).toEqual(["unassigned"]);
  });
  it("lasts until a push when the author resolves what blocked", () =>
    expect(play([ask("blocking"), { does: "resolve", to: "t1" }])).toEqual(["author alice 02T08 asked"]));
  it("goes to nobody when the person who asked has approved since", () => {
    const protectedBranch = { reviewDecision: "review_required" as const };
    expect(
      play([ask(), { does: "review", by: "bob", state: "approved" }], undefined, protectedBranch),
    ).toEqual(["unassigned"]);
  });
  it("stays for blocking threads after an approval", () => {
    const protectedBranch = { reviewDecision: "review_required" as const };
    expect(
      play([ask("blocking"), { does: "review", by: "bob", state: "approved" }], undefined, protectedBranch),
    ).toEqual(["author alice 02T08 asked"]);
  });
  it("never goes to a bot", () =>
    expect(play([ask()], undefined, { author: "dependabot[bot]" })).toEqual(["idle"]));
  it("starts with /async waiting, even when nobody was asked to review", () => {
    expect(play([request, { does: "/async waiting" }])).toEqual(["author alice 02T09 waiting"]);
    expect(play([{ does: "/async waiting" }])).toEqual(["author alice 02T08 waiting"]);
  });
  it("ends with a push when a reviewer said /async waiting", () =>
    expect(play([request, { does: "/async waiting", by: "bob" }, push])).toEqual([
      "reviewer bob 02T10 answered",
    ]));
});

describe("a remark outside a thread", () => {
  const verdictOf = (kind: "question" | "blocking" | "nit", steps: Step[], isOpen = true) => {
    const close = ({ pullRequest }: World) => {
      pullRequest.reviews[0]!.isMinimized = !isOpen;
    };
    return play([request, { does: "review", by: "bob", text: `${kind}: why three?` }, ...steps], close);
  };
  it("gives the author the turn", () =>
    expect(verdictOf("question", [])).toEqual(["author alice 02T09 asked"]));
  it("gives nobody the turn when it is a nit", () =>
    expect(verdictOf("nit", [])).toEqual(["reviewer bob 02T08 requested"]));
  it("is answered by the author's comment, and by a push when it blocks", () => {
    expect(verdictOf("question", [{ does: "comment", text: "So." }])).toEqual([
      "reviewer bob 02T10 answered",
    ]);
    expect(verdictOf("blocking", [{ does: "comment", text: "So." }])).toEqual(["author alice 02T09 asked"]);
    expect(verdictOf("blocking", [{ does: "comment", text: "So." }, push])).toEqual([
      "reviewer bob 02T11 answered",
    ]);
  });
  it("is answered once it is closed", () => {
    expect(verdictOf("blocking", [push], false)).toEqual(["reviewer bob 02T10 answered"]);
    expect(verdictOf("blocking", [], false)).toEqual(["reviewer bob 02T09 answered"]);
  });
});

describe("an approval", () => {
  const approve: Step = { does: "review", by: "bob", state: "approved" };
  it("is GitHub's review decision where there is one", () => {
    const decided = ({ pullRequest }: World) => {
      pullRequest.reviewDecision = "approved";
    };
    expect(play([request, { does: "request", of: "carol" }, approve], decided)).toEqual(["approved"]);
    const required = { reviewDecision: "review_required" as const };
    expect(play([request, { does: "request", of: "carol" }, approve], undefined, required)).toEqual([
      "reviewer carol 02T09 requested",
    ]);
  });
  it("is otherwise an approval that stands, with no request for changes that stands", () => {
    expect(play([approve])).toEqual(["approved"]);
    const changes: Step = { does: "review", by: "carol", state: "changes_requested" };
    expect(play([changes, approve])).toEqual(["author alice 02T08 asked"]);
    expect(play([changes, approve, { does: "dismiss", of: "carol" }])).toEqual(["approved"]);
  });
});

describe("a push", () => {
  const withCommit = (commit: Partial<PullRequest["commits"][number]>) => (world: World) => {
    world.pullRequest.commits.push({
      sha: "x",
      committedDate: hour(10),
      author: "alice",
      ownSuiteCreatedAt: null,
      parents: 1,
      ...commit,
    });
  };
  const changes: Step = { does: "review", by: "bob", state: "changes_requested" };
  it("happens when the app's check suite was created, else on the commit's date", () => {
    expect(play([changes], withCommit({}))).toEqual(["reviewer bob 02T10 answered"]);
    expect(play([changes], withCommit({ ownSuiteCreatedAt: hour(12) }))).toEqual([
      "reviewer bob 02T12 answered",
    ]);
    expect(play([changes], withCommit({ committedDate: hour(8), ownSuiteCreatedAt: hour(12) }))).toEqual([
      "reviewer bob 02T12 answered",
    ]);
  });
  it("never happens in the future or before the opening", () => {
    expect(play([changes], withCommit({ committedDate: "2031-01-01T00:00:00Z" }))).toEqual([
      "reviewer bob 05T20 answered",
    ]);
    expect(play([changes], withCommit({ committedDate: "2001-01-01T00:00:00Z" }))).toEqual([
      "author alice 02T08 asked",
    ]);
  });
});

it("starts no turn without a time zone", () => {
  const verdict = evaluateTurns({
    pullRequest: newPullRequest(),
    turns: turnsSchema.parse({}),
    firstSeenAt: hour(7),
    now: hour(8),
    commands: { moves: [], snoozes: [], due: null },
    remarks: [],
    permissions: new Map(),
    reopened: new Map(),
    reviewFocus: null,
  });
  expect(verdict.state).toBe("off");
});

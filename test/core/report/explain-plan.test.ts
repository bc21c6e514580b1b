import { describe, expect, it } from "vitest";
import { withKeyMarker, withStickyMarker } from "../../../src/core/marker.ts";
import { decide } from "../../../src/core/plan/decide.ts";
import type { Facts } from "../../../src/core/plan/facts.ts";
import type { PullRequest } from "../../../src/core/pull-request.ts";
import { explainPlan } from "../../../src/core/report/explain-plan.ts";
import { buildComment, buildObservation, ownBot, user } from "../../build-observation.ts";
import { factsOf } from "../../facts-of.ts";
import { reply, thread } from "../conversation/build.ts";

/** Why there is a comment, or none. */
function explain(pullRequest: Partial<PullRequest>, config: string | null, rest: Partial<Facts> = {}) {
  const observation = buildObservation(pullRequest);
  observation.configTexts.base = config;
  const facts = factsOf(observation, rest);
  const plan = decide(facts);
  const why = explainPlan(facts);
  return {
    comment: why.find(({ about }) => about === "comment")?.reasons[0] ?? null,
    config: why[0]!.reasons,
    review: why.find(({ about }) => about === "review")?.reasons ?? null,
    turns: why.find(({ about }) => about === "turns")?.reasons.slice(1) ?? null,
    reminders: plan.reminders.map(({ key }) => key),
    isCreated: plan.comment?.create === true,
  };
}

describe("the reason for a comment, or for none", () => {
  const sticky = buildComment({ author: ownBot, body: withStickyMarker("Hello", "0".repeat(16)) });
  it.each<[string, Partial<PullRequest>, string | null, Partial<Facts>, string]>([
    ["wanted", {}, null, {}, "wanted, for 4 findings"],
    [
      "due later",
      {},
      null,
      { now: "2026-03-02T09:01:00Z" },
      "waits for comment.after (2 minutes), looked at again 2026-03-02T09:02:00Z",
    ],
    ["switched off", {}, "comment: {when: never}\n", {}, "none, because comment.when is never"],
    ["already there", { comments: [sticky] }, null, {}, "it is there, and is edited in place"],
    ["a draft", { isDraft: true }, null, {}, "none, because it isn't checked: draft"],
    ["closed", { state: "closed" }, null, {}, "none is made once the pull request is closed"],
    [
      "a pull request older than the app",
      {},
      null,
      { repositoryFirstSeenAt: "2026-03-02T11:00:00Z" },
      "none, because the pull request was opened before the app came or before enforce_from, and its body is unchanged since",
    ],
    [
      "no findings",
      {},
      "description: {sections: [{id: context, level: warning}]}\n",
      {},
      "none, because there is nothing to say (comment.when is errors)",
    ],
  ])("is given: %s", (_what, pullRequest, config, rest, reason) => {
    const { comment, isCreated } = explain(pullRequest, config, rest);
    expect([comment, isCreated]).toEqual([reason, reason.startsWith("wanted")]);
  });

  it("names the setting when the app does nothing at all", () => {
    expect(explain({}, "enabled: false\n").config).toEqual([
      "enabled is false (repository): nothing is done",
    ]);
    expect(explain({}, "enforcement: block\nenforce_from: 2026-04-01\n").config).toEqual([
      "findings never fail the check (enforcement: block, it was opened before enforce_from, 2026-04-01)",
    ]);
    expect(explain({}, "enforcement: block\ntypo: 1\n").config).toEqual([
      "findings of level error fail the check (enforcement: block, repository)",
      ".github/async.yml:2:1: Unknown key `typo`. Write one of version, enabled, enforcement, enforce_from, description, comment, checks, review, turns, bots, language, report, locked. It is ignored.",
    ]);
  });
});

it("says who gave a thread its kind, as `/async explain` does", () => {
  const threads = [
    thread([reply("bob", "nit: a", 1), reply("carol", "blocking: it loses money", 2)]),
    thread([reply("ci[bot]", "issue: a", 3)]),
  ];
  expect(explain({ threads }, "version: 1\n").review).toEqual([
    "src/retry.ts:12 by bob: blocking, because carol says so; open",
    "src/retry.ts:12 by ci[bot]: no kind, because bots aren't classified; open",
  ]);
});

describe("the next reminder", () => {
  const hour = (hours: number) => `2026-03-02T${hours}:00:00Z`;
  const askBob: PullRequest["timeline"][number] = {
    id: "R",
    type: "review_requested",
    actor: "alice",
    createdAt: hour(10),
    reviewer: { type: "user", login: "bob" },
  };
  const asked = { reviewRequests: [askBob.reviewer!], timeline: [askBob] };
  const turns = "turns: {hours: {time_zone: UTC}, targets: {default: 1 business hour}}\n";

  it("ignores what a configured bot said, as the plan does", () => {
    const bot = buildComment({ author: user("renovate-user"), body: "Rebased.", createdAt: hour(14) });
    const seen = explain({ ...asked, comments: [bot] }, `${turns}bots: [renovate-user]\n`, { now: hour(15) });
    expect(seen.reminders).toEqual(["reviewer:bob@R#1"]);
    expect(seen.turns).toEqual([
      "bob: the review was requested; target 1 business hour; reminder 1 of 2 is due",
    ]);
  });

  it("is due at once for a removal from the merge queue, and shows when it was sent", () => {
    const removed: PullRequest["timeline"][number] = {
      id: "Q",
      type: "removed_from_merge_queue",
      actor: null,
      createdAt: hour(10),
      reason: "failed checks",
    };
    const timeline = [askBob, removed];
    const seen = explain({ ...asked, timeline }, turns, { now: hour(10) });
    expect(seen.reminders).toEqual(["queue:alice@Q#1"]);
    expect(seen.turns).toContain("alice: the merge queue removed it; a notice is due");
    const [key = ""] = seen.reminders;
    const sent = buildComment({
      author: ownBot,
      body: withKeyMarker("Told.", "reminder", key),
      createdAt: hour(10),
    });
    expect(explain({ ...asked, timeline, comments: [sent] }, turns, { now: hour(10) }).turns).toContain(
      "alice: the merge queue removed it; no more notices",
    );
  });

  it("is the conflict notice, which replaces the reviewers' reminders", () => {
    const seen = explain({ ...asked, mergeable: "conflicting" }, turns, { now: hour(15) });
    expect(seen.reminders).toEqual(["conflict:alice@reviewer:bob@R#1"]);
    expect(seen.turns).toContain(
      "alice: it conflicts with its base, so bob can't review it; a notice is due",
    );
  });
});

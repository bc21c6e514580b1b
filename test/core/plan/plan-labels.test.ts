import { expect, it } from "vitest";
import { turnsSchema } from "../../../src/core/config/schema/turns-schema.ts";
import { planTurnLabels } from "../../../src/core/plan/plan-labels.ts";
import type { TimelineEvent } from "../../../src/core/pull-request.ts";
import { evaluateTurns } from "../../../src/core/turns/evaluate-turns.ts";
import { newPullRequest } from "../turns/life/new-pull-request.ts";

const turns = turnsSchema.parse({ hours: { time_zone: "UTC" }, labels: { author: false } });
const requested: TimelineEvent = {
  id: "E1",
  type: "review_requested",
  createdAt: "2026-11-02T10:00:00Z",
  actor: "alice",
  reviewer: { type: "user", login: "bob" },
};
const labeled = (
  type: "labeled" | "unlabeled",
  label: string,
  createdAt: string,
  actorIsOurs: boolean,
): TimelineEvent => ({
  id: "E2",
  type,
  label,
  createdAt,
  actor: actorIsOurs ? "async-review[bot]" : "carol",
  actorIsOurs,
});

/** Each label's name and whether it is wanted, on the second day at 11:00. */
function plan(...timeline: TimelineEvent[]) {
  const labels = new Set<string>();
  for (const event of timeline) {
    if (event.type === "labeled") labels.add(event.label);
    if (event.type === "unlabeled") labels.delete(event.label);
  }
  const pullRequest = newPullRequest({ timeline, labels: [...labels] });
  const verdict = evaluateTurns({
    pullRequest,
    turns,
    firstSeenAt: pullRequest.createdAt,
    now: "2026-11-03T11:00:00Z",
    commands: { moves: [], snoozes: [], due: null },
    remarks: [],
    permissions: new Map(),
    reopened: new Map(),
    reviewFocus: null,
  });
  return planTurnLabels(verdict, turns.labels, pullRequest).map(({ name, wanted }) => [name, wanted]);
}

it("says in labels whose turn it is, and whether it is overdue", () =>
  expect(plan(requested)).toEqual([
    ["waiting: reviewer", true],
    ["overdue", true],
  ]));

it("wants no label when nobody has a turn", () =>
  expect(plan()).toEqual([
    ["waiting: reviewer", false],
    ["overdue", false],
  ]));

it("keeps a label off that somebody removed, while the condition holds", () =>
  expect(
    plan(
      requested,
      labeled("labeled", "overdue", "2026-11-03T10:00:00Z", true),
      labeled("unlabeled", "overdue", "2026-11-03T10:30:00Z", false),
      labeled("unlabeled", "waiting: reviewer", "2026-11-02T09:00:00Z", false),
    ),
  ).toEqual([
    ["waiting: reviewer", true],
    ["overdue", false],
  ]));

it("leaves a label alone that a person put on", () =>
  expect(plan(labeled("labeled", "overdue", "2026-11-02T10:00:00Z", false))).toEqual([
    ["waiting: reviewer", false],
  ]));

it.each(["Overdue", "OVERDUE"])("compares label names without case: %s", (name) => {
  expect(plan(labeled("labeled", name, "2026-11-02T10:00:00Z", false))).toEqual([
    ["waiting: reviewer", false],
  ]);
  expect(
    plan(
      requested,
      labeled("labeled", name, "2026-11-03T10:00:00Z", true),
      labeled("unlabeled", name, "2026-11-03T10:30:00Z", false),
    ),
  ).toEqual([
    ["waiting: reviewer", true],
    ["overdue", false],
  ]);
});

it.each(["waiting: reviewer", "Waiting: Reviewer", "WAITING: REVIEWER"])(
  "keeps %s off after a person removed it, whatever its case",
  (name) => {
    const removed = [
      requested,
      labeled("labeled", name, "2026-11-02T10:00:01Z", true),
      labeled("unlabeled", name, "2026-11-02T11:00:00Z", false),
    ];
    expect(plan(...removed)[0]).toEqual(["waiting: reviewer", false]);
    const again: TimelineEvent = { ...requested, id: "E3", createdAt: "2026-11-02T12:00:00Z" };
    expect(plan(...removed, again)[0]).toEqual(["waiting: reviewer", true]);
  },
);

it.each(["overdue", "Overdue", "OVERDUE"])(
  "never removes %s after a person added it, whatever its case",
  (name) => {
    const added = labeled("labeled", name, "2026-11-02T10:00:01Z", false);
    const over: TimelineEvent = {
      ...requested,
      ...{ id: "E3", type: "review_request_removed", createdAt: "2026-11-03T10:30:00Z" },
    };
    const takesOff = (...timeline: TimelineEvent[]) =>
      plan(...timeline).some(([label, wanted]) => label === "overdue" && wanted === false);
    expect([takesOff(added), takesOff(requested, added), takesOff(requested, added, over)]).toEqual([
      false,
      false,
      false,
    ]);
  },
);

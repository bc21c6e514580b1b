import { expect, it } from "vitest";
import type { Write } from "../../src/core/planned.ts";
import type { PullRequestSubject } from "../../src/reconcile/ports.ts";
import { createReminderBudget } from "../../src/reconcile/reminder-budget.ts";

const reminder: Write = { type: "create_comment", key: "reminder:bob", body: "@bob, …", hash: "bob" };
const comment: Write = { type: "create_comment", key: "comment", body: "Hello", hash: "0" };

const one = (number: number, installationId = 1): PullRequestSubject => ({
  kind: "pull_request",
  installationId,
  repository: { id: 7, owner: "acme", name: "shop" },
  number,
});
const at = (minute: number) => `2026-03-02T09:${`${minute}`.padStart(2, "0")}:00Z`;

/** A budget whose thirty places were all used at nine. */
function createUsedBudget() {
  const budget = createReminderBudget();
  for (let number = 1; number <= 30; number += 1) {
    expect(budget.limit(one(number), [reminder], at(0)).again).toBeNull();
  }
  return budget;
}

it("lets an installation send thirty reminders in ten minutes, and holds back nothing else", () => {
  const budget = createUsedBudget();
  expect(budget.limit(one(31), [comment, reminder], at(5))).toEqual({ writes: [comment], again: at(10) });
  expect(budget.limit(one(32), [comment], at(5))).toEqual({ writes: [comment], again: null });
  expect(budget.limit(one(31, 2), [reminder], at(5)).again).toBeNull();
  expect(budget.limit(one(31), [comment, reminder], at(10))).toEqual({
    writes: [comment, reminder],
    again: null,
  });
});

it("gives each postponed pull request a place in line, so that no look is in vain", () => {
  const budget = createUsedBudget();
  const places = Array.from(
    { length: 65 },
    (_, index) => budget.limit(one(31 + index), [reminder], at(1)).again,
  );
  expect(places).toEqual([...Array(30).fill(at(10)), ...Array(30).fill(at(20)), ...Array(5).fill(at(30))]);
  // Asking early changes no place.
  expect(budget.limit(one(70), [reminder], at(2)).again).toBe(at(20));
});

it("keeps a promised place from later pull requests", () => {
  const budget = createUsedBudget();
  for (let number = 31; number <= 60; number += 1) budget.limit(one(number), [reminder], at(1));
  expect(budget.limit(one(99), [reminder], at(10)).again).toBe(at(20));
  for (let number = 31; number <= 60; number += 1) {
    expect(budget.limit(one(number), [reminder], at(10)).again).toBeNull();
  }
  expect(budget.limit(one(99), [reminder], at(20)).again).toBeNull();
});

it("forgets an unclaimed place", () => {
  const budget = createUsedBudget();
  for (let number = 31; number <= 60; number += 1) budget.limit(one(number), [reminder], at(1));
  expect(budget.limit(one(99), [reminder], at(25)).again).toBeNull();
});

it("keeps the place of a reminder that couldn't be sent for the same pull request", () => {
  const budget = createUsedBudget();
  budget.giveBack(one(30), at(0));
  expect(budget.limit(one(31), [reminder], at(1)).again).toBe(at(10));
  expect(budget.limit(one(30), [reminder], at(2)).again).toBeNull();
});

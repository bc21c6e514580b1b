import { expect, it } from "vitest";
import type { Write } from "../../src/core/plan/writes.ts";
import { createReminderBudget } from "../../src/reconcile/reminder-budget.ts";

const reminder: Write = { type: "create_comment", part: "reminder:bob", body: "@bob, …", hash: "bob" };
const comment: Write = { type: "create_comment", part: "comment", body: "Hello", hash: "0" };

it("lets thirty reminders of an installation go in ten minutes, and everything else always", () => {
  const budget = createReminderBudget();
  for (let sent = 0; sent < 30; sent += 1) {
    expect(budget.limit(1, [reminder], "2026-03-02T09:00:00Z").again).toBeNull();
  }
  expect(budget.limit(1, [comment, reminder], "2026-03-02T09:05:00Z")).toEqual({
    writes: [comment],
    again: "2026-03-02T09:10:00Z",
  });
  expect(budget.limit(2, [reminder], "2026-03-02T09:05:00Z").again).toBeNull();
  expect(budget.limit(1, [reminder], "2026-03-02T09:10:00Z").again).toBeNull();
});

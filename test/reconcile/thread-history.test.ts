import { expect, it } from "vitest";
import { listReopened, noteThreads } from "../../src/reconcile/memory.ts";

const monday = "2026-03-02T09:00:00Z";
const friday = "2026-03-06T09:00:00Z";
const open = { id: "T1", isResolved: false };
const resolved = { id: "T1", isResolved: true };

it("records when a resolved thread was first seen reopened", () => {
  expect(noteThreads([open], { now: monday })).toEqual([]);
  const closed = noteThreads([resolved], { now: monday });
  expect(listReopened(closed).size).toBe(0);
  const again = noteThreads([open], { seen: closed, now: monday });
  expect([...listReopened(again)]).toEqual([["T1", monday]]);
  expect(noteThreads([open], { seen: again, now: friday })).toEqual(again);
  expect(listReopened(noteThreads([resolved], { seen: again, now: friday })).size).toBe(0);
});

it("uses a delivery's instant, even for a thread that was resolved and reopened between two looks", () => {
  const told = { T1: { isResolved: false, at: monday } };
  const never = noteThreads([open], { told, now: friday });
  expect([...listReopened(never)]).toEqual([["T1", monday]]);
  const closed = noteThreads([resolved], { now: monday });
  expect([...listReopened(noteThreads([open], { seen: closed, told, now: friday }))]).toEqual([
    ["T1", monday],
  ]);
  const later = noteThreads([open], {
    seen: never,
    told: { T1: { isResolved: false, at: friday } },
    now: friday,
  });
  expect([...listReopened(later)]).toEqual([["T1", friday]]);
});

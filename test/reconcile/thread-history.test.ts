import { expect, it } from "vitest";
import { listReopened, noteThreads } from "../../src/reconcile/judge-pull-request.ts";

const monday = "2026-03-02T09:00:00Z";
const friday = "2026-03-06T09:00:00Z";
const open = { id: "T1", isResolved: false };
const resolved = { id: "T1", isResolved: true };

it("knows when a resolved thread was first seen open again", () => {
  expect(noteThreads([open], [], monday)).toEqual([]);
  const closed = noteThreads([resolved], [], monday);
  expect(listReopened(closed).size).toBe(0);
  const again = noteThreads([open], closed, monday);
  expect([...listReopened(again)]).toEqual([["T1", monday]]);
  expect(noteThreads([open], again, friday)).toEqual(again);
  expect(listReopened(noteThreads([resolved], again, friday)).size).toBe(0);
});

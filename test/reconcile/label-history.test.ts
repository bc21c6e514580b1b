import { expect, it } from "vitest";
import type { Write } from "../../src/core/planned.ts";
import {
  createLabelHistory,
  type SeenLabel,
  withoutDeletedLabels,
} from "../../src/reconcile/label-history.ts";

const names = ["overdue"];
const there = ["Overdue"];
const writes: Write[] = [
  { type: "create_label", name: "overdue", color: "d93f0b", description: "" },
  { type: "add_label", name: "overdue" },
  { type: "add_label", name: "waiting: author" },
];
const isMade = (history: SeenLabel[]) => withoutDeletedLabels(writes, history).length === 3;

it("creates a label, creates it again after one deletion, and respects the second deletion", () => {
  const history = createLabelHistory();
  const look = (labels: string[], row: SeenLabel[] = []) => history.note(1, { names, labels }, row);
  expect(isMade(look([]))).toBe(true);
  expect(isMade(look(there))).toBe(true);
  expect(isMade(look([]))).toBe(true);
  look(there);
  const seen = look([]);
  expect(seen).toEqual([{ name: "overdue", isThere: false, deletions: 2 }]);
  expect(withoutDeletedLabels(writes, seen)).toEqual([{ type: "add_label", name: "waiting: author" }]);
  // A person who creates the label by hand wants it.
  expect(withoutDeletedLabels(writes.slice(1), look(there))).toEqual(writes.slice(1));
});

it("reads a label's history from a row in a new process, and keeps repositories apart", () => {
  const row = [{ name: "overdue", isThere: false, deletions: 2 }];
  const history = createLabelHistory();
  expect(isMade(history.note(1, { names, labels: [] }, row))).toBe(false);
  expect(isMade(history.note(1, { names, labels: [] }, []))).toBe(false);
  expect(isMade(history.note(2, { names, labels: [] }, []))).toBe(true);
});

it("counts no deletion when not all labels are listed", () => {
  const history = createLabelHistory();
  const many = Array.from({ length: 100 }, (_, index) => `${index}`);
  for (const labels of [there, many, there, many]) history.note(1, { names, labels }, []);
  expect(isMade(history.note(1, { names, labels: many }, []))).toBe(true);
});

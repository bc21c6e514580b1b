import { expect, it } from "vitest";
import { decodeRow, encodeRow, type StoredSubject } from "../../src/database/tables.ts";
import type { Memory } from "../../src/reconcile/ports.ts";

const head = "c".repeat(40);

const kept = { headSha: head, verdict: null, permissions: [], triedConfig: null, labels: [], staleReads: 0 };
const create = { id: 102, hash: "a1", at: "2026-03-02T11:59:50Z" };
const concluded = {
  headSha: head,
  isOpen: true,
  checks: [{ name: "async / review", conclusion: "failure" as const }],
  twins: [9],
};

/** As rows hold it since the first version, and as another version that runs beside this one reads it. */
const stored = {
  ...kept,
  created: [{ part: "comment", ...create }],
  standing: { ...concluded, left: ["async / description"] },
};

const memory: Memory = {
  ...kept,
  created: [{ key: "comment", ...create }],
  conclusions: { ...concluded, leftToOthers: ["async / description"] },
};

const row: StoredSubject = {
  key: "installation:1",
  installation_id: 1,
  repository_id: 7,
  head_sha: head,
  run_at: null,
  failures: 0,
  failure: null,
  first_seen_at: "2026-03-02T09:00:00Z",
  subject: '{"kind":"installation","installationId":1}',
  fence: null,
  intents: null,
  memory: JSON.stringify(stored),
  life: null,
};

it("reads what an earlier version remembered, so that nothing is created twice after an upgrade", () => {
  expect(decodeRow(row).memory).toEqual(memory);
});

it("stores a memory under the names that an earlier version reads", () => {
  expect(JSON.parse(encodeRow({ ...decodeRow(row), memory }).memory ?? "")).toEqual(stored);
});

it("reads a memory without creates or conclusions", () => {
  expect(decodeRow({ ...row, memory: '{"headSha":"a"}' }).memory).toEqual({ headSha: "a", created: [] });
});

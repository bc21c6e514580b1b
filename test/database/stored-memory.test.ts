import { expect, it } from "vitest";
import { decodeRow, encodeRow, type StoredSubject } from "../../src/database/tables.ts";
import type { Memory } from "../../src/reconcile/ports.ts";

const head = "c".repeat(40);

/** As rows hold it since the first version, and as another version that runs beside this one reads it. */
const stored = {
  headSha: head,
  verdict: null,
  permissions: [],
  triedConfig: null,
  labels: [],
  staleReads: 0,
  created: [{ part: "comment", id: 102, hash: "a1", at: "2026-03-02T11:59:50Z" }],
  standing: {
    headSha: head,
    isOpen: true,
    checks: [{ name: "async / review", conclusion: "failure" }],
    twins: [9],
    left: ["async / description"],
  },
};

const memory: Memory = {
  headSha: head,
  verdict: null,
  permissions: [],
  triedConfig: null,
  labels: [],
  staleReads: 0,
  created: [{ key: "comment", id: 102, hash: "a1", at: "2026-03-02T11:59:50Z" }],
  conclusions: {
    headSha: head,
    isOpen: true,
    checks: [{ name: "async / review", conclusion: "failure" }],
    twins: [9],
    leftToOthers: ["async / description"],
  },
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

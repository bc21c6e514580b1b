import { describe, expect, it } from "vitest";
import { type End, finishRun, type Run } from "../../../src/database/row/finish-run.ts";
import type { SubjectRow } from "../../../src/database/row/subject-row.ts";
import { fence, lookAt, noMemory } from "../examples.ts";

const now = 1_000_000;
const nothingGiven: Run = { given: { fence: null, intents: [] }, askedAt: null, now };
const row = (more: Partial<SubjectRow> = {}): SubjectRow => ({
  key: "pull_request:7:1",
  subject: lookAt(1).subject,
  headSha: "a",
  runAt: now,
  failures: 0,
  isDead: false,
  fence: null,
  intents: [],
  memory: noMemory,
  firstSeenAt: "2026-11-23T09:00:00Z",
  ...more,
});
const failed: End = { type: "failed", retryAt: null, isOutage: false };

describe("a run that failed", () => {
  it("is dead at the tenth time, unless somebody asked meanwhile", () => {
    expect(finishRun(row({ failures: 8 }), nothingGiven, failed)).toMatchObject({
      failures: 9,
      isDead: false,
    });
    expect(finishRun(row({ failures: 9 }), nothingGiven, failed)).toEqual(
      row({ failures: 10, isDead: true, runAt: null }),
    );
    expect(finishRun(row({ failures: 9 }), { ...nothingGiven, askedAt: now - 5 }, failed)).toEqual(
      row({ failures: 10, runAt: now - 5 }),
    );
  });

  it("comes back when GitHub said to, but not in a circle", () => {
    const end = (retryAt: number): End => ({ type: "failed", retryAt, isOutage: true });
    expect(finishRun(row({ failures: 20 }), nothingGiven, end(now + 5000))?.runAt).toBe(now + 5000);
    expect(finishRun(row(), nothingGiven, end(now - 5000))?.runAt).toBe(now + 1000);
  });
});

describe("a run that saw that the subject is gone", () => {
  it("deletes the row, or starts anew when somebody asked meanwhile", () => {
    expect(finishRun(row(), nothingGiven, { type: "gone" })).toBeNull();
    expect(finishRun(row({ failures: 3 }), { ...nothingGiven, askedAt: now - 5 }, { type: "gone" })).toEqual(
      row({ runAt: now - 5 }),
    );
  });
});

describe("the head that a row is found by", () => {
  const done: End = { type: "done", wakeAt: null, memory: { ...noMemory, headSha: "b" } };

  it("is the one that the run saw", () => {
    expect(finishRun(row(), nothingGiven, done)?.headSha).toBe("b");
    expect(finishRun(row(), nothingGiven, { ...done, memory: noMemory })?.headSha).toBe("a");
  });

  it("is the one that a delivery named meanwhile", () => {
    const heard = row({ headSha: "c", fence: fence("2026-11-23T09:00:00Z", "c") });
    expect(finishRun(heard, { ...nothingGiven, askedAt: now }, done)?.headSha).toBe("c");
  });
});

import { describe, expect, it } from "vitest";
import { type End, finishRun, type Run } from "../../../src/reconcile/row/finish-run.ts";
import { isFailed, type SubjectRow } from "../../../src/reconcile/row/subject-row.ts";
import { minimumVersion, noMemory, rowOf } from "../../database/examples.ts";

const now = 1_000_000;
const nothingGiven: Run = { given: { minimumVersion: null, intents: [] }, requestedAt: null, now };
const row = (more: Partial<SubjectRow> = {}) => rowOf({ headSha: "a", runAt: now, ...more });
const failed: End = { type: "failed", retryAt: null, isOutage: false, why: "broken" };

describe("a run that failed", () => {
  it("is given up at the twelfth time, with its reason", () => {
    expect(finishRun(row({ failures: 10 }), nothingGiven, failed)).toEqual(
      row({ failures: 11, failure: "broken", runAt: now + 3_600_000 }),
    );
    const given = finishRun(row({ failures: 11 }), nothingGiven, failed)!;
    expect(given).toEqual(row({ failures: 12, failure: "broken", runAt: null }));
    expect(isFailed(given)).toBe(true);
    const done: End = { type: "done", wakeAt: null, memory: noMemory };
    expect(finishRun(row({ failures: 3, failure: "broken" }), nothingGiven, done)).toEqual(
      row({ runAt: null }),
    );
  });

  it("is retried when GitHub said, but not in an endless loop", () => {
    const end = (retryAt: number): End => ({ type: "failed", retryAt, isOutage: true, why: "broken" });
    expect(finishRun(row({ failures: 20 }), nothingGiven, end(now + 5000))?.runAt).toBe(now + 5000);
    expect(finishRun(row(), nothingGiven, end(now - 5000))?.runAt).toBe(now + 1000);
  });
});

describe("a run whose subject is gone", () => {
  it("deletes the row, or starts anew after a look was asked for meanwhile", () => {
    expect(finishRun(row(), nothingGiven, { type: "gone" })).toBeNull();
    expect(
      finishRun(row({ failures: 3 }), { ...nothingGiven, requestedAt: now - 5 }, { type: "gone" }),
    ).toEqual(row({ runAt: now - 5 }));
  });
});

describe("the head by which a row is found", () => {
  const done: End = { type: "done", wakeAt: null, memory: { ...noMemory, headSha: "b" } };

  it("is the head that the run saw", () => {
    expect(finishRun(row(), nothingGiven, done)?.headSha).toBe("b");
    expect(finishRun(row(), nothingGiven, { ...done, memory: noMemory })?.headSha).toBe("a");
  });

  it("is the head that a delivery named meanwhile", () => {
    const heard = row({ headSha: "c", minimumVersion: minimumVersion("2026-11-23T09:00:00Z", "c") });
    expect(finishRun(heard, { ...nothingGiven, requestedAt: now }, done)?.headSha).toBe("c");
  });
});

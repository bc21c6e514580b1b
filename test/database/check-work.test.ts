import { expect, it } from "vitest";
import { DatabaseError } from "../../src/database/database.ts";
import { checkWork, type Progress } from "../../src/database/work-loop.ts";

const now = 1_000_000;
const check = (progress: Partial<Progress>, dueFor: number | null) => {
  const loop = {
    wake() {},
    async stop() {},
    progress: () => ({ free: 2, sinceQuery: 100, sinceStarted: 100, ...progress }),
  };
  try {
    checkWork(loop, { oldestDue: dueFor === null ? null : now - dueFor, now });
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(DatabaseError);
    return (error as Error).message;
  }
};

it.each<[string, Partial<Progress>, number | null]>([
  ["nothing is due, and no look was started for long", { sinceStarted: 3_600_000 }, null],
  ["something has been due for a while, and looks are started", { sinceStarted: 59_000 }, 3_600_000],
  ["something fell due just now", { sinceStarted: 3_600_000 }, 59_000],
  ["all workers are busy", { free: 0, sinceQuery: 3_600_000, sinceStarted: 3_600_000 }, 3_600_000],
])("passes while %s", (_case, progress, dueFor) => {
  expect(check(progress, dueFor)).toBeNull();
});

it("fails when the process starts none of the due work", () => {
  expect(check({ sinceStarted: 75_000 }, 61_000)).toBe(
    "Work has been due for 61 s, and no look has started for 75 s.",
  );
});

it("fails when the process hasn't heard from the database what is due, whatever other processes do", () => {
  expect(check({ sinceQuery: 61_000 }, null)).toBe("The database hasn't said what is due for 61 s.");
});

it("fails when the process's workers don't run", () => {
  expect(() => checkWork(null, { oldestDue: null, now })).toThrow("The workers aren't running.");
});

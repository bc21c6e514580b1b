import type { Job, Memory, Outcome } from "../ports.ts";
import { toEpoch } from "./epoch.ts";
import { intentKey } from "./merge-look.ts";
import { subtractMinimumVersion } from "./minimum-version.ts";
import type { SubjectRow } from "./subject-row.ts";

/** How a run ended: the handler's outcome, or that it threw. */
export type End =
  | Outcome
  /**
   * `retryAt`: when GitHub said to come back, in milliseconds since 1970; null when it did not. `isOutage`:
   * GitHub could not be asked at all. Neither makes a subject fail for good; otherwise a night without a
   * network would end every wake-up. `why` is one line.
   */
  | { type: "failed"; retryAt: number | null; isOutage: boolean; why: string };

/** The run that ends. */
export interface Run {
  /** The handler's input. */
  given: Pick<Job, "minimumVersion" | "intents">;
  /**
   * The earliest instant for which a look was requested during the run, in milliseconds since 1970; null when
   * none was.
   */
  requestedAt: number | null;
  now: number;
}

/** The row after a run; null when it is to be deleted. */
export function finishRun(row: SubjectRow, run: Run, end: End): SubjectRow | null {
  switch (end.type) {
    case "done":
      return finishDone(row, run, end);
    case "again":
      return { ...remembering(row, end.memory), runAt: earliest(toEpoch(end.at), run.requestedAt) };
    case "gone":
      return run.requestedAt === null
        ? null
        : { ...forgetGiven(row, run), runAt: run.requestedAt, failures: 0, failure: null };
    case "failed":
      return finishFailed(row, run, end);
  }
}

function finishDone(
  row: SubjectRow,
  run: Run,
  { memory, wakeAt, life = null }: Extract<End, { type: "done" }>,
): SubjectRow {
  return {
    ...remembering(forgetGiven(row, run), memory),
    runAt: earliest(wakeAt === null ? null : toEpoch(wakeAt), run.requestedAt),
    life: life === null ? null : JSON.stringify(life),
    failures: 0,
    failure: null,
  };
}

function finishFailed(
  row: SubjectRow,
  run: Run,
  { retryAt, isOutage, why }: Extract<End, { type: "failed" }>,
): SubjectRow {
  const failures = row.failures + 1;
  const isGivenUp = retryAt === null && !isOutage && failures >= maxFailures;
  // GitHub's own time wins, but never with a pause so short that it becomes a loop.
  const next = retryAt === null ? run.now + pauseAfterFailure(failures) : Math.max(retryAt, run.now + 1000);
  return { ...row, failures, failure: why, runAt: isGivenUp ? null : earliest(next, run.requestedAt) };
}

/** Keeps the run's memory, and the head that it saw unless the remaining minimum version names another. */
function remembering(row: SubjectRow, memory: Memory): SubjectRow {
  return { ...row, memory, headSha: row.minimumVersion?.headSha ?? memory.headSha ?? row.headSha };
}

/** Drops the run's input and keeps what arrived meanwhile. */
function forgetGiven(row: SubjectRow, run: Run): SubjectRow {
  const given = new Set(run.given.intents.map(intentKey));
  return {
    ...row,
    minimumVersion: subtractMinimumVersion(row.minimumVersion, run.given.minimumVersion),
    intents: row.intents.filter((intent) => !given.has(intentKey(intent))),
  };
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** Seconds to pause after the first, second … failure in a row: short while it may be a hiccup, then long. */
const pauses = [2, 5, 10, 20, 60, 5 * 60, 15 * 60];
const hour = 60 * 60;

/**
 * After this many failures in a row, about four hours, a subject is given up unless GitHub could not be asked
 * at all. It then waits for the next event instead of the clock.
 */
const maxFailures = 12;

/** How long to wait after this many failures in a row, in milliseconds. */
function pauseAfterFailure(failures: number): number {
  return (pauses[failures - 1] ?? hour) * 1000;
}

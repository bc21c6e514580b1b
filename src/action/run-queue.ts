import type { Instant } from "../core/pull-request.ts";
import { GitHubError } from "../reconcile/github-error.ts";
import type { Clock, Handler, Job, Look, Memory, Outcome, Queue, Subject } from "../reconcile/ports.ts";
import { toEpoch } from "../reconcile/row/epoch.ts";
import { type End, finishRun } from "../reconcile/row/finish-run.ts";
import { mergeLook } from "../reconcile/row/merge-look.ts";
import { type SubjectRow, subjectKey, toKnownPullRequests } from "../reconcile/row/subject-row.ts";

/**
 * Milliseconds that a run may wait for looks that are due later. Lagging reads and twins need only seconds,
 * and every minute is billed.
 */
const maxWaitMs = 30_000;
const maxFailures = 3;
/** Looks at one subject. Two runs that keep disagreeing stop; the next event settles it. */
const maxLooks = 8;

/** A subject in this run. */
interface Entry {
  row: SubjectRow;
  looks: number;
  /**
   * When another look was requested during the current one, in milliseconds since 1970; null when none was.
   */
  requestedAt: number | null;
}

/** What a run did not finish. */
export interface Unfinished {
  subject: Subject;
  /** Null when there was no room left for it. */
  error: unknown;
}

/** The queue of one run, with rows that live as long as the run. */
export interface RunQueue extends Pick<Queue, "look" | "forget" | "findOnHead"> {
  /** Looks at what is due until nothing is, one subject after the other. Calls `hasRoom` before each. */
  work(handler: Handler, hasRoom: () => boolean): Promise<Unfinished[]>;
}

/** When the app could first have seen the pull request and the repository. */
export type FirstSeen = Pick<Job, "firstSeenAt" | "repositoryFirstSeenAt">;

export function createRunQueue(
  seen: FirstSeen,
  { clock, sleep }: { clock: Clock; sleep: (milliseconds: number) => Promise<void> },
): RunQueue {
  const entries = new Map<string, Entry>();
  const readNow = () => {
    const instant = clock.now();
    return { instant, epoch: toEpoch(instant) };
  };

  function merge(look: Look): void {
    const key = subjectKey(look.subject);
    const { row: old = null, looks = 0, requestedAt = null } = entries.get(key) ?? {};
    const now = readNow();
    const row = mergeLook(old, look, now);
    if (row === null) return;
    const mayRun = looks < maxLooks;
    entries.set(key, {
      row: {
        ...row,
        // Only the run itself requests looks here, so a request doesn't reset the count of failures.
        failures: old?.failures ?? 0,
        runAt: mayRun ? row.runAt : (old?.runAt ?? null),
      },
      looks,
      requestedAt: mayRun ? (requestedAt ?? now.epoch) : requestedAt,
    });
  }

  /** Stores how a look ended; a row that is gone leaves the queue. */
  function finish(given: SubjectRow, end: End, requestedAt: number | null): void {
    const entry = entries.get(given.key);
    if (entry === undefined) return;
    const row = finishRun(entry.row, { given, requestedAt, now: readNow().epoch }, end);
    if (row === null) entries.delete(given.key);
    else entry.row = row;
  }

  /** Doesn't try a subject again after its last attempt failed. */
  function giveUp(key: string): void {
    const entry = entries.get(key);
    if (entry !== undefined) entry.row = { ...entry.row, runAt: null };
  }

  /** Resolves with the error of a look that is given up; null for any other. */
  async function run(entry: Entry, handler: Handler): Promise<unknown> {
    entry.looks += 1;
    entry.requestedAt = null;
    const { row: given } = entry;
    const { key, subject, minimumVersion, memory, failures } = given;
    const job = { subject, minimumVersion, intents: [], attempt: failures + 1, ...seen, memory };
    const remember = async (next: Memory) => {
      const current = entries.get(key);
      if (current !== undefined) current.row = { ...current.row, memory: next };
    };
    try {
      const outcome = await handler(job, { remember, signal: new AbortController().signal });
      finish(given, withinRun(outcome, clock.now()), entries.get(key)?.requestedAt ?? null);
      return null;
    } catch (error) {
      const isOver = failures + 1 >= maxFailures || !maySucceedLater(error);
      const retryAt = readNow().epoch + (failures + 1) * 1000;
      finish(given, { type: "failed", retryAt, isOutage: false, why: String(error) }, null);
      if (isOver) giveUp(key);
      return isOver ? error : null;
    }
  }

  return {
    async look(looks) {
      for (const look of looks) merge(look);
    },
    async forget() {
      entries.clear();
    },
    async findOnHead(_, headSha, numbers) {
      const rows = [...entries.values()].map(({ row }) => row);
      return toKnownPullRequests(
        rows.filter(
          ({ headSha: head, subject }) =>
            head === headSha || (subject.kind === "pull_request" && numbers.includes(subject.number)),
        ),
      );
    },
    async work(handler, hasRoom) {
      const unfinished: Unfinished[] = [];
      const end = readNow().epoch + maxWaitMs;
      for (;;) {
        const due = [...entries.values()]
          .flatMap((entry) => (entry.row.runAt === null ? [] : [{ entry, runAt: entry.row.runAt }]))
          .sort((a, b) => a.runAt - b.runAt);
        const [next] = due;
        if (next === undefined) return unfinished;
        if (!hasRoom() || next.runAt > end) {
          return [...unfinished, ...due.map(({ entry }) => ({ subject: entry.row.subject, error: null }))];
        }
        const wait = next.runAt - readNow().epoch;
        if (wait > 0) await sleep(wait);
        const error = await run(next.entry, handler);
        if (error !== null) unfinished.push({ subject: next.entry.row.subject, error });
      }
    },
  };
}

/** A run ends before a later wake-up. */
function withinRun(outcome: Outcome, now: Instant): Outcome {
  const isLater = outcome.type === "done" && outcome.wakeAt !== null && outcome.wakeAt > now;
  return isLater ? { ...outcome, wakeAt: null } : outcome;
}

/** True when another try may succeed. */
function maySucceedLater(error: unknown): boolean {
  return (
    !(error instanceof GitHubError) || ["unavailable", "rate_limited", "conflict"].includes(error.reason)
  );
}

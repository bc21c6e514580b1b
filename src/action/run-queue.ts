import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import { GitHubError } from "../reconcile/github-error.ts";
import {
  type Clock,
  emptyMemory,
  type Handler,
  type Job,
  type KnownPullRequest,
  type Look,
  type Memory,
  type MinimumVersion,
  type Queue,
  type Subject,
} from "../reconcile/ports.ts";

/**
 * How long a run may wait for looks that are due later. Lagging reads and others on the same head take
 * seconds, and every minute is billed.
 */
const patience = { seconds: 30 };
const maxFailures = 3;
/** Looks at one subject. Two runs that keep disagreeing stop; the next event settles it. */
const maxLooks = 8;

interface Row {
  subject: Subject;
  minimumVersion: MinimumVersion | null;
  headSha: string | null;
  runAt: Instant | null;
  looks: number;
  failures: number;
  memory: Memory;
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
  const rows = new Map<string, Row>();
  const later = (duration: Temporal.DurationLike) =>
    Temporal.Instant.from(clock.now()).add(duration).toString();

  async function run(row: Row, handler: Handler): Promise<unknown> {
    row.runAt = null;
    row.looks += 1;
    const { subject, minimumVersion, memory } = row;
    const job = { subject, minimumVersion, intents: [], attempt: row.failures + 1, ...seen, memory };
    const remember = async (next: Memory) => {
      row.memory = next;
    };
    try {
      const outcome = await handler(job, { remember, signal: new AbortController().signal });
      row.failures = 0;
      if (outcome.type === "gone") rows.delete(keyOf(subject));
      else row.memory = outcome.memory;
      if (outcome.type === "again") row.runAt = outcome.at;
      if (outcome.type === "done") {
        row.minimumVersion = null;
        const isNow = outcome.wakeAt !== null && outcome.wakeAt <= clock.now();
        if (isNow) row.runAt = clock.now();
      }
      return null;
    } catch (error) {
      row.failures += 1;
      if (row.failures < maxFailures && mayPass(error)) {
        row.runAt = later({ seconds: row.failures });
        return null;
      }
      row.runAt = null;
      return error;
    }
  }

  return {
    async look(looks: Look[]) {
      for (const { subject, minimumVersion } of looks) {
        const row = rows.get(keyOf(subject)) ?? startRow(subject);
        rows.set(keyOf(subject), row);
        if (minimumVersion !== null)
          Object.assign(row, { minimumVersion, headSha: minimumVersion.headSha ?? row.headSha });
        if (row.looks < maxLooks) row.runAt = clock.now();
      }
    },
    async forget() {
      rows.clear();
    },
    async findOnHead(_, headSha, numbers) {
      return [...rows.values()].flatMap((row) => toKnown(row, headSha, numbers));
    },
    async work(handler, hasRoom) {
      const unfinished: Unfinished[] = [];
      const end = later(patience);
      for (;;) {
        const due = [...rows.values()]
          .flatMap((row) => (row.runAt === null ? [] : [{ row, runAt: row.runAt }]))
          .sort((a, b) => (a.runAt < b.runAt ? -1 : 1));
        const [next] = due;
        if (next === undefined) return unfinished;
        if (!hasRoom() || next.runAt > end) {
          return [...unfinished, ...due.map(({ row }) => ({ subject: row.subject, error: null }))];
        }
        const wait = millisecondsUntil(next.runAt, clock.now());
        if (wait > 0) await sleep(wait);
        const error = await run(next.row, handler);
        if (error !== null) unfinished.push({ subject: next.row.subject, error });
      }
    },
  };
}

function startRow(subject: Subject): Row {
  return {
    subject,
    minimumVersion: null,
    headSha: null,
    runAt: null,
    looks: 0,
    failures: 0,
    memory: emptyMemory,
  };
}

/** The key of a row. A run is about one repository. */
const keyOf = (subject: Subject): string =>
  subject.kind === "pull_request" ? `#${subject.number}` : JSON.stringify(subject);

function toKnown(row: Row, headSha: string, numbers: number[]): KnownPullRequest[] {
  const { subject, minimumVersion, runAt, failures, memory } = row;
  if (subject.kind !== "pull_request") return [];
  const head = row.headSha ?? memory.headSha ?? memory.standing?.headSha ?? null;
  if (head !== headSha && !numbers.includes(subject.number)) return [];
  const { number } = subject;
  return [{ number, headSha: head, toldAt: minimumVersion?.updatedAt ?? null, runAt, failures, memory }];
}

/** True when another try may succeed. */
function mayPass(error: unknown): boolean {
  return (
    !(error instanceof GitHubError) || ["unavailable", "rate_limited", "conflict"].includes(error.reason)
  );
}

function millisecondsUntil(instant: Instant, now: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds - Temporal.Instant.from(now).epochMilliseconds;
}

import type { Logger } from "pino";
import type { Instant } from "../../core/pull-request.ts";
import type { Clock, Handler } from "../../reconcile/ports.ts";
import { toEpoch } from "../epoch.ts";
import type { End } from "../row/finish-run.ts";
import type { SubjectRow } from "../row/subject-row.ts";
import { logFailed, runHandler } from "../run-handler.ts";
import type { SqliteStore } from "./sqlite-store.ts";

/** A subject that is being looked at. */
export interface RunningSubject {
  /** The earliest instant that a look was requested for in the meantime, in milliseconds since 1970. */
  askedAt: number | null;
}

interface Parts {
  handler: Handler;
  store: SqliteStore;
  write<T>(work: () => T): Promise<T>;
  running: Map<string, RunningSubject>;
  clock: Clock;
  logger: Logger;
  /** Aborted when looks under way have had `grace` to end. */
  stopped: AbortSignal;
}

/** Milliseconds before the next try to store the end of a run. */
const pause = 1000;

/** Looks at the subject of a due row: gives it to the handler and stores how that ended. */
export function createRunner(parts: Parts): (row: SubjectRow) => Promise<void> {
  return async (row) => {
    const { store, running, logger } = parts;
    const { key } = row;
    const run: RunningSubject = { askedAt: null };
    running.set(key, run);
    try {
      const remember = (memory: SubjectRow["memory"]) => parts.write(() => store.updateMemory(key, memory));
      const repositoryFirstSeenAt = findRepositoryFirstSeenAt(store, row);
      const end = await runHandler(
        parts.handler,
        { ...row, repositoryFirstSeenAt },
        { remember, stopped: parts.stopped, logger },
      );
      if (end.type !== "interrupted") await finish(parts, row, run, end);
    } finally {
      running.delete(key);
    }
  };
}

function findRepositoryFirstSeenAt(store: SqliteStore, { subject }: SubjectRow): Instant | null {
  if (subject.kind === "installation") return null;
  return store.findRepositoryFirstSeenAt(subject.installationId, subject.repository.id);
}

/** Tries until the database stores it: otherwise the row would be due at once and run in a circle. */
async function finish(parts: Parts, row: SubjectRow, run: RunningSubject, end: End): Promise<void> {
  while (!parts.stopped.aborted) {
    try {
      await parts.write(() => writeEnd(parts, row, run, end));
      return;
    } catch (error) {
      parts.logger.error({ err: error, subject: row.key }, "Couldn't store the end of a look; trying again");
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function writeEnd(parts: Parts, given: SubjectRow, run: RunningSubject, end: End): void {
  const now = toEpoch(parts.clock.now());
  const row = parts.store.finishRun(given.key, { given, askedAt: run.askedAt, now }, end);
  logFailed(row, parts.logger);
}

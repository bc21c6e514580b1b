import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { Handler } from "../../reconcile/ports.ts";
import { toEpoch } from "../../reconcile/row/epoch.ts";
import { type DatabaseDependencies, DatabaseError } from "../database.ts";
import { type RunStore, runSubject } from "../run-subject.ts";
import type { PostgresTables } from "../tables.ts";
import { graceMs, startWorkLoop, type WorkLoop } from "../work-loop.ts";
import { endLeases, endRun, leaseDue, leaseMs, renewLeases, updateMemory } from "./postgres-store.ts";
import * as queries from "./queries.ts";

/** A subject that this process looks at. */
interface Lease {
  /** When it was last taken or renewed, measured before the database was asked; `performance.now()`. */
  since: number;
  lost: AbortController;
}

interface Leases {
  /** Holds a subject for a run. Its signal is aborted once the subject may belong to another process. */
  hold(key: string, since: number): AbortSignal;
  drop(key: string): void;
  stop(): void;
}

/** How often leases are renewed, in milliseconds. */
const renewEveryMs = 5000;

/**
 * Renews the leases of what this process looks at, and aborts the runs that lost theirs: another process has
 * it, or may soon, because the database could not be reached for too long.
 */
function keepLeases(options: {
  /** The keys that are still ours. */
  renew(keys: string[]): Promise<string[]>;
  logger: Logger;
}): Leases {
  const { renew, logger } = options;
  const held = new Map<string, Lease>();

  const renewAll = async () => {
    const since = performance.now();
    const asked = [...held];
    if (asked.length === 0) return;
    const renewed = new Set(await renew(asked.map(([key]) => key)));
    for (const [key, lease] of asked) {
      if (renewed.has(key)) lease.since = since;
      else lease.lost.abort(new Error("Another process looks at it now."));
    }
  };
  const abortLate = () => {
    for (const { since, lost } of held.values()) {
      if (performance.now() - since > leaseMs - renewEveryMs) {
        lost.abort(new Error("Couldn't renew the lease in the database."));
      }
    }
  };
  const keep = () => {
    void renewAll().catch((error) => logger.warn({ err: error }, "Couldn't renew leases"));
    abortLate();
  };
  const timer = setInterval(keep, renewEveryMs);
  return {
    hold: (key, since) => {
      const lease = { since, lost: new AbortController() };
      held.set(key, lease);
      return lease.lost.signal;
    },
    drop: (key) => void held.delete(key),
    stop: () => clearInterval(timer),
  };
}

/** How often to look for rows that another process made due, in milliseconds. */
const pollMs = 1000;

/**
 * Everything that a process does to work on the queue: leases due rows, looks at their subjects, and releases
 * them.
 */
export function startWorkers(
  options: DatabaseDependencies & {
    database: Kysely<PostgresTables>;
    handler: Handler;
    concurrency: number;
    countLate?: (seconds: number) => void;
  },
): WorkLoop {
  const { database, clock, handler, logger } = options;
  const by = randomUUID();
  const stopping = new AbortController();
  const leases = keepLeases({ renew: (keys) => renewLeases(database, by, keys), logger });
  const readNow = () => toEpoch(clock.now());
  let lastQueryAt = performance.now();

  const store: RunStore = {
    async findRepositoryFirstSeenAt(installationId, repositoryId) {
      const scope = { installationId, repositoryId };
      const seen = await queries.findRepositoryFirstSeen(database, scope).executeTakeFirst();
      return seen?.first_seen_at ?? null;
    },
    async updateMemory(key, memory) {
      if (await updateMemory(database, { by, key, memory })) return;
      throw new DatabaseError("Another process has taken this over.", { reason: "stopped" });
    },
    finishRun: (given, end) =>
      database
        .transaction()
        .execute((transaction) =>
          endRun(transaction, { by, key: given.key }, { given, now: readNow() }, end),
        ),
  };

  const loop = startWorkLoop(
    {
      take: (limit, running) => {
        lastQueryAt = performance.now();
        return leaseDue(database, { by, now: readNow(), limit, running });
      },
      untilNext: () => pollMs,
      run: async (row) => {
        options.countLate?.((readNow() - Number(row.runAt)) / 1000);
        const stopped = AbortSignal.any([stopping.signal, leases.hold(row.key, lastQueryAt)]);
        await runSubject(row, { store, handler, stopped, logger }).finally(() => leases.drop(row.key));
      },
    },
    options,
  );
  return {
    ...loop,
    async stop() {
      const late = setTimeout(() => stopping.abort(), graceMs);
      await loop.stop();
      clearTimeout(late);
      leases.stop();
      // Otherwise the next process has to wait until the leases expire.
      await endLeases(database, { by, now: readNow() }).catch((error) =>
        logger.warn({ err: error }, "Couldn't give leases back; other processes wait until they end"),
      );
    },
  };
}

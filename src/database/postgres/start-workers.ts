import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Handler } from "../../reconcile/ports.ts";
import { toEpoch } from "../epoch.ts";
import type { DatabaseParts } from "../opened-database.ts";
import type { PostgresTables } from "../tables.ts";
import { startWorkLoop, type WorkLoop } from "../work-loop.ts";
import { keepLeases } from "./leases.ts";
import { endLeases, leaseDue, leaseFor, renewLeases } from "./postgres-store.ts";
import { runSubject } from "./run-subject.ts";

/** How often due rows are looked for that another process was told of, in milliseconds. */
const poll = 1000;
/** How long runs under way may take to end before they are told to, in milliseconds. */
const grace = 20_000;

/**
 * Everything that a process does to work on the queue: it leases due rows, looks at their subjects, and lets
 * go of them.
 */
export function startWorkers(
  parts: DatabaseParts & {
    database: Kysely<PostgresTables>;
    handler: Handler;
    concurrency: number;
    countLate?: (seconds: number) => void;
  },
): WorkLoop {
  const { database, clock, logger } = parts;
  const by = randomUUID();
  const stopping = new AbortController();
  const leases = keepLeases({ renew: (keys) => renewLeases(database, by, keys), leaseFor, logger });
  const readNow = () => toEpoch(clock.now());
  let askedAt = performance.now();

  const loop = startWorkLoop(
    {
      take: (limit, running) => {
        askedAt = performance.now();
        return leaseDue(database, { by, now: readNow(), limit, running });
      },
      untilNext: () => poll,
      run: async (row) => {
        parts.countLate?.((readNow() - row.runAt!) / 1000);
        const stopped = AbortSignal.any([stopping.signal, leases.hold(row.key, askedAt)]);
        await runSubject({ ...parts, by }, row, stopped).finally(() => leases.drop(row.key));
      },
    },
    parts,
  );
  return {
    ...loop,
    async stop() {
      const late = setTimeout(() => stopping.abort(), grace);
      await loop.stop();
      clearTimeout(late);
      leases.stop();
      // Without it the next process waits for the leases' end.
      await endLeases(database, { by, now: readNow() }).catch((error) =>
        logger.warn({ err: error }, "Leases could not be given back; others wait for their end"),
      );
    },
  };
}

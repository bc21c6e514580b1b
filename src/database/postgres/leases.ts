import type { Logger } from "pino";

/** A subject that this process looks at. */
interface Lease {
  /** When it was taken or renewed last, before the database was asked; `performance.now()`. */
  since: number;
  lost: AbortController;
}

export interface Leases {
  /** Holds a subject for a run. The signal is aborted when it may be another process' by now. */
  hold(key: string, since: number): AbortSignal;
  drop(key: string): void;
  stop(): void;
}

/** How often leases are renewed, in milliseconds. */
const beat = 5000;

/**
 * Renews the leases of what this process looks at, and tells the runs that have lost theirs: another process
 * has it, or the database could not be told for so long that another may have it soon.
 */
export function keepLeases(parts: {
  /** The keys of those that are still ours. */
  renew(keys: string[]): Promise<string[]>;
  /** How long a lease lasts, in milliseconds. */
  leaseFor: number;
  logger: Logger;
}): Leases {
  const { renew, leaseFor, logger } = parts;
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
  const tell = () => {
    for (const { since, lost } of held.values()) {
      if (performance.now() - since > leaseFor - beat) {
        lost.abort(new Error("The database could not be told that it is still being looked at."));
      }
    }
  };
  const keep = () => {
    void renewAll().catch((error) => logger.warn({ err: error }, "Leases could not be renewed"));
    tell();
  };
  const timer = setInterval(keep, beat);
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

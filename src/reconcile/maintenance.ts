import type { Instant } from "../core/pull-request.ts";
import type { Clock, GitHub, Queue } from "./ports.ts";
import { recoverDeliveries } from "./recover-deliveries.ts";
import type { ReconcileLog } from "./parts.ts";
import { resync } from "./resync.ts";

/** How often the delivery log is read for deliveries that GitHub could not hand over. */
const recoverEvery = 60 * 60 * 1000;

export interface MaintenanceParts {
  github: GitHub;
  queue: Pick<Queue, "look" | "isEmpty" | "findLastDeliveryAt">;
  /** Asked at start, so that our own deliveries are known as ours. */
  identity: () => Promise<unknown>;
  clock: Clock;
  log: ReconcileLog;
}

export interface Maintenance {
  /** Resolves when the first run is over, well or not. */
  start(): Promise<void>;
  stop(): void;
}

/**
 * What the app does unasked: at start it learns who it is, resyncs when the database is new, and asks GitHub for the
 * deliveries that were missed since the last one; then hourly again. A failure is logged and waits for the next hour.
 */
export function createMaintenance(parts: MaintenanceParts): Maintenance {
  let timer: NodeJS.Timeout | undefined;
  let lastRunAt: Instant | null = null;

  const run = async () => {
    await parts.identity();
    const isNew = lastRunAt === null && (await parts.queue.isEmpty());
    const since = lastRunAt ?? (await parts.queue.findLastDeliveryAt());
    const startedAt = parts.clock.now();
    // A new database has nothing to recover: the resync looks at everything that is open.
    if (isNew)
      parts.log.info(
        { installations: await resync(parts) },
        "a new database: looking at every open pull request",
      );
    else await recover(parts, since, startedAt);
    lastRunAt = startedAt;
  };
  const runLogged = () =>
    run().catch((err: unknown) =>
      parts.log.warn({ err }, "recovering missed deliveries failed; the next try is in an hour"),
    );
  return {
    start() {
      timer = setInterval(() => void runLogged(), recoverEvery);
      timer.unref();
      return runLogged();
    },
    stop: () => clearInterval(timer),
  };
}

async function recover(
  { github, log }: MaintenanceParts,
  since: Instant | null,
  now: Instant,
): Promise<void> {
  const redelivered = await recoverDeliveries(github, { since, now });
  if (redelivered > 0) log.info({ redelivered }, "asked GitHub for missed deliveries");
}

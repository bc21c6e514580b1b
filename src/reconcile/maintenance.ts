import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import type { Clock, GitHub, Queue } from "./ports.ts";
import { recoverDeliveries } from "./recover-deliveries.ts";
import type { ReconcileLog } from "./parts.ts";
import { resync } from "./resync.ts";

/** How often the delivery log is read for deliveries that GitHub could not hand over. */
const recoverEvery = 60 * 60 * 1000;
/** The pause after a first failure; each further one doubles it. A server often starts before its network does. */
const retryAfter = 60 * 1000;
/** github.com keeps deliveries for three days (an Enterprise Server for seven): what was missed before is looked up instead. */
const retention = { hours: 72 };
/** Deliveries of the last minute may still be on their way; the next run takes them. */
const grace = { minutes: 1 };

export interface MaintenanceParts {
  github: GitHub;
  queue: Pick<Queue, "look" | "findCaughtUpAt" | "markCaughtUp">;
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
 * What the app does unasked: at start it learns who it is, and catches up with what it missed while it was down: by having
 * deliveries sent again, or, when the database is new or GitHub keeps them no longer, by looking at every open pull request.
 * Hourly again. How far it has caught up is stored; a failure is logged, and the next run, a minute later at first and at most
 * an hour, begins where the last one did.
 */
export function createMaintenance(parts: MaintenanceParts): Maintenance {
  const { queue, clock } = parts;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let isStopped = false;

  const run = async () => {
    await parts.identity();
    const since = await queue.findCaughtUpAt();
    const now = Temporal.Instant.from(clock.now());
    const until = now.subtract(grace).toString();
    const kept = now.subtract(retention);
    if (since === null || Temporal.Instant.compare(since, kept) < 0) await lookAtEverything(parts, since);
    else await recover(parts, { since, until });
    await queue.markCaughtUp(until);
  };
  const runAndPlan = async () => {
    let pause = recoverEvery;
    try {
      await run();
      failures = 0;
    } catch (err) {
      pause = Math.min(retryAfter * 2 ** failures, recoverEvery);
      failures += 1;
      const minutes = pause / 60_000;
      parts.log.warn({ err, minutes }, "catching up with missed deliveries failed; it is tried again later");
    }
    if (isStopped) return;
    timer = setTimeout(() => void runAndPlan(), pause);
    timer.unref();
  };
  return {
    start: runAndPlan,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function lookAtEverything(parts: MaintenanceParts, since: Instant | null): Promise<void> {
  const installations = await resync(parts);
  const why = since === null ? "a new database" : "away for longer than GitHub keeps deliveries";
  parts.log.info({ installations, since }, `${why}: looking at every open pull request`);
}

async function recover(
  { github, log }: MaintenanceParts,
  span: { since: Instant; until: Instant },
): Promise<void> {
  const redelivered = await recoverDeliveries(github, span);
  if (redelivered > 0) log.info({ redelivered }, "asked GitHub for missed deliveries");
}

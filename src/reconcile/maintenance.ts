import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import type { ReconcileLog } from "./parts.ts";
import type { Clock, GitHub, LoggedDelivery, Look, Queue } from "./ports.ts";
import { GitHubError } from "./ports/github-error.ts";

/** How often the delivery log is read for deliveries that GitHub could not hand over. */
const recoverEvery = 10 * 60 * 1000;
/**
 * The pause after a start and after a first failure; each further failure doubles it. Just before a start
 * nobody listened, and what GitHub could not hand over then is in its log by now; and a server often starts
 * before its network does.
 */
const soon = 15 * 1000;
/**
 * github.com keeps deliveries for three days (an Enterprise Server for seven): what was missed before is
 * looked up instead.
 */
const retention = { hours: 72 };
/** GitHub waits ten seconds for an answer: younger deliveries may still be on their way. */
const underWay = { seconds: 12 };
/** An Enterprise Server waits thirty, and a log may lag: the last minute is read again by the next run. */
const overlap = { minutes: 1 };

interface MaintenanceParts {
  github: GitHub;
  queue: Pick<Queue, "look" | "findCaughtUpAt" | "markCaughtUp">;
  /** Asked at start, so that our own deliveries are known as ours. */
  identity: () => Promise<unknown>;
  clock: Clock;
  log: ReconcileLog;
}

interface Maintenance {
  /** Resolves when the first run is over, well or not. */
  start(): Promise<void>;
  stop(): void;
}

/**
 * What the app does unasked: at start it learns who it is, and catches up with what it missed while it was
 * down: by having deliveries sent again, or, when the database is new or GitHub keeps them no longer, by
 * looking at every open pull request. Again 15 seconds later, and then every ten minutes. How far it has
 * caught up is stored; a failure is logged, and the next run, which comes sooner, begins where the last one
 * did.
 */
export function createMaintenance(parts: MaintenanceParts): Maintenance {
  const { queue, clock } = parts;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let isFirst = true;
  let isStopped = false;

  const run = async () => {
    await parts.identity();
    const since = await queue.findCaughtUpAt();
    const now = Temporal.Instant.from(clock.now());
    const kept = now.subtract(retention);
    if (since === null || Temporal.Instant.compare(since, kept) < 0) await lookAtEverything(parts, since);
    else await recover(parts, { since, until: now.subtract(underWay).toString() });
    await queue.markCaughtUp(now.subtract(overlap).toString());
  };
  const runAndPlan = async () => {
    let pause = isFirst ? soon : recoverEvery;
    isFirst = false;
    try {
      await run();
      failures = 0;
    } catch (err) {
      pause = Math.min(soon * 2 ** failures, recoverEvery);
      failures += 1;
      const seconds = pause / 1000;
      parts.log.warn({ err, seconds }, "catching up with missed deliveries failed; it is tried again later");
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

/** What GitHub will not send again, whoever asks: it is kept no longer, or its hook is another one by now. */
const refusals = new Set(["not_found", "invalid", "conflict"]);

/**
 * Asks GitHub to send again what it could not deliver: GitHub never does that by itself. Reads the app's
 * delivery log back to `since` and redelivers one attempt of each delivery up to `until` that was never
 * answered "OK". One that GitHub refuses to send holds up none of the others. Resolves with the number of
 * redeliveries.
 * https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries
 */
export async function recoverDeliveries(
  github: Pick<GitHub, "listDeliveries" | "redeliver">,
  { since, until }: { since: Instant; until: Instant },
): Promise<number> {
  const attempts: LoggedDelivery[] = [];
  for await (const page of github.listDeliveries()) {
    attempts.push(...page);
    const oldest = page.at(-1);
    if (oldest && Temporal.Instant.compare(oldest.deliveredAt, since) < 0) break;
  }
  const answered = new Set(attempts.filter(({ status }) => status === "OK").map(({ guid }) => guid));
  const failed = new Map<string, number>();
  for (const { guid, id, deliveredAt } of attempts) {
    const inTime =
      Temporal.Instant.compare(deliveredAt, since) >= 0 && Temporal.Instant.compare(deliveredAt, until) <= 0;
    if (inTime && !answered.has(guid) && !failed.has(guid)) failed.set(guid, id);
  }
  let redelivered = 0;
  for (const id of failed.values()) if (await redeliver(github, id)) redelivered += 1;
  return redelivered;
}

async function redeliver(github: Pick<GitHub, "redeliver">, id: number): Promise<boolean> {
  try {
    await github.redeliver(id);
    return true;
  } catch (error) {
    if (error instanceof GitHubError && refusals.has(error.reason)) return false;
    throw error;
  }
}

/**
 * Looks at every open pull request of every installation: after the database was lost this restores all
 * wake-ups, since GitHub is the source of truth. Costs one request an installation, one a repository and one
 * a pull request, spread.
 */
async function resync({ github, queue }: { github: GitHub; queue: Pick<Queue, "look"> }): Promise<number> {
  let installations = 0;
  for await (const ids of github.listInstallations()) {
    installations += ids.length;
    await queue.look(
      ids.map(
        (installationId): Look => ({
          subject: { kind: "installation", installationId, reason: "resync" },
          fence: null,
          intents: [],
          notBefore: null,
        }),
      ),
    );
  }
  return installations;
}

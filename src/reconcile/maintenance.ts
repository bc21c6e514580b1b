import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import type { ReconcileLog } from "./dependencies.ts";
import { GitHubError } from "./github-error.ts";
import type { Clock, GitHub, LoggedDelivery, Look, Queue } from "./ports.ts";

/** How often the delivery log is checked for deliveries that failed. */
const recoverEveryMs = 10 * 60 * 1000;
/**
 * The pause after a start and after a first failure; each further failure doubles it. A server often starts
 * before its network does, and deliveries that failed just before the start are in the log by then.
 */
const firstPauseMs = 15 * 1000;
/**
 * github.com keeps deliveries for three days, an Enterprise Server for seven. Anything missed before that is
 * found by a resync.
 */
const retention = { hours: 72 };
/** GitHub waits ten seconds for an answer, so younger deliveries may still be under way. */
const underWay = { seconds: 12 };
/**
 * An Enterprise Server waits thirty seconds, and a log may lag, so the next run reads the last minute again.
 */
const overlap = { minutes: 1 };

interface MaintenanceDependencies {
  github: GitHub;
  queue: Pick<Queue, "look" | "findCaughtUpAt" | "markCaughtUp" | "listRepositories" | "forget">;
  /** Called at start, so that our own deliveries are recognised. */
  identity: () => Promise<unknown>;
  clock: Clock;
  logger: ReconcileLog;
}

interface Maintenance {
  /** Resolves when the first run has ended, whether it worked or not. */
  start(): Promise<void>;
  stop(): void;
}

/**
 * Background work. At start it learns who the app is and catches up: it requests redelivery of failed
 * deliveries, or, if the database is new or GitHub no longer keeps them, looks at every open pull request. It
 * runs again after 15 seconds and then every ten minutes, and stores how far it got. Once a day it also
 * forgets repositories that are gone. A failure is logged; the next run comes sooner and continues from
 * there.
 */
export function createMaintenance(dependencies: MaintenanceDependencies): Maintenance {
  const { queue, clock } = dependencies;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let isFirst = true;
  let hasCaughtUp = false;
  let isStopped = false;

  const run = async () => {
    await dependencies.identity();
    const since = await queue.findCaughtUpAt();
    const now = Temporal.Instant.from(clock.now());
    const kept = now.subtract(retention);
    if (since === null || Temporal.Instant.compare(since, kept) < 0)
      await lookAtEverything(dependencies, since);
    else
      await recover(dependencies, { since, until: now.subtract(underWay).toString(), isStart: !hasCaughtUp });
    const caughtUpAt = now.subtract(overlap).toString();
    if (since !== null && dayOf(since) < dayOf(caughtUpAt)) await forgetGone(dependencies);
    await queue.markCaughtUp(caughtUpAt);
  };
  const runAndPlan = async () => {
    let pause = isFirst ? firstPauseMs : recoverEveryMs;
    isFirst = false;
    try {
      await run();
      hasCaughtUp = true;
      failures = 0;
    } catch (err) {
      pause = Math.min(firstPauseMs * 2 ** failures, recoverEveryMs);
      failures += 1;
      const seconds = pause / 1000;
      // `watchCredentials` has logged that.
      if (!(err instanceof GitHubError && err.reason === "unauthorized"))
        dependencies.logger.warn(
          { err, seconds },
          "Couldn't catch up with missed deliveries; trying again later",
        );
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

/** The UTC day of an instant: `2026-01-31`. */
const dayOf = (at: Instant) => at.slice(0, 10);

async function lookAtEverything(dependencies: MaintenanceDependencies, since: Instant | null): Promise<void> {
  const installations = await resync(dependencies);
  const why = since === null ? "A new database" : "Away for longer than GitHub keeps deliveries";
  dependencies.logger.info({ installations, since }, `${why}: looking at every open pull request`);
}

async function recover(
  { github, logger }: MaintenanceDependencies,
  span: { since: Instant; until: Instant; isStart: boolean },
): Promise<void> {
  const redelivered = await recoverDeliveries(github, span);
  if (redelivered > 0) logger.info({ redelivered }, "Asked GitHub to resend missed deliveries");
}

/** GitHub won't send the delivery again: it no longer keeps it, or the hook has changed. */
const refusals = new Set(["not_found", "invalid", "conflict"]);

/**
 * Our intake's answers to a delivery whose form or signature is wrong, which it would refuse again. Any other
 * 4xx comes from something in between.
 */
const refusedByUs = new Set([400, 413, 415]);

/**
 * Requests redelivery of failed deliveries, which GitHub never does by itself. Reads the app's delivery log
 * back to `since` and redelivers one attempt of each delivery up to `until` that was never answered "OK".
 * Deliveries that we refused ourselves are requested only at a start, which may have corrected a wrong
 * webhook secret. A refused redelivery doesn't hold up the others. Resolves with the number of redeliveries.
 * https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries
 */
export async function recoverDeliveries(
  github: Pick<GitHub, "listDeliveries" | "redeliver">,
  { since, until, isStart }: { since: Instant; until: Instant; isStart: boolean },
): Promise<number> {
  const attempts: LoggedDelivery[] = [];
  for await (const page of github.listDeliveries()) {
    attempts.push(...page);
    const oldest = page.at(-1);
    if (oldest && Temporal.Instant.compare(oldest.deliveredAt, since) < 0) break;
  }
  const answered = new Set(attempts.filter(({ status }) => status === "OK").map(({ guid }) => guid));
  const failed = new Map<string, LoggedDelivery>();
  for (const attempt of attempts) {
    const { guid, deliveredAt } = attempt;
    const inTime =
      Temporal.Instant.compare(deliveredAt, since) >= 0 && Temporal.Instant.compare(deliveredAt, until) <= 0;
    if (inTime && !answered.has(guid) && !failed.has(guid)) failed.set(guid, attempt);
  }
  let redelivered = 0;
  for (const { id, statusCode } of failed.values()) {
    if (!isStart && refusedByUs.has(statusCode)) continue;
    if (await redeliver(github, id)) redelivered += 1;
  }
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
 * Looks at every open pull request of every installation, which restores all wake-ups after the database was
 * lost. Costs one request for each installation, repository and pull request, spread over time. Resolves with
 * the number of installations.
 */
async function resync({ github, queue }: MaintenanceDependencies): Promise<number> {
  let installations = 0;
  for await (const ids of github.listInstallations()) {
    installations += ids.length;
    await queue.look(
      ids.map(
        (installationId): Look => ({
          subject: { kind: "installation", installationId, reason: "resync" },
          minimumVersion: null,
          intents: [],
          notBefore: null,
        }),
      ),
    );
  }
  return installations;
}

/**
 * Forgets repositories that the app no longer covers, even if the delivery that said so was lost: nothing is
 * kept for longer than a day after the app was removed. Costs one request, and one for each installation.
 */
async function forgetGone({ github, queue, logger }: MaintenanceDependencies): Promise<void> {
  // Reads the rows first, so that none of a repository that is added meanwhile is among them.
  const known = Map.groupBy(await queue.listRepositories(), ({ installationId }) => installationId);
  if (known.size === 0) return;
  const installed = new Set<number>();
  for await (const ids of github.listInstallations()) for (const id of ids) installed.add(id);
  for (const [installationId, rows] of known) {
    if (!installed.has(installationId)) {
      await queue.forget({ installationId });
      continue;
    }
    try {
      const covered = new Set<number>();
      for await (const page of github.listRepositories(installationId))
        for (const { id } of page) covered.add(id);
      const gone = rows.filter(({ repositoryId }) => !covered.has(repositoryId));
      for (const { repositoryId } of gone) await queue.forget({ installationId, repositoryId });
    } catch (err) {
      // The other installations don't wait; this one is tried again tomorrow.
      if (!(err instanceof GitHubError)) throw err;
      logger.warn({ err, installationId }, "Couldn't read which repositories an installation covers");
    }
  }
}

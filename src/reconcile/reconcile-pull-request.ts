import { Temporal } from "temporal-polyfill";
import { findEarliest } from "../core/calendar/instant.ts";
import { wasEditedSinceReady } from "../core/calendar/running.ts";
import type { Observation } from "../core/observation.ts";
import type { Plan } from "../core/planned.ts";
import type { Instant } from "../core/pull-request.ts";
import type { KeptLife } from "../core/report/history/keep-life.ts";
import { actOnPlan } from "./act.ts";
import type { ReconcileDependencies } from "./dependencies.ts";
import { isStale, lookAgainSoon, withoutPauses } from "./freshness.ts";
import { GitHubError } from "./github-error.ts";
import { GaveUpError } from "./judge.ts";
import { type JudgedPullRequest, judgePullRequest } from "./judge-pull-request.ts";
import { findUnsureUntil, forgetOld } from "./memory.ts";
import type { Job, JobContext, Memory, Outcome, PullRequestSubject } from "./ports.ts";
import { leaveHead, lookAtTwins, shareChecks } from "./share-checks.ts";
import { tryChangedConfig } from "./try-changed-config.ts";

/** Observe → read → decide → act → remember, for one pull request. */
export async function reconcilePullRequest(
  dependencies: ReconcileDependencies,
  job: Job<PullRequestSubject>,
  context: JobContext,
): Promise<Outcome> {
  const { github, clock } = dependencies;
  const observation = await github.observePullRequest(job.subject);
  const memory = forgetOld(job.memory, clock.now());
  const isOld = isTooOld(observation, job, memory);
  const tooEarly = findTooEarly(observation, { job, memory, isOld, now: clock.now() });
  if (tooEarly !== null) return tooEarly;
  if (observation === null) {
    await leaveHead(memory, { dependencies, job, context });
    return { type: "gone" };
  }

  const judged = await judgePullRequest(dependencies, observation, { ...job, memory });
  const shared = await shareChecks(judged.plan, memory, { dependencies, job, observation, context });
  if ("type" in shared) return shared;
  const { plan, runs, sharing } = shared;
  const seen = { ...observation, pullRequest: { ...observation.pullRequest, ownCheckRuns: runs } };
  const { subject } = job;
  const done = await actOnPlan(plan, {
    dependencies,
    subject,
    observation: seen,
    memory: shared.memory,
    context,
  });
  await lookAtTwins(done.memory, runs, { dependencies, job, observation });
  const target = { ...subject, repository: observation.repository };
  const change = { subject: target, observation, changedConfig: judged.changedConfig, sharing };
  const tried = await tryChangedConfig(dependencies, change, done.memory);
  return {
    type: "done",
    life: await findLifeToKeep(dependencies, observation, {
      subject: target,
      isOff: judged.summary === null,
    }),
    wakeAt: findWakeAt(plan, { ...done, isOld, now: clock.now() }),
    memory: {
      ...withoutPauses(tried),
      permissions: rememberPermissions(memory, judged),
      verdict: judged.verdict,
      threads: judged.threads,
      headSha: observation.pullRequest.headSha,
      seenAt: observation.pullRequest.updatedAt,
    },
  };
}

function isTooOld(observation: Observation | null, job: Job, { seenAt }: Memory): boolean {
  return observation === null ? isExpected(job) : isStale(observation, job.minimumVersion, seenAt);
}

/**
 * When to look again instead of deciding: the observation is outdated, or it isn't known yet whether a create
 * was stored.
 */
function findTooEarly(
  observation: Observation | null,
  { job, memory, isOld, now }: { job: Job; memory: Memory; isOld: boolean; now: Instant },
): Outcome | null {
  const later = isOld ? lookAgainSoon(memory, job.minimumVersion, now) : null;
  if (later !== null || observation === null) return later;
  const unsureUntil = findUnsureUntil(memory, now);
  return unsureUntil === null ? null : { type: "again", at: unsureUntil, memory };
}

/**
 * Our own writes cause no delivery, so a look that depends on one is planned here: at once after an edit of
 * the body; a minute after a reminder, because the next is counted from the one that GitHub shows. Also a
 * minute after an outdated observation was used, so that no check hangs because GitHub's reads lag.
 */
function findWakeAt(
  plan: Plan,
  { again, refused, isOld, now }: { again: Instant | null; refused: boolean; isOld: boolean; now: Instant },
): Instant | null {
  if (plan.bodyEdit) return now;
  const reminded = plan.reminders.length > 0 && !refused;
  const soon = reminded || isOld ? Temporal.Instant.from(now).add({ minutes: 1 }).toString() : null;
  return findEarliest([again, soon, plan.wakeAt]);
}

/** The life of a closed pull request, for the report. It may be missing: the report then asks GitHub. */
async function findLifeToKeep(
  { github, judge, clock, logger, keepsHistory }: ReconcileDependencies,
  observation: Observation,
  { subject, isOff }: { subject: PullRequestSubject; isOff: boolean },
): Promise<KeptLife | null> {
  const { pullRequest } = observation;
  if (pullRequest.state === "open" || isOff || !keepsHistory) return null;
  try {
    const edits = wasEditedSinceReady(pullRequest) ? await github.listBodyEdits(subject) : [];
    return await judge.run("keepObservedLife", { observation, edits, now: clock.now() });
  } catch (error) {
    if (!(error instanceof GitHubError || error instanceof GaveUpError)) throw error;
    logger.warn({ err: error }, "Couldn't keep what the report counts of a pull request");
    return null;
  }
}

function rememberPermissions(
  { permissions }: Memory,
  { input: { freshPermissions, now } }: JudgedPullRequest,
): Memory["permissions"] {
  const fresh = [...freshPermissions].map(([login, permission]) => ({ login, permission, at: now }));
  return [...permissions.filter(({ login }) => !freshPermissions.has(login)), ...fresh];
}

/**
 * True if a delivery named the pull request, so that a read that doesn't find it may lag. Otherwise it was
 * deleted or is hidden from us.
 */
function isExpected({ minimumVersion }: Job): boolean {
  return minimumVersion?.updatedAt != null;
}

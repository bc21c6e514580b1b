import { Temporal } from "temporal-polyfill";
import { decide } from "../core/plan/decide.ts";
import type { Facts } from "../core/plan/facts.ts";
import { findWrites } from "../core/plan/find-writes.ts";
import { findLastVerdict } from "../core/plan/last-verdict.ts";
import type { Plan } from "../core/plan/plan.ts";
import type { Write } from "../core/plan/writes.ts";
import type { Instant, Observation } from "../core/pull-request.ts";
import { act } from "./act.ts";
import { gatherFacts } from "./gather-facts.ts";
import { isStale, lookAgainSoon, withoutPauses } from "./fence.ts";
import { findUnsureUntil, forgetOld } from "./memory.ts";
import { withoutDeletedLabels } from "./label-history.ts";
import { isReminder } from "./reminder-budget.ts";
import { tryChangedConfig } from "./try-changed-config.ts";
import type { Job, JobContext, Memory, Outcome, Subject } from "./ports.ts";
import type { ReconcileParts } from "./reconcile.ts";

export interface ReconcileLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

type PullRequestJob = Job & { subject: Extract<Subject, { kind: "pull_request" }> };

/** Observe → read → decide → act → remember, for one pull request. */
export async function reconcilePullRequest(
  parts: ReconcileParts,
  job: PullRequestJob,
  context: JobContext,
): Promise<Outcome> {
  const { github, clock, log } = parts;
  const observation = await github.observePullRequest(job.subject);
  const remembered = forgetOld(job.memory, clock.now());
  const isTooOld =
    observation === null ? isExpected(job) : isStale(observation.pullRequest, job.fence, remembered.seenAt);
  const later = isTooOld ? lookAgainSoon(remembered, job.fence, clock.now()) : null;
  if (later !== null) return later;
  if (observation === null) return { type: "gone" };
  const unsureUntil = findUnsureUntil(remembered, clock.now());
  if (unsureUntil !== null) return { type: "again", at: unsureUntil, memory: remembered };

  const facts = await gatherFacts(parts, observation, { ...job, memory: remembered });
  const plan = decide(facts);
  const target = { ...job.subject, repository: observation.repository };
  const { id, labels } = observation.repository;
  const names = plan.labels.map(({ name }) => name);
  const memory = { ...remembered, labels: parts.labels.note(id, { names, labels }, remembered.labels) };
  const { writes, again } = parts.reminders.limit(
    job.subject,
    withoutDeletedLabels(findWrites(plan, observation, memory.created), memory.labels),
    clock.now(),
  );
  let latest = memory;
  const result = await act(writes, {
    github,
    target,
    memory,
    remember: (next) => {
      latest = next;
      return context.remember(next);
    },
    now: () => clock.now(),
  }).catch((error: unknown) => {
    // Another write came in between; a reminder that was not even tried keeps its place in line.
    const isUnsent = (write: Write) =>
      isReminder(write) && !latest.created.some(({ part }) => part === write.part);
    if (writes.some(isUnsent)) parts.reminders.giveBack(job.subject, clock.now());
    throw error;
  });
  if (result.refused.length > 0) log.warn({ refused: result.refused }, "some writes were refused");
  if (writes.some(({ type }) => type.endsWith("check_run"))) await lookAtSameHead(parts, job, observation);
  const tried = await tryChangedConfig(parts, target, facts, result.memory);
  return {
    type: "done",
    wakeAt: findWakeAt(plan, { again, refused: result.refused.length > 0, now: clock.now() }),
    memory: {
      ...withoutPauses(tried),
      permissions: rememberPermissions(memory, facts),
      verdict: findLastVerdict(facts),
      headSha: observation.pullRequest.headSha,
      seenAt: observation.pullRequest.updatedAt,
    },
  };
}

/**
 * What we write is not echoed back to us, so where the next decision depends on it the look is ours to plan: at once after
 * an edit of the body, and a minute after a reminder, since the next one is counted from the one that GitHub shows.
 */
function findWakeAt(
  plan: Plan,
  { again, refused, now }: { again: Instant | null; refused: boolean; now: Instant },
): Instant | null {
  if (plan.bodyEdit) return now;
  const reminded = plan.reminders.length > 0 && !refused;
  const soon = reminded ? Temporal.Instant.from(now).add({ minutes: 1 }).toString() : null;
  return [again, soon, plan.wakeAt].filter((at) => at !== null).sort()[0] ?? null;
}

function rememberPermissions(
  { permissions }: Memory,
  { freshPermissions, now }: Facts,
): Memory["permissions"] {
  const fresh = [...freshPermissions].map(([login, permission]) => ({ login, permission, at: now }));
  return [...permissions.filter(({ login }) => !freshPermissions.has(login)), ...fresh];
}

/** A delivery has told of the pull request, so a read that does not find it may lag. Else it was deleted, or is hidden from us. */
function isExpected({ fence }: Job): boolean {
  return fence?.updatedAt != null;
}

/** Our check on this commit has changed; the other pull requests on the same head conclude together with it. */
async function lookAtSameHead(
  { queue }: ReconcileParts,
  job: PullRequestJob,
  { pullRequest }: Observation,
): Promise<void> {
  if (pullRequest.sameHead.length === 0) return;
  await queue.look(
    pullRequest.sameHead.map(({ number }) => ({
      subject: { ...job.subject, number },
      fence: null,
      intents: [],
      notBefore: null,
    })),
  );
}

import { sendWrites } from "./act.ts";
import type { ReconcileDependencies } from "./dependencies.ts";
import { lookAgainSoon, withoutPauses } from "./freshness.ts";
import { findUnsureUntil, forgetOld } from "./memory.ts";
import type { Job, JobContext, MergeGroupSubject, Outcome } from "./ports.ts";

/**
 * A merge group waits for the same check names on its own commit. Each passes at once, because the pull
 * requests were judged.
 */
export async function reconcileMergeGroup(
  { github, judge, clock }: ReconcileDependencies,
  job: Job<MergeGroupSubject>,
  context: JobContext,
): Promise<Outcome> {
  const observation = await github.observeMergeGroup(job.subject);
  const memory = forgetOld(job.memory, clock.now());
  // A delivery named the commit, so a read that does not find it may lag.
  if (!observation) return lookAgainSoon(memory, job.minimumVersion, clock.now()) ?? { type: "gone" };
  const unsureUntil = findUnsureUntil(memory, clock.now());
  if (unsureUntil !== null) return { type: "again", at: unsureUntil, memory };
  const writes = await judge.run("lookAtMergeGroup", {
    ...observation,
    headSha: job.subject.headSha,
    recent: memory.created,
  });
  const result = await sendWrites(writes, {
    github,
    target: job.subject,
    memory,
    remember: (next) => context.remember(next),
    now: () => clock.now(),
  });
  return {
    type: "done",
    wakeAt: null,
    memory: { ...withoutPauses(result.memory), headSha: job.subject.headSha },
  };
}

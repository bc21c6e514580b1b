import type { Observation, OpenPullRequest } from "../core/observation.ts";
import { withRecentRuns } from "../core/plan/checks/own-runs.ts";
import {
  findOwners,
  type HeadStanding,
  listWriters,
  type Sharers,
  shareChecks,
} from "../core/plan/checks/shared-head.ts";
import type { Plan } from "../core/planned.ts";
import type { OwnCheckRun } from "../core/pull-request.ts";
import type { ReconcileParts } from "./parts.ts";
import type {
  Intent,
  Job,
  JobContext,
  KnownPullRequest,
  Memory,
  Outcome,
  PullRequestSubject,
} from "./ports.ts";
import { findHeadStanding, type ListedOpen, planWait, type SeenHead, seeHead } from "./see-head.ts";

/** What a look needs from the others on its head. */
export interface SharedHead {
  /** The plan, with only the check runs that this pull request writes. */
  plan: Plan;
  memory: Memory;
  sharers: Sharers;
  /** Our check runs on the head, newest first, including those that the others just made. */
  runs: OwnCheckRun[];
}

interface Sharing {
  parts: Pick<ReconcileParts, "queue" | "github" | "clock">;
  job: Job<PullRequestSubject>;
  observation: Observation;
  context: JobContext;
}

/**
 * Records what this pull request concludes on its head *before* reading what the others concluded, so that of
 * two simultaneous looks at least one sees the other. If one of them was not looked at on this head yet, that
 * comes first: nothing turns green early.
 */
export async function shareHead(
  plan: Plan,
  memory: Memory,
  { parts, job, observation, context }: Sharing,
): Promise<SharedHead | Outcome> {
  const { queue, clock } = parts;
  const { number, headSha, updatedAt, ownCheckRuns } = observation.pullRequest;
  const isFirst = memory.standing?.headSha !== headSha;
  const standing = stand(plan, observation, memory.standing);
  const noted: Memory = { ...memory, standing, seenAt: updatedAt };
  const isNews = JSON.stringify(standing) !== JSON.stringify(memory.standing);
  if (isNews || !standing.isOpen) await context.remember(noted);

  const list = await listOpen(parts, job.subject, observation, isFirst);
  const numbers = listNumbers(list.listed, headSha);
  const known = await queue.findOnHead(observation.repository.id, headSha, numbers);
  const head = seeHead(known, { number, headSha, ...list });
  const wait = planWait(head.unjudged, { before: memory.awaited ?? [], known, now: clock.now() });
  await lookAt(parts, job, head.missing.map(ofNumber));
  await lookAt(parts, job, wait.ask, job.intents);
  const waiting = { ...noted, awaited: wait.awaited };
  if (wait.until !== null && plan.checkRuns.length > 0) {
    await context.remember(waiting);
    // A pull request that was judged meanwhile did not know that it is waited for.
    const again = await queue.findOnHead(observation.repository.id, headSha, numbers);
    const isOver = seeHead(again, { number, headSha, ...list }).unjudged.length < head.unjudged.length;
    // It is looked at again anyway, so what it left to others is no reason to do that at once.
    const patient = { ...waiting, standing: { ...standing, left: [] } };
    await lookAtOthers(patient, ownCheckRuns, { parts, job, observation });
    return { type: "again", at: isOver ? clock.now() : wait.until, memory: { ...waiting, headSha } };
  }
  const sharers = { number, twins: head.twins, unseen: wait.unseen };
  const twins = head.twins.map((twin) => twin.number);
  const own = shareChecks(plan, sharers);
  const left = listLeft(plan, own);
  const shared = { ...waiting, standing: { ...standing, twins, left } };
  // Before reading the others again: if one of them has improved meanwhile, one of the two sees it.
  if (left.join() !== (standing.left ?? []).join()) await context.remember(shared);
  return {
    plan: own,
    memory: shared,
    sharers,
    runs: listRuns(ownCheckRuns, known, headSha),
  };
}

/**
 * After the writes: has every pull request looked at that now owns a check run on this head, or on the
 * previous one.
 */
export async function lookAtOthers(
  memory: Memory,
  ownCheckRuns: OwnCheckRun[],
  { parts, job, observation }: Omit<Sharing, "context">,
): Promise<void> {
  const { repository, pullRequest } = observation;
  const { number, headSha } = pullRequest;
  if (memory.standing === undefined) return;
  const find = (head: string, numbers: number[]) => parts.queue.findOnHead(repository.id, head, numbers);
  const listed = listNumbers(observation.openPullRequests, headSha);
  const known = (await find(headSha, listed)).filter((row) => row.number !== number);
  const { twins } = seeHead(known, { number, headSha, listed: [], isWhole: false });
  const { isOpen, checks, twins: named, left = [] } = memory.standing;
  const self = isOpen ? [{ number, checks, twins: named, left }] : [];
  const runs = listRuns(ownCheckRuns, [...known, { number, memory }], headSha);
  const writers = listWriters(runs, [...twins, ...self]);
  const waiting = known.filter((row) => row.memory.awaited?.some((one) => one.number === number));
  const before = job.memory.headSha;
  const formerly =
    before === null || before === headSha
      ? []
      : (await find(before, [])).filter((row) => findHeadStanding(row, before) !== null);
  const due = new Set([
    ...writers,
    ...waiting.map((row) => row.number),
    ...formerly.map((row) => row.number),
  ]);
  // Itself only if it left a check to another and now has to write it: what it just wrote may not be visible
  // yet.
  const owners = findOwners([...twins, ...self]);
  if (!left.some((name) => owners.get(name) === number)) due.delete(number);
  await lookAt(parts, job, [...due].map(ofNumber));
}

/**
 * A pull request that is gone (GitHub hides a spammer's) no longer counts, so the others on its last head are
 * looked at.
 */
export async function leaveHead(
  memory: Memory,
  { parts, job, context }: Omit<Sharing, "observation">,
): Promise<void> {
  const { standing } = memory;
  if (!standing?.isOpen) return;
  await context.remember({ ...memory, standing: { ...standing, isOpen: false, checks: [] } });
  const { number, repository } = job.subject;
  const known = await parts.queue.findOnHead(repository.id, standing.headSha, []);
  const others = known.filter(
    (row) => row.number !== number && findHeadStanding(row, standing.headSha) !== null,
  );
  await lookAt(
    parts,
    job,
    others.map((row) => ofNumber(row.number)),
  );
}

/** The names of the plan's check runs that others write. */
function listLeft(plan: Plan, own: Plan): string[] {
  const written = new Set(own.checkRuns.map(({ name }) => name));
  return plan.checkRuns.map(({ name }) => name).filter((name) => !written.has(name));
}

function stand(plan: Plan, { pullRequest }: Observation, before: HeadStanding | undefined): HeadStanding {
  const { headSha, state } = pullRequest;
  const checks = plan.checkRuns.map(({ name, conclusion }) => ({ name, conclusion }));
  const { twins, left = [] } = before?.headSha === headSha ? before : { twins: [] };
  return { headSha, isOpen: state === "open", checks, twins, left };
}

/** All open pull requests, at the first look on a head. Later ones are known by their own deliveries. */
async function listOpen(
  { github }: Sharing["parts"],
  subject: PullRequestSubject,
  { openPullRequests, hasMoreOpen }: Observation,
  isFirst: boolean,
): Promise<ListedOpen> {
  if (!hasMoreOpen || !isFirst) return { listed: openPullRequests, isWhole: !hasMoreOpen };
  const listed = [];
  for await (const page of github.listOpenPullRequests(subject)) listed.push(...page);
  return { listed, isWhole: true };
}

function listNumbers(open: OpenPullRequest[], headSha: string): number[] {
  return open.filter((one) => one.headSha === headSha).map(({ number }) => number);
}

function listRuns(
  present: OwnCheckRun[],
  known: Pick<KnownPullRequest, "number" | "memory">[],
  headSha: string,
): OwnCheckRun[] {
  return known.reduce(
    (runs, { number, memory }) => withRecentRuns(runs, memory.created, { number, headSha }),
    present,
  );
}

const ofNumber = (number: number) => ({ number, updatedAt: null });

/** Has others looked at, no older than GitHub listed them, with the intents of this look. */
async function lookAt(
  { queue }: Pick<ReconcileParts, "queue">,
  { subject }: Job<PullRequestSubject>,
  others: SeenHead["unjudged"],
  intents: Intent[] = [],
): Promise<void> {
  if (others.length === 0) return;
  await queue.look(
    others.map(({ number, updatedAt }) => ({
      subject: { ...subject, number },
      minimumVersion: updatedAt === null ? null : { updatedAt, headSha: null, commentIds: [] },
      intents,
      notBefore: null,
    })),
  );
}

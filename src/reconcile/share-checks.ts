import type { Observation, OpenPullRequest } from "../core/observation.ts";
import {
  findOwners,
  type HeadConclusions,
  type HeadSharing,
  keepOwnedChecks,
  listWriters,
} from "../core/plan/checks/check-owners.ts";
import { withRecentRuns } from "../core/plan/checks/own-runs.ts";
import type { Plan } from "../core/planned.ts";
import type { Instant, OwnCheckRun } from "../core/pull-request.ts";
import type { ReconcileDependencies } from "./dependencies.ts";
import type {
  Intent,
  Job,
  JobContext,
  KnownPullRequest,
  Memory,
  Outcome,
  PullRequestSubject,
} from "./ports.ts";
import { findConclusions, type KnownTwins, type ListedOpen, planWait, sortTwins } from "./twins.ts";

/** What a look writes on a head that others share. */
export interface SharedChecks {
  /** The plan, with only the check runs that this pull request writes. */
  plan: Plan;
  memory: Memory;
  sharing: HeadSharing;
  /** Our check runs on the head, newest first, including those that the twins just made. */
  runs: OwnCheckRun[];
}

interface HeadContext {
  dependencies: Pick<ReconcileDependencies, "queue" | "github" | "clock">;
  job: Job<PullRequestSubject>;
  observation: Observation;
  context: JobContext;
}

/**
 * Records what this pull request concludes on its head *before* reading what its twins concluded, so that of
 * two simultaneous looks at least one sees the other. A twin that was not looked at on this head yet is
 * looked at first: nothing turns green early.
 */
export async function shareChecks(
  plan: Plan,
  memory: Memory,
  head: HeadContext,
): Promise<SharedChecks | Outcome> {
  const { dependencies, job, observation, context } = head;
  const { number, headSha, updatedAt, ownCheckRuns } = observation.pullRequest;
  const conclusions = toConclusions(plan, observation, memory.conclusions);
  const noted = { ...memory, conclusions, seenAt: updatedAt };
  const hasChanged = JSON.stringify(conclusions) !== JSON.stringify(memory.conclusions);
  if (hasChanged || !conclusions.isOpen) await context.remember(noted);

  const readTwins = await createTwinReader(head, { isFirst: memory.conclusions?.headSha !== headSha });
  const { known, twins, missing, unjudged } = await readTwins();
  const wait = planWait(unjudged, { before: memory.awaited ?? [], known, now: dependencies.clock.now() });
  await requestLooks(dependencies, job, missing.map(ofNumber));
  await requestLooks(dependencies, job, wait.ask, job.intents);
  const waiting = { ...noted, awaited: wait.awaited };
  if (wait.until !== null && plan.checkRuns.length > 0) {
    const hasAdvanced = async () => (await readTwins()).unjudged.length < unjudged.length;
    return waitForTwins(waiting, wait.until, { head, hasAdvanced });
  }

  const sharing = { number, twins, unreachable: wait.unreachable };
  const own = keepOwnedChecks(plan, sharing);
  const leftToOthers = listLeft(plan, own);
  const named = twins.map((twin) => twin.number);
  const shared = { ...waiting, conclusions: { ...conclusions, twins: named, leftToOthers } };
  // Before reading the twins again: if one of them has improved meanwhile, one of the two sees it.
  if (leftToOthers.join() !== (conclusions.leftToOthers ?? []).join()) await context.remember(shared);
  return { plan: own, memory: shared, sharing, runs: listRuns(ownCheckRuns, known, headSha) };
}

/**
 * Ends a look before it writes, because a twin has to be judged first. `hasAdvanced`: whether a twin was
 * judged since this look read them.
 */
async function waitForTwins(
  memory: Memory & { conclusions: HeadConclusions },
  until: Instant,
  { head, hasAdvanced }: { head: HeadContext; hasAdvanced: () => Promise<boolean> },
): Promise<Outcome> {
  const { dependencies, observation, context } = head;
  const { headSha, ownCheckRuns } = observation.pullRequest;
  await context.remember(memory);
  // A twin that was judged meanwhile did not know that this one was waiting for it.
  const isOver = await hasAdvanced();
  // This pull request is looked at again anyway, so what it left to others is no reason to do so at once.
  const conclusions = { ...memory.conclusions, leftToOthers: [] };
  await lookAtTwins({ ...memory, conclusions }, ownCheckRuns, head);
  return { type: "again", at: isOver ? dependencies.clock.now() : until, memory: { ...memory, headSha } };
}

/** Reads the twins each time it is called. GitHub's list of open pull requests is read once. */
async function createTwinReader(
  { dependencies, job, observation }: HeadContext,
  { isFirst }: { isFirst: boolean },
): Promise<() => Promise<KnownTwins & { known: KnownPullRequest[] }>> {
  const { number, headSha } = observation.pullRequest;
  const list = await listOpen(dependencies, job.subject, observation, isFirst);
  const numbers = listNumbers(list.listed, headSha);
  return async () => {
    const known = await dependencies.queue.findOnHead(observation.repository.id, headSha, numbers);
    return { known, ...sortTwins(known, { number, headSha, ...list }) };
  };
}

/**
 * After the writes: requests looks at the pull requests that now own a check run on this head or the last
 * one.
 */
export async function lookAtTwins(
  memory: Memory,
  ownCheckRuns: OwnCheckRun[],
  { dependencies, job, observation }: Omit<HeadContext, "context">,
): Promise<void> {
  const { repository, pullRequest } = observation;
  const { number, headSha } = pullRequest;
  if (memory.conclusions === undefined) return;
  const find = (head: string, numbers: number[]) =>
    dependencies.queue.findOnHead(repository.id, head, numbers);
  const listed = listNumbers(observation.openPullRequests, headSha);
  const known = (await find(headSha, listed)).filter((row) => row.number !== number);
  const { twins } = sortTwins(known, { number, headSha, listed: [], isWhole: false });
  const { isOpen, checks, twins: named, leftToOthers = [] } = memory.conclusions;
  const self = isOpen ? [{ number, checks, twins: named, leftToOthers }] : [];
  const runs = listRuns(ownCheckRuns, [...known, { number, memory }], headSha);
  const writers = listWriters(runs, [...twins, ...self]);
  const waiting = known.filter((row) => row.memory.awaited?.some((one) => one.number === number));
  const before = job.memory.headSha;
  const formerly =
    before === null || before === headSha
      ? []
      : (await find(before, [])).filter((row) => findConclusions(row, before) !== null);
  const due = new Set([
    ...writers,
    ...waiting.map((row) => row.number),
    ...formerly.map((row) => row.number),
  ]);
  // Itself only if it left a check to a twin and now has to write it: its own last write may not be visible
  // yet.
  const owners = findOwners([...twins, ...self]);
  if (!leftToOthers.some((name) => owners.get(name) === number)) due.delete(number);
  await requestLooks(dependencies, job, [...due].map(ofNumber));
}

/** A pull request that is gone (GitHub hides a spammer's) no longer counts, so its twins are looked at. */
export async function leaveHead(
  memory: Memory,
  { dependencies, job, context }: Omit<HeadContext, "observation">,
): Promise<void> {
  const { conclusions } = memory;
  if (!conclusions?.isOpen) return;
  await context.remember({ ...memory, conclusions: { ...conclusions, isOpen: false, checks: [] } });
  const { number, repository } = job.subject;
  const known = await dependencies.queue.findOnHead(repository.id, conclusions.headSha, []);
  const twins = known.filter(
    (row) => row.number !== number && findConclusions(row, conclusions.headSha) !== null,
  );
  await requestLooks(
    dependencies,
    job,
    twins.map((row) => ofNumber(row.number)),
  );
}

/** The names of the plan's check runs that others write. */
function listLeft(plan: Plan, own: Plan): string[] {
  const written = new Set(own.checkRuns.map(({ name }) => name));
  return plan.checkRuns.map(({ name }) => name).filter((name) => !written.has(name));
}

function toConclusions(
  plan: Plan,
  { pullRequest }: Observation,
  before: HeadConclusions | undefined,
): HeadConclusions {
  const { headSha, state } = pullRequest;
  const checks = plan.checkRuns.map(({ name, conclusion }) => ({ name, conclusion }));
  const { twins, leftToOthers = [] } = before?.headSha === headSha ? before : { twins: [] };
  return { headSha, isOpen: state === "open", checks, twins, leftToOthers };
}

/** All open pull requests at the first look on a head. Later ones become known by their deliveries. */
async function listOpen(
  { github }: HeadContext["dependencies"],
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

/** Requests looks at twins, no older than GitHub listed them, with the intents of this look. */
async function requestLooks(
  { queue }: Pick<ReconcileDependencies, "queue">,
  { subject }: Job<PullRequestSubject>,
  twins: KnownTwins["unjudged"],
  intents: Intent[] = [],
): Promise<void> {
  if (twins.length === 0) return;
  await queue.look(
    twins.map(({ number, updatedAt }) => ({
      subject: { ...subject, number },
      minimumVersion: updatedAt === null ? null : { updatedAt, headSha: null, commentIds: [] },
      intents,
      notBefore: null,
    })),
  );
}

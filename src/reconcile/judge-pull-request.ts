import type { Permission } from "../core/conversation/people.ts";
import type { Observation } from "../core/observation.ts";
import type { JudgedIntent } from "../core/plan/facts.ts";
import type { LookInput, LookResult } from "../core/plan/look.ts";
import { GitHubError } from "./github-error.ts";
import type { Judge } from "./judge.ts";
import { listReopened, noteThreads, type SeenThreads } from "./memory.ts";
import type { Clock, GitHub, Job, MinimumVersion, PullRequestSubject } from "./ports.ts";

interface Dependencies {
  github: Pick<GitHub, "findPermission">;
  judge: Judge;
  clock: Clock;
}

type JudgedJob = Pick<Job, "intents" | "firstSeenAt" | "repositoryFirstSeenAt"> & {
  subject: PullRequestSubject;
  /** What deliveries said about threads. */
  minimumVersion: Pick<MinimumVersion, "threads"> | null;
  memory: Pick<Job["memory"], "permissions" | "verdict" | "threads">;
};

/** The decision, and its input. */
export interface JudgedPullRequest extends LookResult {
  input: Omit<LookInput, "unread">;
  /** For the next look. */
  threads: SeenThreads;
}

/** Judges an observation. If somebody's permission matters, asks GitHub for it and judges once more. */
export async function judgePullRequest(
  dependencies: Dependencies,
  observation: Observation,
  job: JudgedJob,
): Promise<JudgedPullRequest> {
  const now = dependencies.clock.now();
  const told = job.minimumVersion?.threads;
  const threads = noteThreads(observation.pullRequest.threads, { seen: job.memory.threads, told, now });
  const input: Omit<LookInput, "unread"> = {
    observation,
    reopened: listReopened(threads),
    lastVerdict: job.memory.verdict,
    intents: await findIntentPermissions(dependencies, job, observation.pullRequest.author.login),
    freshPermissions: new Map(),
    knownPermissions: new Map(job.memory.permissions.map(({ login, permission }) => [login, permission])),
    now,
    firstSeenAt: job.firstSeenAt,
    repositoryFirstSeenAt: job.repositoryFirstSeenAt,
  };
  const first = await dependencies.judge.run("look", input);
  const fresh = await askPermissions(dependencies, job.subject, first.needsPermission);
  if (fresh.size === 0) return { ...first, input, threads };
  const knownPermissions = new Map([...input.knownPermissions, ...fresh]);
  const known = { ...input, freshPermissions: fresh, knownPermissions };
  return { ...(await dependencies.judge.run("look", known)), input: known, threads };
}

/** Only inserting needs a permission, and the author always has it, so most looks send no request here. */
async function findIntentPermissions(
  dependencies: Dependencies,
  job: JudgedJob,
  author: string,
): Promise<JudgedIntent[]> {
  const judged: JudgedIntent[] = [];
  for (const intent of job.intents) {
    const { identifier, sender } = intent;
    const isAsked = identifier === "insert" && sender !== null && sender !== author;
    const permission = isAsked ? await dependencies.github.findPermission(job.subject, sender) : "none";
    judged.push({ ...intent, permission });
  }
  return judged;
}

/**
 * Asks for the permissions of people whose commands or decisions depend on them. Leaves out the permissions
 * that GitHub refuses to tell; their commands wait.
 */
async function askPermissions(
  { github }: Dependencies,
  subject: PullRequestSubject,
  logins: string[],
): Promise<Map<string, Permission>> {
  const fresh = new Map<string, Permission>();
  for (const login of logins) {
    try {
      fresh.set(login, await github.findPermission(subject, login));
    } catch (error) {
      if (!(error instanceof GitHubError && error.reason === "forbidden")) throw error;
    }
  }
  return fresh;
}

import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import type { LookInput } from "../core/plan/look.ts";
import type { Instant } from "../core/pull-request.ts";
import type { GitHubClient } from "../github/client/client.ts";
import { createTokenClient } from "../github/client/create-github-clients.ts";
import type { Quota } from "../github/client/rate-limits.ts";
import { findFirstCommit } from "../github/find-first-commit.ts";
import { createTokenGitHub } from "../github/github.ts";
import { listWaitingPullRequests, type WaitingPullRequest } from "../github/list-pull-requests.ts";
import { systemClock } from "../reconcile/dependencies.ts";
import type { Judge, TaskInput, TaskName, TaskResult } from "../reconcile/judge.ts";
import { createJudge } from "../reconcile/judge-on-threads.ts";
import { createLabelHistory } from "../reconcile/label-history.ts";
import type { Look, Subject } from "../reconcile/ports.ts";
import { createReconcile } from "../reconcile/reconcile.ts";
import { createReminderBudget, isReminder, type ReminderBudget } from "../reconcile/reminder-budget.ts";
import { type Occasion, type RunnerEnvironment, readEvent } from "./read-event.ts";
import type { LastLook } from "./result.ts";
import { createRunQueue, type FirstSeen, type Unfinished } from "./run-queue.ts";
import { createWorkflowGitHub, type Noted } from "./workflow-github.ts";

/** The outcome of one run. */
export interface ActionRun {
  occasion: Occasion;
  /** What was found, by the pull request's number. */
  found: Map<number, LastLook>;
  unfinished: Unfinished[];
  noted: Noted;
}

/**
 * A pull request of the last day is hardly older than the workflow. For an older one, GitHub is asked when
 * the workflow was added.
 */
const maxNewAge = { hours: 24 };
const clock = systemClock;

/**
 * Reads the event and looks at what it asks for: observe, decide, act, as the server does, with rows that
 * last as long as the run.
 */
export async function runAction(
  runner: RunnerEnvironment,
  { token, debug }: { token: string; debug: (message: string) => void },
): Promise<ActionRun> {
  const { repository, apiUrl, graphqlUrl } = runner;
  const occasion = readEvent(runner.event, JSON.parse(await readFile(runner.eventPath, "utf8")), repository);
  const ran: ActionRun = {
    occasion,
    found: new Map(),
    unfinished: [],
    noted: { otherApp: null, written: [], refused: [] },
  };
  if (occasion.type === "nothing") return ran;
  const log = (fields: object, message: string) => debug(`${message} ${JSON.stringify(fields)}`);
  // Its thread starts while GitHub is asked.
  const judge = createWorkflowJudge(
    createJudge({ startsAtOnce: true, onGaveUp: (what) => log(what, "Gave up judging a text") }),
    (number, found) => void ran.found.set(number, found),
  );
  const points = watchPoints();
  const logger = { debug: log, info: log, warn: log };
  const client = createTokenClient({ token, apiUrl, graphqlUrl, clock, logger, onQuota: points.note });
  const { subjects, seen } = await findSubjects(client, occasion, { ...runner, countRoom: points.looks });
  const queue = createRunQueue(seen, { clock, sleep });
  await queue.look(subjects);
  const github = createWorkflowGitHub(createTokenGitHub(client, "token"), {
    noted: ran.noted,
    lookAgain: (subject) => queue.look([toLook(subject)]),
  });
  const isSweep = occasion.type === "sweep";
  const reminders = isSweep ? createReminderBudget() : neverRemind;
  const dependencies = {
    github,
    queue,
    judge,
    keepsHistory: false,
    reminders,
    labels: createLabelHistory(),
    clock,
    logger,
  };
  try {
    ran.unfinished = await queue.work(createReconcile(dependencies), isSweep ? points.hasRoom : () => true);
  } finally {
    await judge.close();
  }
  return ran;
}

/** Two runs at once could both send a reminder, so only sweeps send them: sweeps wait for each other. */
const neverRemind: ReminderBudget = {
  limit: (_, writes) => ({
    writes: writes.filter((write) => !isReminder(write) && write.type !== "create_reply"),
    again: null,
  }),
  giveBack: () => {},
};

async function findSubjects(
  client: GitHubClient,
  occasion: Exclude<Occasion, { type: "nothing" }>,
  { repository, runNumber, workflowPath, countRoom }: RunnerEnvironment & { countRoom: () => number },
): Promise<{ subjects: Look[]; seen: FirstSeen }> {
  const now = clock.now();
  const findArrival = async () =>
    (workflowPath === null ? null : await findFirstCommit(client, repository, workflowPath)) ?? now;
  if (occasion.type === "look") {
    const { subject, minimumVersion, createdAt } = occasion;
    const isNew =
      createdAt === null || createdAt >= Temporal.Instant.from(now).subtract(maxNewAge).toString();
    const arrival = isNew ? null : await findArrival();
    return {
      subjects: [toLook(subject, minimumVersion)],
      seen: { firstSeenAt: arrival ?? createdAt ?? now, repositoryFirstSeenAt: arrival },
    };
  }
  const arrival = await findArrival();
  const listed = await listWaitingPullRequests(client, repository);
  const numbers = chooseWaiting(listed, { now, runNumber, room: countRoom() });
  return {
    subjects: numbers.map((number) =>
      toLook({ kind: "pull_request", installationId: 0, repository, number }),
    ),
    seen: { firstSeenAt: arrival, repositoryFirstSeenAt: arrival },
  };
}

const toLook = (subject: Subject, minimumVersion: Look["minimumVersion"] = null): Look => ({
  subject,
  minimumVersion,
  intents: [],
  notBefore: null,
});

/** Judges for a workflow, and reports what the last look at each pull request found. */
function createWorkflowJudge(judge: Judge, note: (number: number, found: LastLook) => void): Judge {
  return {
    async run<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskResult<Name>> {
      if (name !== "look") return judge.run(name, input);
      const look = input as unknown as Omit<LookInput, "unread">;
      const result = await judge.run("look", { ...look, inWorkflow: true });
      note(look.observation.pullRequest.number, {
        summary: result.summary,
        checkRuns: result.plan.checkRuns,
      });
      return result as TaskResult<Name>;
    },
    close: () => judge.close(),
  };
}

/**
 * Points to leave for the other runs: they all share the thousand an hour of a repository's workflow token.
 */
const reserve = 250;
/** A look takes two points, and one more when it writes. */
const pointsOfLook = 3;
/**
 * How long a pull request that is not in review is looked at after its last change: a comment, or the note
 * that nobody was asked, may be due.
 */
const recently = { hours: 7 * 24 };

/**
 * The pull requests whose turn may run, the least recently updated first. If there is no room for all, each
 * run begins elsewhere, so that none is forgotten.
 */
export function chooseWaiting(
  listed: WaitingPullRequest[],
  { now, runNumber, room }: { now: Instant; runNumber: number; room: number },
): number[] {
  const since = Temporal.Instant.from(now).subtract(recently).toString();
  const chosen = listed.filter(
    ({ isDraft, isInReview, updatedAt }) => !isDraft && (isInReview || updatedAt >= since),
  );
  const numbers = chosen.map(({ number }) => number);
  // Multiples of the golden ratio spread over a range of any length.
  const start = numbers.length > room ? Math.floor(((runNumber * goldenRatio) % 1) * numbers.length) : 0;
  return [...numbers.slice(start), ...numbers.slice(0, start)];
}

const goldenRatio = (1 + Math.sqrt(5)) / 2;

/** Remembers what GitHub says is left of the token's points. */
function watchPoints() {
  const left = new Map<string, number>();
  const room = () => Math.min(...left.values()) - reserve;
  return {
    note: ({ resource, remaining }: Quota) => void left.set(resource, remaining),
    hasRoom: () => room() > 0,
    /** How many looks fit for certain. */
    looks: () => Math.floor(room() / pointsOfLook),
  };
}

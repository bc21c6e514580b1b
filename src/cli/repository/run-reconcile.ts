import type { Observation } from "../../core/observation.ts";
import { keepOwnedChecks } from "../../core/plan/checks/check-owners.ts";
import { listWrites } from "../../core/plan/list-writes.ts";
import { readFacts } from "../../core/plan/look.ts";
import type { Write } from "../../core/planned.ts";
import { explainPlan } from "../../core/report/explain-plan.ts";
import { renderPlanText } from "../../core/report/render-plan.ts";
import { sendWrites } from "../../reconcile/act.ts";
import { systemClock } from "../../reconcile/dependencies.ts";
import { GitHubError } from "../../reconcile/github-error.ts";
import { type JudgedPullRequest, judgePullRequest } from "../../reconcile/judge-pull-request.ts";
import { emptyMemory, type GitHub, type PullRequestSubject } from "../../reconcile/ports.ts";
import { createLocalJudge, localReader } from "../../reconcile/run-task.ts";
import { printJson, printLine, printText, tell } from "../print.ts";
import { hasAppCredentials, hasToken } from "./command-environment.ts";
import { connectAsApp, connectAsPerson, findFirstSeen } from "./connect.ts";
import { parsePullRequestName } from "./run-command.ts";

export interface ReconcileOptions {
  dryRun?: boolean;
  format: "text" | "json";
}

/**
 * Who looks: the App, or a person. A person only reads, and nothing on GitHub counts as theirs, so everything
 * counts as missing.
 */
interface Viewer {
  github: GitHub;
  installationId: number;
  isPerson: boolean;
}

/**
 * Observes, decides, and prints the plan with its reasons. Acts unless dry, which needs the App's
 * credentials.
 */
export async function runReconcile(
  pullRequest: string,
  { dryRun = false, format }: ReconcileOptions,
): Promise<void> {
  const { owner, name, number } = parsePullRequestName(pullRequest);
  const reader = await connect({ owner, name }, dryRun);
  const subject: PullRequestSubject = {
    kind: "pull_request",
    installationId: reader.installationId,
    repository: { id: 0, owner, name },
    number,
  };
  const { plan, writes, why, observation } = await look(reader, subject);
  if (format === "json") printJson({ plan, why, writes: writes.map(toPrinted) });
  else printText(`${renderPlanText(plan, writes, why)}\n`);
  if (format === "text" && reader.isPerson) printLine(personsNote);
  if (!dryRun) await sendAll(writes, { ...subject, repository: observation.repository }, reader.github);
}

/** The printed form of a write, in which a create's key is called `part`. */
const toPrinted = (write: Write) =>
  Object.fromEntries(Object.entries(write).map(([name, value]) => [name === "key" ? "part" : name, value]));

const personsNote = "(a person's token can't tell what the app has already written, so everything is listed)";

/**
 * The App if its credentials are set, so that only differences are listed. On a dry run, a given token comes
 * first.
 */
async function connect(repository: { owner: string; name: string }, dryRun: boolean): Promise<Viewer> {
  const isPerson = dryRun && (hasToken() || !hasAppCredentials());
  if (isPerson) return { github: connectAsPerson().github, installationId: 0, isPerson };
  return { ...(await connectAsApp(repository)), isPerson };
}

async function look({ github, isPerson }: Viewer, subject: PullRequestSubject) {
  const observation = await github.observePullRequest(subject);
  if (!observation) {
    const { owner, name } = subject.repository;
    throw new GitHubError(
      `${owner}/${name}#${subject.number} wasn't found; check the number, and that the token can read it.`,
      { reason: "not_found" },
    );
  }
  const judged = await judge({ github, isPerson }, subject, observation);
  const { number, headSha } = observation.pullRequest;
  const twins = [];
  for await (const other of listTwins(github, subject, observation)) {
    const seen = await github.observePullRequest({ ...subject, number: other });
    if (seen?.pullRequest.headSha !== headSha || seen.pullRequest.state !== "open") continue;
    const twin = await judge({ github, isPerson }, { ...subject, number: other }, seen);
    twins.push({ number: other, checks: twin.plan.checkRuns });
  }
  const facts = readFacts({ ...judged.input, unread: {} }, localReader);
  const plan = keepOwnedChecks(judged.plan, { number, twins, unreachable: [] });
  return { observation, plan, why: explainPlan(facts), writes: listWrites(plan, observation, []) };
}

async function judge(
  { github, isPerson }: Pick<Viewer, "github" | "isPerson">,
  subject: PullRequestSubject,
  observation: Observation,
): Promise<JudgedPullRequest> {
  const { pullRequest } = observation;
  const firstSeenAt = isPerson ? pullRequest.createdAt : (findFirstSeen(pullRequest) ?? systemClock.now());
  const seen = { intents: [], firstSeenAt, repositoryFirstSeenAt: null, memory: emptyMemory };
  const dependencies = { github, judge: createLocalJudge(), clock: systemClock };
  return judgePullRequest(dependencies, observation, { subject, minimumVersion: null, ...seen });
}

/**
 * The other open pull requests on the same head, which share its checks; there are no rows here to name them.
 */
async function* listTwins(
  github: GitHub,
  subject: PullRequestSubject,
  { pullRequest, openPullRequests, hasMoreOpen }: Observation,
): AsyncIterable<number> {
  const pages = hasMoreOpen ? github.listOpenPullRequests(subject) : [openPullRequests];
  for await (const page of pages) {
    for (const { number, headSha } of page) {
      if (headSha === pullRequest.headSha && number !== pullRequest.number) yield number;
    }
  }
}

async function sendAll(writes: Write[], target: PullRequestSubject, github: GitHub): Promise<void> {
  const result = await sendWrites(writes, {
    github,
    target,
    memory: emptyMemory,
    remember: async () => {},
    now: () => systemClock.now(),
  });
  for (const { write, reason } of result.refused) tell(`async-review: ${write} was refused: ${reason}`);
  process.exitCode = result.refused.length > 0 ? 1 : 0;
}

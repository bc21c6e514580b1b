import { decide } from "../core/plan/decide.ts";
import { findWrites } from "../core/plan/find-writes.ts";
import { renderPlanText } from "../core/report/render-plan.ts";
import { gatherFacts } from "../reconcile/gather-facts.ts";
import { GitHubError, type GitHub, type Subject } from "../reconcile/ports.ts";
import { act } from "../reconcile/act.ts";
import { emptyMemory } from "../reconcile/memory.ts";
import { createTextReader } from "../reconcile/read-in-worker.ts";
import { systemClock } from "../reconcile/system-clock.ts";
import { connectAsApp } from "./connect-as-app.ts";
import { connectAsPerson } from "./connect.ts";
import { parsePullRequestName } from "./repository-name.ts";

export interface ReconcileOptions {
  dryRun?: boolean;
  format: "text" | "json";
}

type PullRequestSubject = Extract<Subject, { kind: "pull_request" }>;

/** Observes, decides and prints the plan; acts unless dry, which needs the App's credentials. */
export async function runReconcile(
  pullRequest: string,
  { dryRun = false, format }: ReconcileOptions,
): Promise<void> {
  const { owner, name, number } = parsePullRequestName(pullRequest);
  const { github, installationId } = dryRun
    ? { github: connectAsPerson().github, installationId: 0 }
    : await connectAsApp({ owner, name });
  const subject: PullRequestSubject = {
    kind: "pull_request",
    installationId,
    repository: { id: 0, owner, name },
    number,
  };
  const texts = createTextReader({ budgetMs: 250 });
  try {
    await look(github, subject, { texts, dryRun, format });
  } finally {
    await texts.close();
  }
}

async function look(
  github: GitHub,
  subject: PullRequestSubject,
  {
    texts,
    dryRun,
    format,
  }: { texts: ReturnType<typeof createTextReader>; dryRun: boolean; format: "text" | "json" },
): Promise<void> {
  const observation = await github.observePullRequest(subject);
  if (!observation) {
    const { owner, name } = subject.repository;
    throw new GitHubError(
      `${owner}/${name}#${subject.number} was not found; check the number, and that it may be read`,
      {
        reason: "not_found",
      },
    );
  }
  const job = {
    subject,
    intents: [],
    firstSeenAt: systemClock.now(),
    repositoryFirstSeenAt: null,
    memory: emptyMemory,
  };
  const plan = decide(await gatherFacts({ github, texts, clock: systemClock }, observation, job));
  const writes = findWrites(plan, observation, []);
  if (format === "json") process.stdout.write(`${JSON.stringify({ plan, writes })}\n`);
  else process.stdout.write(`${renderPlanText(plan, writes)}\n`);
  if (dryRun) return;
  const result = await act(writes, {
    github,
    target: { ...subject, repository: observation.repository },
    memory: emptyMemory,
    remember: async () => {},
    now: () => systemClock.now(),
  });
  for (const { write, reason } of result.refused)
    process.stderr.write(`async-review: ${write} was refused: ${reason}\n`);
  process.exitCode = result.refused.length > 0 ? 1 : 0;
}

import { shapeCheckSuite } from "../shapes/shape-check.ts";
import type { CheckApp, CheckSuite } from "../state/checks.ts";
import { findCheckSuite, findInstallation } from "../state/find.ts";
import type { Account, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";

/**
 * A push requests a suite of the app on its commit: `check_suite.requested`, once per app and SHA.
 */
export function requestCheckSuite(
  world: World,
  repository: Repository,
  push: { sha: string; branch: string; before: string | null; by: Account },
): void {
  const installation = findInstallation(world.state, repository);
  if (installation?.permissions.checks !== "write" || installation.suspendedAt !== null) return;
  if (findCheckSuite(repository, world.app.id, push.sha) !== null) return;
  const suite = addCheckSuite(world, repository, world.app, push.sha);
  suite.headBranch = push.branch;
  suite.before = push.before;
  emitCheckSuite(world, repository, suite, "requested", push.by);
}

/**
 * The app's suite on this commit (GitHub Actions has several). A fork's head gets one only with its first
 * check run, without a branch.
 */
export function ensureCheckSuite(
  world: World,
  repository: Repository,
  app: CheckApp,
  sha: string,
): CheckSuite {
  return findCheckSuite(repository, app.id, sha) ?? addCheckSuite(world, repository, app, sha);
}

export function addCheckSuite(world: World, repository: Repository, app: CheckApp, sha: string): CheckSuite {
  const now = world.clock.now();
  const branch = [...repository.branches].find(([, head]) => head === sha)?.[0] ?? null;
  const suite: CheckSuite = {
    id: world.nextId(),
    app: { id: app.id, slug: app.slug },
    headSha: sha,
    headBranch: branch,
    before: null,
    status: "queued",
    conclusion: null,
    runs: [],
    createdAt: now,
    updatedAt: now,
  };
  repository.checkSuites.push(suite);
  return suite;
}

/** Worst first: the suite concludes as its highest-priority run (sources.md §3). */
const priority = [
  "action_required",
  "timed_out",
  "failure",
  "cancelled",
  "stale",
  "neutral",
  "success",
  "skipped",
];

/**
 * Recomputes a suite from the newest run of each name; `check_suite.completed` when that was the last one.
 */
export function settleCheckSuite(world: World, repository: Repository, suite: CheckSuite, by: Account): void {
  const latest = [...new Map(suite.runs.map((run) => [run.name, run])).values()];
  const wasCompleted = suite.status === "completed";
  suite.updatedAt = world.clock.now();
  if (latest.some((run) => run.status !== "completed")) {
    suite.status = "in_progress";
    suite.conclusion = null;
    return;
  }
  suite.status = "completed";
  suite.conclusion = priority.find((one) => latest.some((run) => run.conclusion === one)) ?? "neutral";
  if (!wasCompleted) emitCheckSuite(world, repository, suite, "completed", by);
}

/** `check_suite` is sent to the app that owns the suite. */
export function emitCheckSuite(
  world: World,
  repository: Repository,
  suite: CheckSuite,
  action: "requested" | "rerequested" | "completed",
  sender: Account,
): void {
  if (suite.app.id !== world.app.id) return;
  const payload = { check_suite: shapeCheckSuite(world, repository, suite) };
  world.emit({ event: "check_suite", action, repository, installation: null, sender, payload });
}

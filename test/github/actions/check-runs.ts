import { shapeCheckRunOfEvent } from "../shapes/shape-check.ts";
import type {
  CheckAction,
  CheckAnnotation,
  CheckApp,
  CheckRun,
  CheckStatus,
  CheckSuite,
} from "../state/checks.ts";
import type { Account, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { addCheckSuite, emitCheckSuite, ensureCheckSuite, settleCheckSuite } from "./check-suites.ts";

/** The fields that a create or update may set. A field that is left out stays as it is. */
export interface CheckRunFields {
  name?: string;
  status?: CheckStatus;
  conclusion?: string;
  externalId?: string;
  detailsUrl?: string;
  startedAt?: string;
  completedAt?: string;
  title?: string | null;
  summary?: string;
  text?: string | null;
  /** Appended, never replaced (sources.md §3). */
  annotations?: CheckAnnotation[];
  actions?: CheckAction[];
}

/** Creates a run in the app's suite on this commit. Runs belong to a SHA, not to a pull request. */
export function createCheckRun(
  world: World,
  repository: Repository,
  given: CheckRunFields & { name: string; headSha: string },
  author: { app: CheckApp; bot: Account; suites?: Map<string, CheckSuite> },
): CheckRun {
  const suite = findSuite(world, repository, given.headSha, author);
  const run: CheckRun = {
    id: world.nextId(),
    suite,
    name: given.name,
    status: "queued",
    conclusion: null,
    externalId: null,
    detailsUrl: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
    startedAt: world.clock.now(),
    completedAt: null,
  };
  suite.runs.push(run);
  apply(world, run, given);
  emitCheckRun(world, repository, run, "created", author.bot);
  if (run.status === "completed") emitCheckRun(world, repository, run, "completed", author.bot);
  settleCheckSuite(world, repository, suite, author.bot);
  return run;
}

function findSuite(
  world: World,
  repository: Repository,
  sha: string,
  { app, suites }: { app: CheckApp; suites?: Map<string, CheckSuite> },
): CheckSuite {
  if (suites === undefined) return ensureCheckSuite(world, repository, app, sha);
  const known = suites.get(sha) ?? addCheckSuite(world, repository, app, sha);
  suites.set(sha, known);
  return known;
}

/** Changes a run; `check_run.completed` when it was not completed before. */
export function updateCheckRun(
  world: World,
  repository: Repository,
  run: CheckRun,
  given: CheckRunFields,
  by: Account,
): void {
  const before = run.status;
  apply(world, run, given);
  if (run.status === "completed" && before !== "completed")
    emitCheckRun(world, repository, run, "completed", by);
  settleCheckSuite(world, repository, run.suite, by);
}

function apply(world: World, run: CheckRun, given: CheckRunFields): void {
  run.name = given.name ?? run.name;
  run.externalId = given.externalId ?? run.externalId;
  run.detailsUrl = given.detailsUrl ?? run.detailsUrl;
  run.startedAt = given.startedAt ?? run.startedAt;
  if (given.title !== undefined) run.title = given.title;
  if (given.summary !== undefined) run.summary = given.summary;
  if (given.text !== undefined) run.text = given.text;
  run.annotations.push(...(given.annotations ?? []));
  run.actions = given.actions ?? run.actions;
  run.status = given.conclusion !== undefined ? "completed" : (given.status ?? run.status);
  if (run.status === "completed") {
    run.conclusion = given.conclusion ?? run.conclusion;
    run.completedAt = given.completedAt ?? run.completedAt ?? world.clock.now();
  } else {
    run.conclusion = null;
    run.completedAt = null;
  }
}

/** A person presses one of the run's buttons: `check_run.requested_action`, to the owning app only. */
export function pressButton(
  world: World,
  repository: Repository,
  run: CheckRun,
  identifier: string,
  by: Account,
): void {
  if (!run.actions.some((action) => action.identifier === identifier)) {
    const offered = run.actions.map((action) => action.identifier).join(", ") || "none";
    throw new Error(`Check run ${run.name} has no button "${identifier}"; it offers: ${offered}.`);
  }
  emitCheckRun(world, repository, run, "requested_action", by, { requested_action: { identifier } });
}

/** "Re-run" on one run: the suite is queued again, and the run itself stays as it is (sources.md §3). */
export function rerunCheckRun(world: World, repository: Repository, run: CheckRun, by: Account): void {
  run.suite.status = "queued";
  run.suite.conclusion = null;
  emitCheckRun(world, repository, run, "rerequested", by);
}

/** "Re-run all checks": `check_suite.rerequested`. */
export function rerunCheckSuite(world: World, repository: Repository, sha: string, by: Account): void {
  const suite = ensureCheckSuite(world, repository, world.app, sha);
  suite.status = "queued";
  suite.conclusion = null;
  emitCheckSuite(world, repository, suite, "rerequested", by);
}

function emitCheckRun(
  world: World,
  repository: Repository,
  run: CheckRun,
  action: "created" | "completed" | "rerequested" | "requested_action",
  sender: Account,
  more: Record<string, unknown> = {},
): void {
  const payload = { check_run: shapeCheckRunOfEvent(world, repository, run), ...more };
  world.emit({ event: "check_run", action, repository, installation: null, sender, payload });
}

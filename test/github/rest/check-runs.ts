import { createCheckRun, updateCheckRun } from "../actions/check-runs.ts";
import { shapeCheckRun } from "../shapes/shape-check.ts";
import { findCheckRun } from "../state/find.ts";
import { demand } from "./access.ts";
import { created, notFound, ok, refuse } from "./answer.ts";
import { readCheckRun } from "./check-run-fields.ts";
import { page } from "./page.ts";
import { repositoryOf, requireString } from "./request-body.ts";
import type { Request, Route } from "./router.ts";
import { appOf } from "./token.ts";

/** Only apps write check runs; a person's token gets 403 (sources.md §3). */
function demandApp(request: Request) {
  const repository = repositoryOf(request);
  if (request.token.kind === "user") {
    throw refuse(403, "You must authenticate via a GitHub App.");
  }
  demand(request.token, repository, [{ checks: "write" }]);
  return repository;
}

function create(request: Request) {
  const { world, body } = request;
  const repository = demandApp(request);
  const name = requireString(body, "name");
  const headSha = requireString(body, "head_sha");
  if (!world.state.commits.has(headSha)) throw refuse(422, `No commit found for SHA: ${headSha}`);
  const fields = { ...readCheckRun(body), name, headSha };
  const run = createCheckRun(world, repository, fields, appOf(world, request.token));
  return created(shapeCheckRun(world, repository, run));
}

function update(request: Request) {
  const { world, body, params } = request;
  const repository = demandApp(request);
  const run = findCheckRun(repository, Number(params.run));
  if (run === null) throw notFound();
  // Only the app that created the run may change it (OpenAPI checks/update).
  const { app, bot } = appOf(world, request.token);
  if (run.suite.app.id !== app.id)
    throw refuse(
      403,
      `Invalid app_id \`${app.id}\` - check run can only be modified by the GitHub App that created it.`,
    );
  updateCheckRun(world, repository, run, readCheckRun(body), bot);
  return ok(shapeCheckRun(world, repository, run));
}

function listForCommit(request: Request) {
  const { world, params, query } = request;
  const repository = repositoryOf(request);
  demand(request.token, repository, [{ checks: "read" }]);
  const sha = repository.branches.get(params.ref ?? "") ?? params.ref;
  const name = query.get("check_name");
  const appId = query.get("app_id");
  const runs = repository.checkSuites
    .filter((suite) => suite.headSha === sha && (appId === null || String(suite.app.id) === appId))
    .flatMap((suite) => {
      const all = query.get("filter") === "all";
      return all ? suite.runs : [...new Map(suite.runs.map((run) => [run.name, run])).values()];
    })
    .filter((run) => name === null || run.name === name);
  return page(
    request,
    `/repos/${params.owner}/${params.repo}/commits/${params.ref}/check-runs`,
    runs,
    (items) => ({
      total_count: runs.length,
      check_runs: items.map((run) => shapeCheckRun(world, repository, run)),
    }),
  );
}

export const checkRunRoutes: Route[] = [
  { method: "POST", path: "/repos/:owner/:repo/check-runs", handle: create },
  { method: "PATCH", path: "/repos/:owner/:repo/check-runs/:run", handle: update },
  {
    method: "GET",
    path: "/repos/:owner/:repo/check-runs/:run",
    handle: (request) => {
      const repository = repositoryOf(request);
      demand(request.token, repository, [{ checks: "read" }]);
      const run = findCheckRun(repository, Number(request.params.run));
      if (run === null) throw notFound();
      return ok(shapeCheckRun(request.world, repository, run));
    },
  },
  { method: "GET", path: "/repos/:owner/:repo/commits/:ref/check-runs", handle: listForCommit },
];

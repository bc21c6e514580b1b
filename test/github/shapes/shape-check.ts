import type { CheckRun, CheckSuite } from "../state/checks.ts";
import type { Repository } from "../state/model.ts";
import { nodeId } from "../state/node-id.ts";
import type { World } from "../state/world.ts";
import { shapeApp } from "./shape-app.ts";
import { shapeSimpleCommit } from "./shape-commit.ts";
import { fullName, shapeRepository } from "./shape-repository.ts";

/**
 * The open pull requests of that commit: none for a fork's head, so a "Re-run" there names no pull request
 * (sources.md §3).
 */
function pullRequestsOf(world: World, repository: Repository, sha: string) {
  const reference = (one: Repository) => ({
    id: one.id,
    url: `${world.api}/repos/${fullName(one)}`,
    name: one.name,
  });
  return [...repository.pullRequests.values()]
    .filter((one) => one.headSha === sha && one.state === "open" && one.headRepository === repository)
    .map((one) => ({
      url: `${world.api}/repos/${fullName(repository)}/pulls/${one.number}`,
      id: one.id,
      number: one.number,
      head: { ref: one.headRef, sha: one.headSha, repo: reference(one.headRepository) },
      base: { ref: one.baseRef, sha: one.baseSha, repo: reference(repository) },
    }));
}

/** OpenAPI `check-run`; in a webhook also with the suite (`check-run-with-simple-check-suite`). */
export function shapeCheckRun(world: World, repository: Repository, run: CheckRun) {
  const url = `${world.api}/repos/${fullName(repository)}/check-runs/${run.id}`;
  const html = `${world.html}/${fullName(repository)}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId("CheckRun", run.id),
    name: run.name,
    head_sha: run.suite.headSha,
    external_id: run.externalId ?? "",
    url,
    html_url: html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: shapeApp(world, run.suite.app),
    pull_requests: pullRequestsOf(world, repository, run.suite.headSha),
  };
}

/** The check run of a webhook. */
export function shapeCheckRunOfEvent(world: World, repository: Repository, run: CheckRun) {
  return {
    ...shapeCheckRun(world, repository, run),
    check_suite: { ...shapeSimpleSuite(world, repository, run.suite), app: shapeApp(world, run.suite.app) },
  };
}

function shapeSimpleSuite(world: World, repository: Repository, suite: CheckSuite) {
  return {
    id: suite.id,
    node_id: nodeId("CheckSuite", suite.id),
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    status: suite.status,
    conclusion: suite.conclusion,
    url: `${world.api}/repos/${fullName(repository)}/check-suites/${suite.id}`,
    before: suite.before,
    after: suite.headSha,
    pull_requests: pullRequestsOf(world, repository, suite.headSha),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
    repository: shapeRepository(world, repository),
  };
}

/** The suite of a `check_suite` webhook. */
export function shapeCheckSuite(world: World, repository: Repository, suite: CheckSuite) {
  const { repository: _, ...simple } = shapeSimpleSuite(world, repository, suite);
  return {
    ...simple,
    app: shapeApp(world, suite.app),
    latest_check_runs_count: suite.runs.length,
    check_runs_url: `${simple.url}/check-runs`,
    head_commit: shapeSimpleCommit(world.state.commits.get(suite.headSha)!),
    rerequestable: true,
    runs_rerequestable: true,
  };
}

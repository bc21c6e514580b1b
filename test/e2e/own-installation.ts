import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import type { Scene } from "./start-scene.ts";

const files = [{ path: "src/export.ts", additions: 70, deletions: 20 }];

let lastName = 0;

/**
 * A repository with its own installation, so that GitHub's limits in one test do not slow the next test.
 */
export async function createOwnRepository(scene: Scene): Promise<RepositoryDriver> {
  lastName += 1;
  const repository = scene.github.createRepository(`acme-${lastName}/shop`);
  scene.github.install(`acme-${lastName}`);
  await scene.settle();
  return repository;
}

/** A lazy pull request, whose comment comes two minutes later. */
export const openLazy = (repository: RepositoryDriver) =>
  repository.openPullRequest({ author: "alice", title: "fix bug", body: "fix bug", files });

/** The check runs on the pull request's head. */
export const countRuns = ({ state, headSha }: PullRequestDriver) =>
  state.repository.checkSuites.filter((suite) => suite.headSha === headSha).flatMap(({ runs }) => runs)
    .length;

export const countComments = (pullRequest: PullRequestDriver) => pullRequest.see().comments.length;

/** The requests about this repository; other repositories may be due at the same time. */
export const findAsked = ({ github }: Scene, { fullName, state }: RepositoryDriver) =>
  github.requests.all.filter(
    ({ path, body }) =>
      path.startsWith(`/repos/${fullName}/`) || JSON.stringify(body ?? {}).includes(`"${state.owner.login}"`),
  );

import { configPath } from "../../src/core/observation.ts";
import type { Scene } from "../e2e/start-scene.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type DemoPullRequest, people, pullRequests, review, reviewed, team, template } from "./scenario.ts";

export const repositoryName = "acme/shop";

/**
 * Creates the repository with its people and their team, and installs the app there. Without a config the app
 * only advises.
 */
export async function createShop(scene: Scene, config?: string): Promise<RepositoryDriver> {
  const repository = scene.github.createRepository(repositoryName, {
    files: {
      "README.md": "# Shop\n",
      ".github/pull_request_template.md": template,
      ...(config === undefined ? {} : { [configPath]: config }),
    },
  });
  for (const login of people) repository.setPermission(login, "write");
  scene.github.createTeam(team.name, team.members);
  scene.github.install("acme");
  await scene.settle();
  return repository;
}

/** Opens one of the scenario's pull requests and asks its reviewer. */
export function openPullRequest(
  repository: RepositoryDriver,
  { isDraft = false, reviewer, shows: _, ...options }: DemoPullRequest,
): PullRequestDriver {
  const one = repository.openPullRequest({ ...options, draft: isDraft });
  if (reviewer !== undefined) one.requestReview(reviewer);
  return one;
}

/**
 * Opens all pull requests of the scenario, lets the two minutes pass for which a comment waits, and has one
 * reviewed. Waits until the app is done.
 */
export async function openPullRequests(scene: Scene, repository: RepositoryDriver): Promise<void> {
  const opened = [...pullRequests, reviewed].map((one) => openPullRequest(repository, one));
  await scene.settle();
  await scene.advance("PT2M");
  opened.at(-1)!.review(review);
  await scene.settle();
}

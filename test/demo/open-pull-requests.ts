import type { Scene } from "../e2e/start-scene.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import { people, pullRequests, template } from "./scenario.ts";

export const repositoryName = "acme/shop";

/** Makes the repository, installs the app there, opens the scenario's pull requests, and waits until the app is done. */
export async function openPullRequests(
  scene: Scene,
): Promise<{ pullRequest: PullRequestDriver; shows: string }[]> {
  const repository = scene.github.createRepository(repositoryName, {
    files: { "README.md": "# Shop\n", ".github/pull_request_template.md": template },
  });
  for (const login of people) repository.setPermission(login, "write");
  scene.github.install("acme");
  await scene.settle();
  const opened = pullRequests.map(({ shows, isDraft = false, ...options }) => ({
    pullRequest: repository.openPullRequest({ ...options, draft: isDraft }),
    shows,
  }));
  await scene.settle();
  return opened;
}

import { shapePushedCommit } from "../shapes/shape-commit.ts";
import { fullName, shapeRepository } from "../shapes/shape-repository.ts";
import type { Commit } from "../state/git.ts";
import type { Account, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { advancePullRequests } from "./advance-pull-requests.ts";
import type { NewFile } from "./changed-files.ts";
import { requestCheckSuite } from "./check-suites.ts";

const nothing = "0".repeat(40);

export interface Push {
  repository: Repository;
  branch: string;
  /** Oldest first. The last becomes the branch's head. When empty, the branch only moves to `after`. */
  commits: Commit[];
  after: string;
  by: Account;
  forced?: boolean;
  /** The files of the pull requests that follow the branch, as the push changes them. */
  files?: NewFile[];
  /** Whether threads on these files become outdated; by default they do. */
  outdate?: boolean;
}

/**
 * Moves a branch: `push`, `check_suite.requested` for our app, then `synchronize` of the pull requests that
 * follow it. The app does not get the first two for a repository without it, such as a fork (sources.md §2).
 */
export function pushCommits(world: World, push: Push): void {
  const { repository, branch, after } = push;
  const before = repository.branches.get(branch) ?? nothing;
  repository.branches.set(branch, after);
  repository.pushedAt = world.clock.now();
  const pushed = push.commits.map((commit) => shapePushedCommit(world, repository, commit));
  const ref = `refs/heads/${branch}`;
  world.emit({
    event: "push",
    action: null,
    repository,
    installation: null,
    sender: push.by,
    payload: {
      ref,
      before,
      after,
      // Push payloads give the repository's times in seconds (webhooks: push, `repository.created_at`).
      repository: pushedRepository(world, repository),
      pusher: {
        name: push.by.login,
        email: `${push.by.login.replace("[bot]", "")}@users.noreply.github.com`,
      },
      created: before === nothing,
      deleted: false,
      forced: push.forced ?? false,
      base_ref: null,
      compare: `${world.html}/${fullName(repository)}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
      commits: pushed,
      head_commit: pushed.at(-1) ?? shapePushedCommit(world, repository, world.state.commits.get(after)!),
    },
  });
  requestCheckSuite(world, repository, { sha: after, branch, before, by: push.by });
  advancePullRequests(world, push);
}

function pushedRepository(world: World, repository: Repository) {
  return {
    ...shapeRepository(world, repository, { epoch: true }),
    stargazers: 0,
    master_branch: repository.defaultBranch,
  };
}

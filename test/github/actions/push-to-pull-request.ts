import type { Account } from "../state/model.ts";
import type { PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { type NewFile, textsOf } from "./changed-files.ts";
import { makeCommit } from "./make-commit.ts";
import { pushCommits } from "./push-commits.ts";

export interface NewPush {
  files: NewFile[];
  by: Account;
  message: string;
  /** Replaces the commits instead of adding one. */
  force: boolean;
  /** Merges the base branch into the head: a commit with two parents. */
  mergeBase: boolean;
  /** Whether the push outdates threads on its files. */
  outdate: boolean;
}

/** Pushes a commit to the pull request's branch. */
export function pushToPullRequest(world: World, pullRequest: PullRequest, push: NewPush): void {
  const { repository, headRepository, headRef, headSha } = pullRequest;
  const { files, by, message, force, outdate } = push;
  const base = repository.branches.get(pullRequest.baseRef)!;
  const parents = force ? [base] : push.mergeBase ? [headSha, base] : [headSha];
  const commit = makeCommit(world, { parents, files: textsOf(files), author: by, message });
  pushCommits(world, {
    repository: headRepository,
    branch: headRef,
    commits: [commit],
    after: commit.sha,
    by,
    files,
    forced: force,
    outdate,
  });
}

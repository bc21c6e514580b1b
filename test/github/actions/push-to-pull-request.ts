import type { Account } from "../state/model.ts";
import type { PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { emitPullRequest, record, touch } from "./emit-pull-request.ts";
import { makeCommit } from "./make-commit.ts";
import { mergeFiles, type NewFile, textsOf } from "./open-pull-request.ts";
import { pushCommits } from "./push-commits.ts";

export interface NewPush {
  files: NewFile[];
  by: Account;
  message: string;
  /** Replaces the commits instead of adding one. */
  force: boolean;
  /** Merges the base branch into the head: a commit with two parents. */
  mergeBase: boolean;
  /** Threads on the files of the push are outdated by it. */
  outdate: boolean;
}

/** Pushes to the head: `push` and `check_suite.requested` unless it is a fork, then `pull_request.synchronize`. */
export function pushToPullRequest(world: World, pullRequest: PullRequest, push: NewPush): void {
  const { repository, headRepository, headRef } = pullRequest;
  const before = pullRequest.headSha;
  const base = repository.branches.get(pullRequest.baseRef)!;
  const parents = push.force ? [base] : push.mergeBase ? [before, base] : [before];
  const commit = makeCommit(world, {
    parents,
    files: textsOf(push.files),
    author: push.by,
    message: push.message,
  });
  pullRequest.headSha = commit.sha;
  pullRequest.commitShas = push.force ? [commit.sha] : [...pullRequest.commitShas, commit.sha];
  pullRequest.files = mergeFiles(push.force ? [] : pullRequest.files, push.files);
  if (push.outdate) outdateThreads(world, pullRequest, push.files);
  touch(world, pullRequest);
  if (push.force) record(world, pullRequest, { kind: "HeadRefForcePushedEvent", actor: push.by });
  pushCommits(world, {
    repository: headRepository,
    branch: headRef,
    commits: [commit],
    after: commit.sha,
    by: push.by,
    forced: push.force,
  });
  emitPullRequest(world, pullRequest, "synchronize", push.by, { before, after: commit.sha });
}

function outdateThreads(world: World, pullRequest: PullRequest, files: NewFile[]): void {
  const touched = new Set(files.map((file) => file.path));
  for (const thread of pullRequest.threads.filter((one) => touched.has(one.path))) {
    thread.isOutdated = true;
    thread.line = null;
    thread.updatedAt = world.clock.now();
  }
}

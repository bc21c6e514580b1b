import { findRepository } from "../state/find.ts";
import type { Account, Repository } from "../state/model.ts";
import type { PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { mergeFiles, type NewFile, textsOf } from "./changed-files.ts";
import { createRepository } from "./create-repository.ts";
import { emitPullRequest } from "./emit-pull-request.ts";
import { makeCommit } from "./make-commit.ts";
import { pushCommits } from "./push-commits.ts";

export interface NewPullRequest {
  repository: Repository;
  author: Account;
  title: string;
  body: string | null;
  isDraft: boolean;
  baseRef: string;
  headRef: string;
  /** Opens it from a fork of the author's. */
  fork: boolean;
  files: NewFile[];
  commitMessage: string;
  /** An existing head, for two pull requests at one head. */
  headSha?: string;
}

/**
 * Pushes a branch (to a fork of the author's with `fork`) and opens the pull request: `push`,
 * `check_suite.requested`, `pull_request.opened`.
 */
export function openPullRequest(world: World, given: NewPullRequest): PullRequest {
  const { repository, author } = given;
  const baseSha = repository.branches.get(given.baseRef);
  if (baseSha === undefined) throw new Error(`There is no branch ${given.baseRef}.`);
  const headRepository = given.fork ? ensureFork(world, repository, author) : repository;
  const commit =
    given.headSha === undefined
      ? makeCommit(world, {
          parents: [baseSha],
          files: textsOf(given.files),
          author,
          message: given.commitMessage,
        })
      : world.state.commits.get(given.headSha)!;
  if (headRepository.branches.get(given.headRef) !== commit.sha) {
    const push = { repository: headRepository, branch: given.headRef, commits: [commit], after: commit.sha };
    pushCommits(world, { ...push, by: author, files: given.files });
  }
  const now = world.clock.now();
  const pullRequest: PullRequest = {
    id: world.nextId(),
    number: ++repository.lastNumber,
    repository,
    author,
    title: given.title,
    body: given.body,
    state: "open",
    isDraft: given.isDraft,
    isLocked: false,
    createdAt: now,
    updatedAt: now,
    lastEditedAt: null,
    bodyEdits: [],
    closedAt: null,
    mergedAt: null,
    mergedBy: null,
    mergeCommitSha: null,
    baseRef: given.baseRef,
    baseSha,
    headRepository,
    headRef: given.headRef,
    headSha: commit.sha,
    commitShas: [commit.sha],
    files: mergeFiles([], given.files),
    mergeable: "MERGEABLE",
    queueEntry: null,
    labels: [],
    assignees: [],
    reviewRequests: [],
    reviews: [],
    threads: [],
    comments: [],
    timeline: [],
  };
  repository.pullRequests.set(pullRequest.number, pullRequest);
  emitPullRequest(world, pullRequest, "opened", author);
  return pullRequest;
}

function ensureFork(world: World, repository: Repository, author: Account): Repository {
  if (author.type !== "User") throw new Error(`${author.login} is no person, and only people have forks.`);
  const known = findRepository(world.state, `${author.login}/${repository.name}`);
  const { name, visibility, defaultBranch } = repository;
  return (
    known ??
    createRepository(world, { owner: author, name, visibility, defaultBranch, files: {}, parent: repository })
  );
}

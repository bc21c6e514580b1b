import { findRepository } from "../state/find.ts";
import type { Account, Repository } from "../state/model.ts";
import type { ChangedFile, PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { createRepository } from "./create-repository.ts";
import { emitPullRequest } from "./emit-pull-request.ts";
import { makeCommit } from "./make-commit.ts";
import { pushCommits } from "./push-commits.ts";

/** A changed file; with `text` it is also in the head's tree, else an empty file stands for it. */
export interface NewFile extends Partial<Omit<ChangedFile, "path">> {
  path: string;
  text?: string;
}

export interface NewPullRequest {
  repository: Repository;
  author: Account;
  title: string;
  body: string | null;
  isDraft: boolean;
  baseRef: string;
  headRef: string;
  /** Open it from a fork of the author's. */
  fork: boolean;
  files: NewFile[];
  commitMessage: string;
  /** A head that exists already (two pull requests with one head). */
  headSha?: string;
}

/** Pushes a branch (to a fork of the author's, if asked) and opens the pull request: `push`, `check_suite.requested`, `pull_request.opened`. */
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
  pushCommits(world, {
    repository: headRepository,
    branch: given.headRef,
    commits: [commit],
    after: commit.sha,
    by: author,
  });
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
  const known = findRepository(world.state, `${author.login}/${repository.name}`);
  const { name, isPrivate, defaultBranch } = repository;
  return (
    known ??
    createRepository(world, { owner: author, name, isPrivate, defaultBranch, files: {}, parent: repository })
  );
}

/** What a commit with those files does to the tree. */
export function textsOf(files: NewFile[]): Map<string, string | null> {
  return new Map(files.map((file) => [file.path, file.status === "removed" ? null : (file.text ?? "")]));
}

/** The pull request's files after more were pushed: the newest word on each path. */
export function mergeFiles(before: ChangedFile[], pushed: NewFile[]): ChangedFile[] {
  const files = new Map(before.map((file) => [file.path, file]));
  for (const { path, text, additions, deletions, status } of pushed) {
    const lines =
      text === undefined || text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    files.set(path, {
      path,
      additions: additions ?? lines,
      deletions: deletions ?? 0,
      status: status ?? files.get(path)?.status ?? "modified",
    });
  }
  return [...files.values()];
}

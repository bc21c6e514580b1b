import type { Commit } from "../state/git.ts";
import type { Account, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { fullName } from "./shape-repository.ts";

function person(author: Account | null) {
  const login = author?.login ?? "somebody";
  return { name: login, email: `${login.replace(/\[bot\]$/, "")}@users.noreply.github.com` };
}

/** OpenAPI `simple-commit`: a merge group's and a check suite's `head_commit`. */
export function shapeSimpleCommit(commit: Commit) {
  return {
    id: commit.sha,
    tree_id: commit.treeSha,
    message: commit.message,
    timestamp: commit.committedDate,
    author: person(commit.author),
    committer: person(commit.author),
  };
}

/** A commit in a push payload. */
export function shapePushedCommit(world: World, repository: Repository, commit: Commit) {
  const username = commit.author === null ? {} : { username: commit.author.login };
  const simple = shapeSimpleCommit(commit);
  return {
    ...simple,
    distinct: true,
    url: `${world.html}/${fullName(repository)}/commit/${commit.sha}`,
    author: { ...simple.author, ...username, date: commit.committedDate },
    committer: { ...simple.committer, ...username, date: commit.committedDate },
    added: commit.added,
    removed: commit.removed,
    modified: commit.modified,
  };
}

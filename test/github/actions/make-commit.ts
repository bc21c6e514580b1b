import type { Commit } from "../state/git.ts";
import type { Account } from "../state/model.ts";
import { nextSha, type World } from "../state/world.ts";

export interface NewCommit {
  /** The commit changes the first parent's tree. */
  parents: string[];
  /** Path to text; null removes the file. */
  files: Map<string, string | null>;
  author: Account | null;
  message: string;
}

/** Stores a commit to which no branch points yet. */
export function makeCommit(world: World, given: NewCommit): Commit {
  const before = world.state.commits.get(given.parents[0] ?? "")?.tree ?? new Map<string, string>();
  const tree = new Map(before);
  const commit: Commit = {
    sha: nextSha(world, "commit"),
    treeSha: nextSha(world, "tree"),
    parents: given.parents,
    message: given.message,
    author: given.author,
    committedDate: world.clock.now(),
    tree,
    added: [],
    modified: [],
    removed: [],
  };
  for (const [path, text] of given.files) {
    if (text === null) commit.removed.push(path);
    else (before.has(path) ? commit.modified : commit.added).push(path);
    if (text === null) tree.delete(path);
    else tree.set(path, text);
  }
  world.state.commits.set(commit.sha, commit);
  return commit;
}

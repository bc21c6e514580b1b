import type { Account, Instant } from "./model.ts";

/** A file's path to its text. */
type Tree = Map<string, string>;

export interface Commit {
  sha: string;
  treeSha: string;
  parents: string[];
  message: string;
  author: Account | null;
  committedDate: Instant;
  tree: Tree;
  added: string[];
  modified: string[];
  removed: string[];
}

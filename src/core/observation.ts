import type { Instant, OwnCheckRun, PullRequest, Repository } from "./pull-request.ts";

/** Where a repository, or the organisation's `.github` repository, keeps its config. */
export const configPath = ".github/async.yml";

/** The text of each config file; null when there is no such file, or we may not read it. */
export interface ConfigTexts {
  /** `.github/async.yml` on the base branch. */
  base: string | null;
  /** … on the default branch; the same as `base` when that is the base branch. */
  defaultBranch: string | null;
  /** … in the organisation's `.github` repository. */
  organisation: string | null;
  /** … on the head, only when the pull request changes it: the file as it would be after a merge. */
  head: string | null;
  /** The organisation's file is in a repository that fewer people may see than the pull request's. */
  organisationIsHidden: boolean;
}

/**
 * An open pull request of the repository, which shares check runs with any other that has the same head
 * commit.
 */
export interface OpenPullRequest {
  number: number;
  headSha: string;
  updatedAt: Instant;
}

/** A part of an observation that a decision can do without. */
export type OptionalPart =
  | "organisation file"
  | "teams"
  | "checks"
  | "merge queues"
  | "deleted comments"
  | "review threads"
  | "reviews"
  | "commands that were answered"
  | "templates";

/** Everything that one look reads from GitHub. */
export interface Observation {
  /** REST login of this app's own account, `async-review[bot]`; "" when a person's token reads. */
  ownLogin: string;
  repository: Repository & {
    defaultBranch: string;
    isArchived: boolean;
    /** The newest hundred labels' names, which show whether one of ours has to be created first. */
    labels: string[];
  };
  pullRequest: PullRequest;
  /** The slug of another app that writes check runs like ours on the head; null when there is none. */
  otherApp: string | null;
  /** The most recently updated open pull requests, at most a hundred, and whether there are more. */
  openPullRequests: OpenPullRequest[];
  hasMoreOpen: boolean;
  configTexts: ConfigTexts;
  /** Where the config texts come from, as `branchKey` of the base, default and organisation's branch. */
  configBranches: string[];
  /** The repository's pull request templates, byte for byte. */
  templates: string[];
  /** `.gitattributes` on the default branch, which names generated files; null when there is none. */
  gitattributes: string | null;
  /** Optional parts that GitHub refused or lacks; the check names each once. */
  unavailable: OptionalPart[];
}

/** What is observed for a merge group. */
export interface MergeGroupObservation {
  configTexts: Pick<ConfigTexts, "base" | "defaultBranch" | "organisation" | "organisationIsHidden">;
  ownCheckRuns: OwnCheckRun[];
}

/**
 * A branch at a commit, with its name, because another branch may be at the same commit. Repository names
 * ignore case.
 */
export function branchKey(repository: string, branch: string, sha: string): string {
  return `${repository.toLowerCase()}:${branch}:${sha}`;
}

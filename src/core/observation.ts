import type { Instant, OwnCheckRun, PullRequest, Repository } from "./pull-request.ts";

/** Where a repository, or the organisation's `.github` repository, keeps its config. */
export const configPath = ".github/async.yml";

/** A file's text where it was looked for; null when there is no such file (or we may not read it). */
export interface ConfigTexts {
  /** `.github/async.yml` on the base branch. */
  base: string | null;
  /** … on the default branch; the same as `base` when the base branch is the default branch. */
  defaultBranch: string | null;
  /** … in the organisation's `.github` repository. */
  organisation: string | null;
  /** … on the head, only when the pull request changes it; what the file would be after a merge. */
  head: string | null;
  /**
   * The organisation's file is in a private repository, while the pull request's repository is more visible
   * than that.
   */
  organisationIsHidden: boolean;
}

/**
 * An open pull request of the repository, as far as others need to know it: check runs belong to the head
 * commit.
 */
export interface OpenPullRequest {
  number: number;
  headSha: string;
  updatedAt: Instant;
}

/** A label that exists in the repository (only the ones that the app manages are looked up). */
export interface RepositoryLabel {
  name: string;
  description: string;
}

/** What a decision can do without. */
export type OptionalPart =
  | "organisation file"
  | "teams"
  | "checks"
  | "merge queues"
  | "pull requests with the same head"
  | "deleted comments"
  | "review threads"
  | "reviews"
  | "commands that were answered"
  | "templates";

/** Everything that one look at GitHub brings home. */
export interface Observation {
  /** REST login of this app's own account, `async-review[bot]`; "" when the reader is a person's token. */
  ownLogin: string;
  repository: Repository & {
    defaultBranch: string;
    isArchived: boolean;
    /**
     * `main` from `repository.labels`, the newest hundred; to know whether a label of ours has to be made
     * first.
     */
    labels: RepositoryLabel[];
  };
  pullRequest: PullRequest;
  /**
   * The slug of another app that writes check runs like ours on the head; absent or null when there is none,
   * or it is not looked for.
   */
  otherApp?: string | null;
  /** The open pull requests that were updated last, at most a hundred; and whether there are more. */
  openPullRequests: OpenPullRequest[];
  hasMoreOpen: boolean;
  configTexts: ConfigTexts;
  /**
   * Where the config texts are from, by `nameHead`: the base branch, the default branch, the organisation's.
   */
  configHeads: string[];
  /** The repository's pull request templates, byte for byte. */
  templates: { path: string; text: string }[];
  /**
   * The text of `.gitattributes` on the default branch; null when there is none. It names generated files.
   */
  gitattributes: string | null;
  /** Optional parts that GitHub refused, or lacks (named once in the check). */
  unavailable: OptionalPart[];
}

/** What is looked at for a merge group. */
export interface MergeGroupObservation {
  configTexts: Pick<
    Observation["configTexts"],
    "base" | "defaultBranch" | "organisation" | "organisationIsHidden"
  >;
  ownCheckRuns: OwnCheckRun[];
}

/**
 * The one source of truth: the data that GitHub would store. REST, GraphQL, webhooks and the driver read it,
 * and only the functions in `actions/` change it. Plain data, so that a lagging read can be answered from a
 * structured clone.
 */

import type { CheckSuite, CommitStatus } from "./checks.ts";
import type { Commit } from "./git.ts";
import type { PullRequest } from "./pull-request.ts";

/** An RFC 3339 instant in UTC with whole seconds, as GitHub's API gives them. */
export type Instant = string;

export type Role = "admin" | "maintain" | "write" | "triage" | "read";

export interface Account {
  id: number;
  /** REST form: a bot's ends in `[bot]`. */
  login: string;
  type: "User" | "Organization" | "Bot" | "Mannequin";
  createdAt: Instant;
  /** A deleted account is called `ghost`, for which GraphQL returns no actor. */
  isDeleted?: boolean;
}

export interface Team {
  id: number;
  organization: Account;
  slug: string;
  members: Set<Account>;
}

export interface Label {
  id: number;
  name: string;
  color: string;
  description: string | null;
  isDefault: boolean;
}

export interface Repository {
  id: number;
  name: string;
  owner: Account;
  isPrivate: boolean;
  /** `internal`: everybody in the enterprise may read the repository. REST treats it as private. */
  visibility: "public" | "internal" | "private";
  isArchived: boolean;
  defaultBranch: string;
  /** Branch name to commit SHA, without `refs/heads/`. */
  branches: Map<string, string>;
  labels: Label[];
  pullRequests: Map<number, PullRequest>;
  lastNumber: number;
  collaborators: Map<Account, Role>;
  parent: Repository | null;
  checkSuites: CheckSuite[];
  statuses: CommitStatus[];
  /** The approvals that the branch rules require; 0 leaves GraphQL's `reviewDecision` null. */
  requiredReviews: number;
  createdAt: Instant;
  updatedAt: Instant;
  pushedAt: Instant;
}

export type Permissions = Record<string, "read" | "write" | "admin">;

export interface Installation {
  id: number;
  account: Account;
  /** "all", or the chosen repositories. */
  repositories: "all" | Set<Repository>;
  permissions: Permissions;
  createdAt: Instant;
  updatedAt: Instant;
  suspendedAt: Instant | null;
}

export interface State {
  accounts: Account[];
  teams: Team[];
  repositories: Repository[];
  installations: Installation[];
  commits: Map<string, Commit>;
}

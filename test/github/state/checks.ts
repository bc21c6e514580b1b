import type { Account, Instant } from "./model.ts";

export type CheckStatus = "queued" | "in_progress" | "completed";

export interface CheckApp {
  id: number;
  slug: string;
}

export interface CheckAnnotation {
  path: string;
  startLine: number;
  endLine: number;
  level: "notice" | "warning" | "failure";
  title: string | null;
  message: string;
}

export interface CheckAction {
  label: string;
  description: string;
  identifier: string;
}

export interface CheckRun {
  id: number;
  suite: CheckSuite;
  name: string;
  status: CheckStatus;
  conclusion: string | null;
  externalId: string | null;
  detailsUrl: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  annotations: CheckAnnotation[];
  actions: CheckAction[];
  startedAt: Instant;
  completedAt: Instant | null;
}

/** GitHub has one suite per app and SHA. */
export interface CheckSuite {
  id: number;
  app: CheckApp;
  headSha: string;
  /** Null for a fork's head. */
  headBranch: string | null;
  before: string | null;
  status: CheckStatus;
  conclusion: string | null;
  runs: CheckRun[];
  createdAt: Instant;
  updatedAt: Instant;
}

/** The older commit status (`POST /statuses/{sha}`), which also counts in the rollup. */
export interface CommitStatus {
  sha: string;
  context: string;
  state: "error" | "failure" | "pending" | "success";
  creator: Account;
}

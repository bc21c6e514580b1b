import type { Permission } from "../core/conversation/people.ts";
import type { MergeGroupObservation, Observation, OpenPullRequest } from "../core/observation.ts";
import type { HeadConclusions } from "../core/plan/checks/check-owners.ts";
import type { LastVerdict } from "../core/plan/facts.ts";
import type { Write } from "../core/planned.ts";
import type { Instant, PastPullRequest, Repository } from "../core/pull-request.ts";
import type { KeptLife } from "../core/report/history/keep-life.ts";
import type { BodyEdit } from "../core/report/history/life.ts";
import type { SeenLabel } from "./label-history.ts";

/** The subject of a look. */
export type Subject = CheckedSubject | FanOutSubject;

/** A subject that gets check runs. */
export type CheckedSubject = PullRequestSubject | MergeGroupSubject;
export type PullRequestSubject = InRepository & { kind: "pull_request"; number: number };
export type MergeGroupSubject = InRepository & { kind: "merge_group"; headSha: string; baseRef: string };

/** A subject that only fans out to pull requests, spread over time. */
export type FanOutSubject =
  | (InRepository & { kind: "repository"; reason: FanOutReason })
  | { kind: "installation"; installationId: number; reason: FanOutReason };

interface InRepository {
  installationId: number;
  repository: Repository;
}

/** Why a whole repository or installation is looked at. `stop`: it may be gone; then drop its rows. */
export type FanOutReason = "config_changed" | "resync" | "added" | "stop";

/**
 * The oldest state that a look may be based on: what deliveries have already said. GitHub's reads can lag its
 * webhooks, so an older observation is discarded and made again. Times are GitHub's, in whole seconds.
 */
export interface MinimumVersion {
  updatedAt: Instant | null;
  /** The head at `updatedAt`. */
  headSha: string | null;
  /** Database ids of issue comments that exist and must be in the observation. */
  commentIds: number[];
  /** Node ids of submitted reviews, which must be there as well. */
  reviewIds?: string[];
  /** Branch heads from before a config push (`branchKey`). An observation that shows one is outdated. */
  oldHeads?: string[];
  /** Threads that were resolved or reopened, by node id, and when: neither moves `updatedAt`. */
  threads?: Record<string, { isResolved: boolean; at: Instant }>;
}

/** A pressed button of a check run, or a re-run. Only the delivery says who asked for it. */
export interface Intent {
  deliveryId: string;
  identifier: "insert" | "recheck" | "rerequested";
  /** Login of the sender, REST form; null when GitHub did not say. */
  sender: string | null;
}

/** One webhook POST, reduced to what is stored. */
export interface Delivery {
  /** `X-GitHub-Delivery`. A redelivery has the same one. */
  id: string;
  event: string;
  action: string | null;
  receivedAt: Instant;
}

/** A subject to look at, and what the delivery said about it. */
export interface Look {
  subject: Subject;
  minimumVersion: MinimumVersion | null;
  intents: Intent[];
  /** True: look only if this head has not been observed yet. A `check_suite` names only a commit. */
  onlyIfUnseen?: boolean;
  /** Earliest instant; null is now. Fan-outs use it to spread their looks. */
  notBefore: Instant | null;
}

/** A create, remembered for five minutes so that a lagging read doesn't lead to a second one. */
export interface Created {
  /** `comment`, `check:<name>:<sha>`, `reminder:<key>`, `reply:<key>`. */
  key: string;
  /** Null until GitHub has answered: after a crash it isn't known whether it was stored. */
  id: number | null;
  hash: string;
  at: Instant;
}

/** A twin that must be looked at first. */
export interface Awaited {
  number: number;
  /** How many looks at it were requested. */
  tries: number;
  until: Instant;
}

/**
 * Kept in a subject's row between looks. Losing it costs at most a repeated look, but for `created`: while
 * GitHub's reads lag, nothing else prevents a second create.
 */
export interface Memory {
  created: Created[];
  /** The last observed head. A fork's `check_suite` names only that. */
  headSha: string | null;
  /** The last verdict, kept in case reading the same body runs out of time. */
  verdict: LastVerdict | null;
  /** Permissions as GitHub recently gave them: good enough to list a decision, never to obey a command. */
  permissions: { login: string; permission: Permission; at: Instant }[];
  /**
   * The hash of the config check that was tried on earlier pull requests, followed by `:` and what forced it
   * when it was a re-run; null when none was.
   */
  triedConfig: string | null;
  /** The histories of our labels in the repository. */
  labels: SeenLabel[];
  /** Threads that were ever resolved, and since when each is open again; GitHub tells neither. */
  threads?: { id: string; reopenedAt: Instant | null }[];
  /** How many observations in a row were older than the minimum version. */
  staleReads: number;
  /**
   * `updatedAt` of the newest observation. An older one is outdated, whatever a late delivery says. Absent
   * before the first.
   */
  seenAt?: Instant;
  /**
   * What this pull request concludes on its head, for its twins: check runs belong to the commit. Absent
   * before the first look.
   */
  conclusions?: HeadConclusions;
  awaited?: Awaited[];
  /** The current pause, and what it waits for; absent when the last observation was new enough. */
  stalePause?: { until: Instant; expected: string };
}

/** The memory of a subject that was never looked at. */
export const emptyMemory: Memory = {
  created: [],
  headSha: null,
  verdict: null,
  permissions: [],
  triedConfig: null,
  labels: [],
  staleReads: 0,
};

export interface Job<Of extends Subject = Subject> {
  subject: Of;
  minimumVersion: MinimumVersion | null;
  intents: Intent[];
  /** 1 for the first try since the last success. */
  attempt: number;
  /** When the app first saw the subject. */
  firstSeenAt: Instant;
  /** When the app first saw the subject's repository; null for an installation. */
  repositoryFirstSeenAt: Instant | null;
  memory: Memory;
}

/** How a look ended. A thrown error is a failed attempt, tried again after growing pauses. */
export type Outcome =
  /** `life` is what the report counts of a closed pull request; null or absent when there is nothing. */
  | { type: "done"; wakeAt: Instant | null; memory: Memory; life?: KeptLife | null }
  /** Look again then, with the same minimum version and intents. Not a failure: a lag, a rate limit. */
  | { type: "again"; at: Instant; memory: Memory }
  /** The subject is gone (deleted, uninstalled): forget it. */
  | { type: "gone" };

export interface JobContext {
  /** Stores the memory durably; called before a create is sent. */
  remember(memory: Memory): Promise<void>;
  signal: AbortSignal;
}

export type Handler = (job: Job, context: JobContext) => Promise<Outcome>;

/** A pull request as its row knows it. */
export interface KnownPullRequest {
  number: number;
  /** The head that a delivery or a look named last. */
  headSha: string | null;
  /** The newest `updatedAt` in deliveries since the last look ended; null when there was none. */
  toldAt: Instant | null;
  /** When it is looked at next; null until the next event. */
  runAt: Instant | null;
  /** Failed looks since the last success. */
  failures: number;
  memory: Memory;
}

/** The queue: one row for each subject. Both databases pass the same contract tests. */
export interface Queue {
  /**
   * Stores the delivery and its looks in one transaction, and resolves when they are durable. "known": it was
   * stored before, and nothing changed.
   */
  accept(delivery: Delivery, looks: Look[]): Promise<"stored" | "known">;
  /** Requests looks for the app itself (fan-out, resync, a twin). */
  look(looks: Look[]): Promise<void>;
  /**
   * Subjects of a repository whose last known head is this commit: a fork's `check_suite` names nothing else.
   */
  findByHead(repositoryId: number, headSha: string): Promise<Subject[]>;
  /** The rows of the pull requests whose last known head is this commit, or that have these numbers. */
  findOnHead(repositoryId: number, headSha: string, numbers: number[]): Promise<KnownPullRequest[]>;
  /**
   * Deletes all rows of an installation or repository (uninstalled, suspended, removed) except the fan-out's
   * own.
   */
  forget(scope: { installationId: number; repositoryId?: number }): Promise<void>;
  /** Every repository that has a row, with its installation. */
  listRepositories(): Promise<{ installationId: number; repositoryId: number }[]>;
  /**
   * Starts working on `concurrency` subjects at once, never on the same one twice at once. Calls `countLate`
   * for each look with its delay after its due time, in seconds.
   */
  start(
    handler: Handler,
    options: { concurrency: number; countLate?: (seconds: number) => void },
  ): Promise<void>;
  /** Stops taking work and waits for what is running. */
  stop(): Promise<void>;
  /** Throws unless deliveries can be stored and this process does due work; the error says what is wrong. */
  check(): Promise<void>;
  /** The instant up to which no delivery is missing, as last marked; null for a new database. */
  findCaughtUpAt(): Promise<Instant | null>;
  markCaughtUp(at: Instant): Promise<void>;
  /** When the oldest due subject that waits for a worker fell due; null when none waits. */
  findOldestDue(): Promise<Instant | null>;
  /** Figures for /metrics. */
  count(): Promise<{ pending: number; due: number; failed: number }>;
}

/** GitHub as the reconcile loop needs it. Every method throws GitHubError, whose `reason` says what helps. */
export interface GitHub {
  /**
   * One GraphQL query, more only when a connection is longer than a page. Null when there is no such pull
   * request.
   */
  observePullRequest(subject: PullRequestSubject): Promise<Observation | null>;
  observeMergeGroup(subject: MergeGroupSubject): Promise<MergeGroupObservation | null>;
  /** Earlier texts of the description, newest first. */
  listBodyEdits(subject: PullRequestSubject): Promise<BodyEdit[]>;
  /** What a person may do in the repository. */
  findPermission(subject: PullRequestSubject, login: string): Promise<Permission>;
  /** Sends one write. Returns the REST id of what was created, else null. */
  write(subject: CheckedSubject, write: Write): Promise<number | null>;
  /**
   * The newest pull requests, newest first, with the facts that their descriptions are judged by. One query.
   */
  listPastPullRequests(subject: PullRequestSubject, count: number): Promise<PastPullRequest[]>;
  /** The open pull requests, page by page. */
  listOpenPullRequests(subject: InRepository): AsyncIterable<OpenPullRequest[]>;
  listRepositories(installationId: number): AsyncIterable<(Repository & { isArchived: boolean })[]>;
  /** True if the installation works and covers the repository, if one is named. */
  isCovered(subject: FanOutSubject): Promise<boolean>;
  /** Installations that are not suspended. */
  listInstallations(): AsyncIterable<number[]>;
  /** The app's own delivery log, newest first. github.com keeps three days. */
  listDeliveries(): AsyncIterable<LoggedDelivery[]>;
  /** Asks GitHub to send a delivery again. */
  redeliver(id: number): Promise<void>;
}

/** What a server needs to act as the App. */
export interface AppCredentials {
  appId: number;
  /** PEM. */
  privateKey: string;
  webhookSecret: string;
}

/** One attempt in the app's delivery log. A redelivery has the same `guid`. */
export interface LoggedDelivery {
  id: number;
  guid: string;
  deliveredAt: Instant;
  /** GitHub's word. "OK" means that the delivery was answered with 2xx. */
  status: string;
  /** The status of the answer; 0 when there was none. */
  statusCode: number;
}

/** The time, for everything outside the core. */
export interface Clock {
  now(): Instant;
}

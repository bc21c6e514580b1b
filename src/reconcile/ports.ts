import type { MergeGroupObservation, Observation, OpenPullRequest } from "../core/observation.ts";
import type { JudgedCheck } from "../core/plan/checks/shared-head.ts";
import type { Instant, PastPullRequest, Repository } from "../core/pull-request.ts";
import type { Permission } from "../core/conversation/people.ts";
import type { LastVerdict } from "../core/plan/facts.ts";
import type { Write } from "../core/planned.ts";
import type { SeenLabel } from "./label-history.ts";

/** What a reconcile looks at. The last two only fan out to pull requests, spread over time. */
export type Subject =
  | { kind: "pull_request"; installationId: number; repository: Repository; number: number }
  | { kind: "merge_group"; installationId: number; repository: Repository; headSha: string; baseRef: string }
  | { kind: "repository"; installationId: number; repository: Repository; reason: FanOutReason }
  | { kind: "installation"; installationId: number; reason: FanOutReason };

/**
 * Why a whole repository or installation is looked at; `stop`: to see whether it is gone, and drop its
 * pending work.
 */
export type FanOutReason = "config_changed" | "resync" | "added" | "stop";

/**
 * What the deliveries already knew. An observation that is older is discarded and made again: GitHub's reads
 * can lag its webhooks. Times are GitHub's, with whole seconds.
 */
export interface Fence {
  updatedAt: Instant | null;
  /** The head at `updatedAt`. */
  headSha: string | null;
  /** Database ids of issue comments that exist and must be seen. */
  commentIds: number[];
  /**
   * Where branches were before a push changed their config, by `nameHead`: who still sees that reads the old
   * config.
   */
  oldHeads?: string[];
}

/** Who pressed a check run's button, or asked for a re-run: a fact that exists only in the delivery. */
export interface Intent {
  deliveryId: string;
  identifier: "insert" | "recheck" | "rerequested";
  /** Login of the sender, REST form; null when GitHub did not say. */
  sender: string | null;
}

/** One webhook POST, reduced to what is kept. */
export interface Delivery {
  /** `X-GitHub-Delivery`. Keeps its value on redelivery. */
  id: string;
  event: string;
  action: string | null;
  receivedAt: Instant;
}

/** A subject to look at, with what the delivery knew about it. */
export interface Look {
  subject: Subject;
  fence: Fence | null;
  intents: Intent[];
  /**
   * True: look only when the subject is already known by `fence.headSha` (a `check_suite` names only a
   * commit), and only when that commit was not observed yet.
   */
  onlyIfUnseen?: boolean;
  /** Earliest instant; null is now. Fan-outs use it to spread. */
  notBefore: Instant | null;
}

/**
 * Something that we created: remembered for five minutes, so that a lagging read never makes us create it
 * again.
 */
export interface Created {
  /** `comment`, `check:<name>:<sha>`, `reminder:<key>`, `reply:<key>`. */
  part: string;
  /** Null between "about to create" and GitHub's answer: after a crash nobody knows whether it was stored. */
  id: number | null;
  hash: string;
  at: Instant;
}

/** What a look found a pull request to be on the head that it saw. */
export interface Standing {
  headSha: string;
  isOpen: boolean;
  /**
   * What its checks conclude by its own config and conversation alone; none when it is closed or the app is
   * off.
   */
  checks: JudgedCheck[];
  /** Numbers of the others on this head that its check runs name. */
  twins: number[];
  /** Names of checks that it left to one of them to write; absent: none. */
  left?: string[];
}

/** Another open pull request on the same head that has to be looked at first. */
export interface Awaited {
  number: number;
  /** How often it was asked for. */
  tries: number;
  until: Instant;
}

/** What a subject's row keeps between looks. Losing it costs at most a repeated look. */
export interface Memory {
  created: Created[];
  /** The head that was last observed: a `check_suite` of a fork names only that. */
  headSha: string | null;
  /** The last verdict, kept for the same body when parsing it runs out of time. */
  verdict: LastVerdict | null;
  /**
   * Who may do what here, as GitHub said a while ago: good enough to list a decision, never to obey a
   * command.
   */
  permissions: { login: string; permission: Permission; at: Instant }[];
  /** The hash of the config check that was tried on earlier pull requests; null when none was. */
  triedConfig: string | null;
  /** What was seen of the labels that the app makes in its repository. */
  labels: SeenLabel[];
  /**
   * Threads that were seen resolved, and since when those are open again that are: GitHub tells no instant of
   * either.
   */
  threads?: { id: string; reopenedAt: Instant | null }[];
  /** How often the observation was too old for the fence, in a row. */
  staleReads: number;
  /**
   * `updatedAt` of the newest observation: whatever a late delivery knew, an older one is too old. Absent
   * before the first.
   */
  seenAt?: Instant;
  /**
   * A pull request's standing on its head, for the others on it: check runs belong to the commit. Absent
   * before the first look.
   */
  standing?: Standing;
  awaited?: Awaited[];
  /** The pause after the last of them, and what it waits for; absent when none was too old. */
  stalePause?: { until: Instant; expected: string };
}

/** What is remembered of a subject that was never looked at. */
export const emptyMemory: Memory = {
  created: [],
  headSha: null,
  verdict: null,
  permissions: [],
  triedConfig: null,
  labels: [],
  staleReads: 0,
};

export interface Job {
  subject: Subject;
  fence: Fence | null;
  intents: Intent[];
  /** 1 for the first try since the last success. */
  attempt: number;
  /** When the app first saw the subject. */
  firstSeenAt: Instant;
  /** When the app first saw the subject's repository; null for an installation. */
  repositoryFirstSeenAt: Instant | null;
  memory: Memory;
}

/** How a look ended. A thrown error is a failed attempt: tried again later, with growing pauses. */
export type Outcome =
  | { type: "done"; wakeAt: Instant | null; memory: Memory }
  /** Look again at that instant, fence and intents kept; not a failure (a lagging read, a rate limit). */
  | { type: "again"; at: Instant; memory: Memory }
  /** The subject is gone (deleted, uninstalled): forget it. */
  | { type: "gone" };

export interface JobContext {
  /** Stores the memory durably before a create is sent. */
  remember(memory: Memory): Promise<void>;
  signal: AbortSignal;
}

export type Handler = (job: Job, context: JobContext) => Promise<Outcome>;

/** A pull request as its row knows it. */
export interface KnownPullRequest {
  number: number;
  /** The head that a delivery or a look named last. */
  headSha: string | null;
  /** `updatedAt` of what deliveries have told since the last look that ended; null: nothing. */
  toldAt: Instant | null;
  /** When it is looked at next; null: at the next event. */
  runAt: Instant | null;
  /** Failed looks since the last one that ended well. */
  failures: number;
  memory: Memory;
}

/** The queue: one row a subject. Both databases pass the same contract tests. */
export interface Queue {
  /**
   * Stores the delivery and its looks in one transaction; resolves when it is durable. "known": seen before,
   * nothing changed.
   */
  accept(delivery: Delivery, looks: Look[]): Promise<"stored" | "known">;
  /** Looks that come from the app itself (fan-out, resync, the other pull request on the same head). */
  look(looks: Look[]): Promise<void>;
  /** Subjects of a repository whose last observed head is that commit (fork `check_suite`). */
  findByHead(repositoryId: number, headSha: string): Promise<Subject[]>;
  /**
   * The rows of the pull requests that have that head as far as is known, and of those with these numbers.
   */
  findOnHead(repositoryId: number, headSha: string, numbers: number[]): Promise<KnownPullRequest[]>;
  /**
   * Forgets what is in an installation or repository (uninstalled, suspended, removed), but not the fan-out
   * about it itself.
   */
  forget(scope: { installationId: number; repositoryId?: number }): Promise<void>;
  /**
   * Starts working; `concurrency` subjects at once, never the same one twice at once. `countLate` is told
   * with each look how many seconds after its instant it starts.
   */
  start(
    handler: Handler,
    options: { concurrency: number; countLate?: (seconds: number) => void },
  ): Promise<void>;
  /** Stops taking work and waits for what is running. */
  stop(): Promise<void>;
  /**
   * Can deliveries be stored, is due work being done by this process? Throws an error that says what is
   * wrong.
   */
  check(): Promise<void>;
  /** Up to when no delivery is missing, as it was marked last; null: never, the database is new. */
  findCaughtUpAt(): Promise<Instant | null>;
  markCaughtUp(at: Instant): Promise<void>;
  /** When the oldest due subject that waits for a worker fell due; null: none waits. */
  findOldestDue(): Promise<Instant | null>;
  /** Figures for /metrics. */
  count(): Promise<{ pending: number; due: number; failed: number }>;
}

export type { Permission };

export type PullRequestSubject = Extract<Subject, { kind: "pull_request" }>;
type MergeGroupSubject = Extract<Subject, { kind: "merge_group" }>;

/** GitHub as the reconcile loop needs it. Errors are GitHubError with a `reason` that says what helps. */
export interface GitHub {
  /**
   * One GraphQL query, more only when a connection is longer than a page. Null: no such pull request (any
   * more).
   */
  observePullRequest(subject: PullRequestSubject): Promise<Observation | null>;
  observeMergeGroup(subject: MergeGroupSubject): Promise<MergeGroupObservation | null>;
  /** What that person may do in the repository. */
  findPermission(subject: PullRequestSubject, login: string): Promise<Permission>;
  /** Carries out one write; returns the REST id of what was created, else null. */
  write(subject: PullRequestSubject | MergeGroupSubject, write: Write): Promise<number | null>;
  /** The newest pull requests, newest first, with what their descriptions are judged by: one query. */
  listPastPullRequests(subject: PullRequestSubject, count: number): Promise<PastPullRequest[]>;
  /** The open pull requests, page by page. */
  listOpenPullRequests(subject: {
    installationId: number;
    repository: Repository;
  }): AsyncIterable<OpenPullRequest[]>;
  listRepositories(installationId: number): AsyncIterable<Repository[]>;
  /** Does the installation work (still, or again), and cover the repository, if one is named? */
  isCovered(subject: Extract<Subject, { kind: "repository" | "installation" }>): Promise<boolean>;
  /** Installations that are not suspended. */
  listInstallations(): AsyncIterable<number[]>;
  /** The app's own delivery log, newest first (github.com keeps three days). */
  listDeliveries(): AsyncIterable<LoggedDelivery[]>;
  /** Asks GitHub to send a delivery again. */
  redeliver(id: number): Promise<void>;
}

/** What makes a server the App on GitHub. */
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
  /** GitHub's word: "OK" when it was answered with 2xx. */
  status: string;
}

/** The time, for everything outside the core. */
export interface Clock {
  now(): Instant;
}

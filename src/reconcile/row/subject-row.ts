import type { Instant } from "../../core/pull-request.ts";
import type { Intent, KnownPullRequest, Memory, MinimumVersion, Subject } from "../ports.ts";
import { fromEpoch } from "./epoch.ts";

/** One subject's row, decoded. Instants that SQL compares are in milliseconds since 1970. */
export interface SubjectRow {
  key: string;
  subject: Subject;
  /** The head that a delivery or an observation named last; `findByHead` looks it up. */
  headSha: string | null;
  /** When it is to be looked at; null when nothing is pending. */
  runAt: number | null;
  /** Failed attempts since the last success or the last request. */
  failures: number;
  /** Why the last attempt failed, in one line; null when it did not. */
  failure: string | null;
  minimumVersion: MinimumVersion | null;
  intents: Intent[];
  memory: Memory;
  /** A closed pull request's `KeptLife` as JSON, read only by the report; null when none is kept. */
  life: string | null;
  firstSeenAt: Instant;
}

/** True if it failed too often, and waits for the next event instead of an instant. */
export function isFailed({ runAt, failures }: SubjectRow): boolean {
  return runAt === null && failures > 0;
}

/** An installation, or one repository of it. */
export interface Scope {
  installationId: number;
  repositoryId?: number;
}

/**
 * The key of a subject's row. Built from ids that survive renames and transfers, so that every delivery about
 * a subject meets in one row. A fan-out's reason is not in the key: of "added" and "stop" only the newest may
 * be carried out. Its installation is: a transferred repository leaves one and enters another.
 */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case "pull_request":
      return pullRequestKey(subject.repository.id, subject.number);
    case "merge_group":
      return `merge_group:${subject.repository.id}:${subject.headSha}`;
    case "repository":
      return fanOutKey({ installationId: subject.installationId, repositoryId: subject.repository.id });
    case "installation":
      return fanOutKey(subject);
  }
}

/** The key of a pull request's row. */
export function pullRequestKey(repositoryId: number, number: number): string {
  return `pull_request:${repositoryId}:${number}`;
}

/** The key of a fan-out's row: of a whole installation, or of one of its repositories. */
export function fanOutKey({ installationId, repositoryId }: Scope): string {
  return repositoryId === undefined
    ? `installation:${installationId}`
    : `repository:${installationId}:${repositoryId}`;
}

/** The pull requests of these rows, each once, as their twins see them. Drops other subjects. */
export function toKnownPullRequests(rows: SubjectRow[]): KnownPullRequest[] {
  const known = new Map<number, KnownPullRequest>();
  for (const { subject, headSha, minimumVersion, runAt, failures, memory } of rows) {
    if (subject.kind !== "pull_request") continue;
    const { number } = subject;
    const told = {
      toldAt: minimumVersion?.updatedAt ?? null,
      runAt: runAt === null ? null : fromEpoch(runAt),
    };
    known.set(number, { number, headSha, ...told, failures, memory });
  }
  return [...known.values()];
}

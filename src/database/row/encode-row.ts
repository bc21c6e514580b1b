import { emptyMemory, type KnownPullRequest } from "../../reconcile/ports.ts";
import { fromEpoch } from "../epoch.ts";
import type { StoredSubject, SubjectColumns } from "../tables.ts";
import type { SubjectRow } from "./subject-row.ts";

const json = (value: unknown): string => JSON.stringify(value);

/** A row as both databases store it: a column for what SQL compares, JSON text for the rest. */
export function encodeRow(row: SubjectRow): SubjectColumns {
  return {
    key: row.key,
    installation_id: row.subject.installationId,
    repository_id: row.subject.kind === "installation" ? null : row.subject.repository.id,
    head_sha: row.headSha,
    run_at: row.runAt,
    failures: row.failures,
    failure: row.failure,
    first_seen_at: row.firstSeenAt,
    subject: json(row.subject),
    fence: row.minimumVersion === null ? null : json(row.minimumVersion),
    intents: row.intents.length === 0 ? null : json(row.intents),
    memory: row.memory === emptyMemory ? null : json(row.memory),
    life: row.life,
  };
}

/** The reverse. PostgreSQL's driver gives 64-bit numbers as text, hence `Number`. */
export function decodeRow(stored: StoredSubject): SubjectRow {
  return {
    key: stored.key,
    subject: JSON.parse(stored.subject),
    headSha: stored.head_sha,
    runAt: stored.run_at === null ? null : Number(stored.run_at),
    failures: stored.failures,
    failure: stored.failure,
    minimumVersion: stored.fence === null ? null : JSON.parse(stored.fence),
    intents: stored.intents === null ? [] : JSON.parse(stored.intents),
    memory: stored.memory === null ? emptyMemory : JSON.parse(stored.memory),
    life: stored.life,
    firstSeenAt: stored.first_seen_at,
  };
}

/**
 * What the rows of pull requests tell the others on their head: each pull request once, and no other
 * subjects.
 */
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

/** A repository that has a row. */
export function decodeRepository(stored: Pick<StoredSubject, "installation_id" | "repository_id">) {
  return { installationId: Number(stored.installation_id), repositoryId: Number(stored.repository_id) };
}

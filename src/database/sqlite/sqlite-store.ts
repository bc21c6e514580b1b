import type { Database } from "better-sqlite3";
import type { Instant } from "../../core/pull-request.ts";
import type { Delivery, KnownPullRequest, Look, Memory, Subject } from "../../reconcile/ports.ts";
import { fromEpoch, toEpoch } from "../../reconcile/row/epoch.ts";
import { type End, finishRun, type Run } from "../../reconcile/row/finish-run.ts";
import { mergeLook } from "../../reconcile/row/merge-look.ts";
import {
  fanOutKey,
  pullRequestKey,
  type Scope,
  type SubjectRow,
  subjectKey,
  toKnownPullRequests,
} from "../../reconcile/row/subject-row.ts";
import {
  type DeliveryColumns,
  decodeRepository,
  decodeRow,
  encodeMemory,
  encodeRow,
  type StoredSubject,
  type SubjectColumns,
} from "../tables.ts";

type Head = { repositoryId: number; headSha: string };
type Count = { count: number };

/**
 * Every statement of the embedded queue, prepared once. The contract tests hold them to the same behaviour as
 * PostgreSQL's.
 */
function prepareStatements(file: Database) {
  return {
    /** Changes nothing when the id is known. */
    insertDelivery: file.prepare<DeliveryColumns>(
      `insert into deliveries (id, event, action, received_at) values (:id, :event, :action, :received_at)
       on conflict (id) do nothing`,
    ),
    findSubject: file.prepare<{ key: string }, StoredSubject>("select * from subjects where key = :key"),
    /** Replaces all columns of a known row except its key and when it was first seen. */
    upsertSubject: file.prepare<SubjectColumns>(
      `insert into subjects
         (key, installation_id, repository_id, head_sha, run_at, failures, failure, first_seen_at,
          subject, fence, intents, memory, life)
       values
         (:key, :installation_id, :repository_id, :head_sha, :run_at, :failures, :failure, :first_seen_at,
          :subject, :fence, :intents, :memory, :life)
       on conflict (key) do update set
         installation_id = excluded.installation_id, repository_id = excluded.repository_id,
         head_sha = excluded.head_sha, run_at = excluded.run_at, failures = excluded.failures,
         failure = excluded.failure, subject = excluded.subject, fence = excluded.fence,
         intents = excluded.intents, memory = excluded.memory, life = excluded.life`,
    ),
    updateMemory: file.prepare<{ memory: string; key: string }>(
      "update subjects set memory = :memory where key = :key",
    ),
    deleteSubject: file.prepare<{ key: string }>("delete from subjects where key = :key"),
    /** Earliest first; rows due at the same time in the order of their creation. */
    listDue: file.prepare<{ now: number; limit: number }, StoredSubject>(
      "select * from subjects where run_at <= :now order by run_at limit :limit",
    ),
    /** When the next row that is not due yet falls due. */
    findNextRunAt: file.prepare<{ now: number }, { run_at: number }>(
      "select run_at from subjects where run_at > :now order by run_at limit 1",
    ),
    findByHead: file.prepare<Head, StoredSubject>(
      "select * from subjects where repository_id = :repositoryId and head_sha = :headSha order by key",
    ),
    /**
     * Except the row of the fan-out that deletes them: a new look may have been requested in the meantime.
     */
    deleteInstallation: file.prepare<{ installationId: number; fanOut: string }>(
      "delete from subjects where installation_id = :installationId and key != :fanOut",
    ),
    deleteRepository: file.prepare<{ installationId: number; repositoryId: number; fanOut: string }>(
      `delete from subjects
       where installation_id = :installationId and repository_id = :repositoryId and key != :fanOut`,
    ),
    /** The index alone answers this. */
    listRepositories: file.prepare<[], Pick<StoredSubject, "installation_id" | "repository_id">>(
      "select distinct installation_id, repository_id from subjects where repository_id is not null",
    ),
    countPending: file.prepare<[], Count>("select count(*) as count from subjects where run_at is not null"),
    countDue: file.prepare<{ now: number }, Count>(
      "select count(*) as count from subjects where run_at <= :now",
    ),
    /** Written exactly as in the index: only then does SQLite use a partial index. */
    countFailed: file.prepare<[], Count>(
      "select count(*) as count from subjects where run_at is null and failures > 0",
    ),
    findCaughtUpAt: file.prepare<[], { at: number }>("select at from marks where name = 'caught_up'"),
    markCaughtUp: file.prepare<{ at: number }>(
      `insert into marks (name, at) values ('caught_up', :at)
       on conflict (name) do update set at = excluded.at`,
    ),
    /** RFC 3339 instants in UTC compare as text. */
    findRepositoryFirstSeen: file.prepare<
      { installationId: number; repositoryId: number },
      { first_seen_at: string | null }
    >(
      `select min(first_seen_at) as first_seen_at from subjects
       where installation_id = :installationId and repository_id = :repositoryId`,
    ),
    /** Deletes a limited number, so that no transaction is long. */
    deleteOldDeliveries: file.prepare<{ before: number; limit: number }>(
      `delete from deliveries
       where id in (select id from deliveries where received_at < :before limit :limit)`,
    ),
  };
}

/** The embedded queue's rows. Every call is synchronous; those that write belong inside a transaction. */
export type SqliteStore = ReturnType<typeof createSqliteStore>;

export function createSqliteStore(file: Database) {
  const statements = prepareStatements(file);

  const findRow = (key: string): SubjectRow | null => {
    const stored = statements.findSubject.get({ key });
    return stored === undefined ? null : decodeRow(stored);
  };
  const saveRow = (row: SubjectRow) => statements.upsertSubject.run(encodeRow(row));

  return {
    findRow,
    /** False when the delivery is already known. */
    insertDelivery: (delivery: Delivery): boolean =>
      statements.insertDelivery.run({
        id: delivery.id,
        event: delivery.event,
        action: delivery.action,
        received_at: toEpoch(delivery.receivedAt),
      }).changes > 0,
    /** The key of the row that the look changed; null when it asked for nothing. */
    mergeLook: (look: Look, now: { instant: Instant; epoch: number }): string | null => {
      const row = mergeLook(findRow(subjectKey(look.subject)), look, now);
      if (row !== null) saveRow(row);
      return row?.key ?? null;
    },
    /** The row after the run; null when there is none. */
    finishRun: (key: string, run: Run, end: End): SubjectRow | null => {
      const row = findRow(key);
      if (row === null) return null;
      const finished = finishRun(row, run, end);
      if (finished === null) statements.deleteSubject.run({ key });
      else saveRow(finished);
      return finished;
    },
    updateMemory: (key: string, memory: Memory) => {
      statements.updateMemory.run({ memory: encodeMemory(memory), key });
    },
    listDue: (now: number, limit: number): SubjectRow[] =>
      statements.listDue.all({ now, limit }).map(decodeRow),
    findNextRunAt: (now: number): number | null => statements.findNextRunAt.get({ now })?.run_at ?? null,
    findSubjectsByHead: (repositoryId: number, headSha: string): Subject[] =>
      statements.findByHead.all({ repositoryId, headSha }).map((stored) => decodeRow(stored).subject),
    findOnHead: (repositoryId: number, headSha: string, numbers: number[]): KnownPullRequest[] => {
      const onHead = statements.findByHead.all({ repositoryId, headSha }).map(decodeRow);
      const named = numbers.map((number) => findRow(pullRequestKey(repositoryId, number)));
      return toKnownPullRequests([...onHead, ...named.filter((row) => row !== null)]);
    },
    deleteSubjects: (scope: Scope) => {
      const { installationId, repositoryId } = scope;
      const fanOut = fanOutKey(scope);
      if (repositoryId === undefined) statements.deleteInstallation.run({ installationId, fanOut });
      else statements.deleteRepository.run({ installationId, repositoryId, fanOut });
    },
    listRepositories: () => statements.listRepositories.all().map(decodeRepository),
    findCaughtUpAt: (): Instant | null => {
      const mark = statements.findCaughtUpAt.get();
      return mark === undefined ? null : fromEpoch(mark.at);
    },
    markCaughtUp: (at: Instant) => {
      statements.markCaughtUp.run({ at: toEpoch(at) });
    },
    findRepositoryFirstSeenAt: (installationId: number, repositoryId: number): Instant | null =>
      statements.findRepositoryFirstSeen.get({ installationId, repositoryId })?.first_seen_at ?? null,
    /** How many were deleted. */
    deleteOldDeliveries: (before: number, limit: number): number =>
      statements.deleteOldDeliveries.run({ before, limit }).changes,
    count: (now: number) => ({
      pending: statements.countPending.get()?.count ?? 0,
      due: statements.countDue.get({ now })?.count ?? 0,
      failed: statements.countFailed.get()?.count ?? 0,
    }),
  };
}

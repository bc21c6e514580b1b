import type { Database } from "better-sqlite3";
import type { DeliveryColumns, StoredSubject, SubjectColumns } from "../tables.ts";

type Head = { repositoryId: number; headSha: string };
type Count = { count: number };

/**
 * Every statement of the embedded queue, prepared once. The contract tests hold them to the same behaviour as
 * PostgreSQL's.
 */
export function prepareStatements(file: Database) {
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
    /** Except the fan-out that forgets: it may have been asked for again meanwhile. */
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

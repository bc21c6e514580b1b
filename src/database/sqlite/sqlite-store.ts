import type { Database } from "better-sqlite3";
import type { Instant } from "../../core/pull-request.ts";
import type { Delivery, KnownPullRequest, Look, Memory, Subject } from "../../reconcile/ports.ts";
import { fromEpoch, toEpoch } from "../epoch.ts";
import { decodeRepository, decodeRow, encodeRow, toKnownPullRequests } from "../row/encode-row.ts";
import { type End, finishRun, type Run } from "../row/finish-run.ts";
import { mergeLook } from "../row/merge-look.ts";
import { fanOutKey, pullRequestKey, type Scope, subjectKey, type SubjectRow } from "../row/subject-row.ts";
import { prepareStatements } from "./statements.ts";

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
      statements.updateMemory.run({ memory: JSON.stringify(memory), key });
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

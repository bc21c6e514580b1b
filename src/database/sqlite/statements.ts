import type { Database } from "better-sqlite3";
import type { Kysely } from "kysely";
import * as queries from "../queries.ts";
import type { Tables } from "../tables.ts";
import { prepare } from "./prepare.ts";

const subjectColumns = [
  "key",
  "installation_id",
  "repository_id",
  "head_sha",
  "run_at",
  "failures",
  "failure",
  "first_seen_at",
  "subject",
  "fence",
  "intents",
  "memory",
] as const;

/** Every statement of the embedded queue, prepared once. */
export function prepareStatements(file: Database, kysely: Kysely<Tables>) {
  return {
    insertDelivery: prepare(file, ["id", "event", "action", "received_at"], (values) =>
      queries.insertDelivery(kysely, values as never),
    ),
    findSubject: prepare(file, ["key"], (values: { key: string }) => queries.findSubject(kysely, values)),
    upsertSubject: prepare(file, subjectColumns, (values) => queries.upsertSubject(kysely, values as never)),
    updateMemory: prepare(file, ["memory", "key"], (values: { memory: string; key: string }) =>
      queries.updateMemory(kysely, values),
    ),
    deleteSubject: prepare(file, ["key"], (values: { key: string }) => queries.deleteSubject(kysely, values)),
    listDue: prepare(file, ["now", "limit"], (values: { now: number; limit: number }) =>
      queries.listDue(kysely, values),
    ),
    findNextRunAt: prepare(file, ["now"], (values: { now: number }) => queries.findNextRunAt(kysely, values)),
    findSubjectsByHead: prepare(
      file,
      ["repositoryId", "headSha"],
      (values: { repositoryId: number; headSha: string }) => queries.findSubjectsByHead(kysely, values),
    ),
    findRowsByHead: prepare(
      file,
      ["repositoryId", "headSha"],
      (values: { repositoryId: number; headSha: string }) => queries.findRowsByHead(kysely, values),
    ),
    deleteInstallation: prepare(
      file,
      ["installationId", "fanOut"],
      (values: { installationId: number; fanOut: string }) => queries.deleteSubjects(kysely, values),
    ),
    deleteRepository: prepare(
      file,
      ["installationId", "repositoryId", "fanOut"],
      (values: { installationId: number; repositoryId: number; fanOut: string }) =>
        queries.deleteSubjects(kysely, values),
    ),
    countPending: prepare(file, [], () => queries.countPending(kysely)),
    countDue: prepare(file, ["now"], (values: { now: number }) => queries.countDue(kysely, values)),
    countFailed: prepare(file, [], () => queries.countFailed(kysely)),
    findCaughtUpAt: prepare(file, [], () => queries.findCaughtUpAt(kysely)),
    markCaughtUp: prepare(file, ["at"], (values: { at: number }) => queries.markCaughtUp(kysely, values)),
    findRepositoryFirstSeen: prepare(
      file,
      ["installationId", "repositoryId"],
      (values: { installationId: number; repositoryId: number }) =>
        queries.findRepositoryFirstSeen(kysely, values),
    ),
    deleteOldDeliveries: prepare(file, ["before", "limit"], (values: { before: number; limit: number }) =>
      queries.deleteOldDeliveries(kysely, values),
    ),
  };
}

export type Statements = ReturnType<typeof prepareStatements>;

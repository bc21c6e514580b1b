import type { ColumnType, Insertable, Selectable } from "kysely";
import type { HeadConclusions } from "../core/plan/checks/check-owners.ts";
import { type Created, emptyMemory, type Memory } from "../reconcile/ports.ts";
import type { SubjectRow } from "../reconcile/row/subject-row.ts";

/** PostgreSQL's driver reads 64-bit numbers as text, SQLite's as numbers. */
type Int8 = ColumnType<number | string, number, number>;
type NullableInt8 = ColumnType<number | string | null, number | null, number | null>;

interface DeliveriesTable {
  /** `X-GitHub-Delivery`. */
  id: string;
  event: string;
  action: string | null;
  /** Milliseconds since 1970. */
  received_at: Int8;
}

interface SubjectsTable {
  key: string;
  installation_id: Int8;
  repository_id: NullableInt8;
  head_sha: string | null;
  /** Milliseconds since 1970; null when nothing is pending. */
  run_at: NullableInt8;
  failures: number;
  /** Why the last look failed, in one line; null when it did not. */
  failure: string | null;
  /** RFC 3339. */
  first_seen_at: string;
  /** JSON. */
  subject: string;
  fence: string | null;
  intents: string | null;
  memory: string | null;
  /** JSON of a closed pull request's life; null while it is open. */
  life: string | null;
}

interface MarksTable {
  name: "caught_up";
  /** Milliseconds since 1970. */
  at: Int8;
}

/** Every table, as Kysely needs to know it. The migrations create them. */
export interface Tables {
  marks: MarksTable;
  deliveries: DeliveriesTable;
  subjects: SubjectsTable;
}

/** The tables on PostgreSQL, where several processes share them. */
export interface PostgresTables extends Tables {
  subjects: SubjectsTable & {
    /**
     * The earliest instant for which a look was asked since the current run began, in milliseconds since
     * 1970; null when none was.
     */
    asked_at: NullableInt8;
    /** The process that looks at the subject; null when none does. */
    leased_by: string | null;
    /** On the server's clock. A process that does not renew its lease by then has lost it. */
    leased_until: ColumnType<Date | null, never, unknown>;
  };
}

export type SubjectColumns = Insertable<SubjectsTable>;
export type StoredSubject = Selectable<SubjectsTable>;
export type DeliveryColumns = Insertable<DeliveriesTable>;

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
    memory: row.memory === emptyMemory ? null : encodeMemory(row.memory),
    life: row.life,
  };
}

/** A memory under the names that every version stores, also those that run beside this one. */
interface StoredMemory extends Omit<Memory, "created" | "conclusions"> {
  created: (Omit<Created, "key"> & { part: string })[];
  standing?: Omit<HeadConclusions, "leftToOthers"> & { left?: string[] };
}

/** A memory as JSON text. */
export function encodeMemory({ created, conclusions, ...memory }: Memory): string {
  const stored: StoredMemory = {
    ...memory,
    created: created.map(({ key, ...create }) => ({ part: key, ...create })),
  };
  if (conclusions === undefined) return json(stored);
  const { leftToOthers, ...standing } = conclusions;
  return json({ ...stored, standing: { ...standing, left: leftToOthers } });
}

function decodeMemory(text: string): Memory {
  const { created = [], standing, ...stored }: StoredMemory = JSON.parse(text);
  const memory: Memory = {
    ...stored,
    created: created.map(({ part, ...create }) => ({ key: part, ...create })),
  };
  if (standing === undefined) return memory;
  const { left, ...conclusions } = standing;
  return {
    ...memory,
    conclusions: left === undefined ? conclusions : { ...conclusions, leftToOthers: left },
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
    memory: stored.memory === null ? emptyMemory : decodeMemory(stored.memory),
    life: stored.life,
    firstSeenAt: stored.first_seen_at,
  };
}

/** A repository that has a row. */
export function decodeRepository(stored: Pick<StoredSubject, "installation_id" | "repository_id">) {
  return { installationId: Number(stored.installation_id), repositoryId: Number(stored.repository_id) };
}

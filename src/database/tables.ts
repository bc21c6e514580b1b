import type { ColumnType, Insertable, Selectable } from "kysely";

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

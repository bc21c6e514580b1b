import type { Instant } from "../../core/pull-request.ts";
import type { Fence, Intent, Memory, Subject } from "../../reconcile/ports.ts";

/** One subject's row, decoded. Every instant that is compared in SQL is in milliseconds since 1970. */
export interface SubjectRow {
  key: string;
  subject: Subject;
  /** The head that a delivery or an observation named last; `findByHead` looks it up. */
  headSha: string | null;
  /** When it is to be looked at; null when nothing is pending. */
  runAt: number | null;
  /** Failed attempts since the last success. */
  failures: number;
  /** Failed too often: waits for the next event. */
  isDead: boolean;
  fence: Fence | null;
  intents: Intent[];
  memory: Memory;
  firstSeenAt: Instant;
}

/** What is remembered of a subject that was never looked at. */
export const noMemory: Memory = {
  created: [],
  headSha: null,
  verdict: null,
  permissions: [],
  triedConfig: null,
  labels: [],
  staleReads: 0,
};

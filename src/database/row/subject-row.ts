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
  /** Failed attempts since the last success, or since somebody asked. */
  failures: number;
  /** Why the last of them failed, in one line; null when the last attempt did not fail. */
  failure: string | null;
  fence: Fence | null;
  intents: Intent[];
  memory: Memory;
  firstSeenAt: Instant;
}

/** Failed too often: it waits for the next event, not for the clock. */
export function isFailed({ runAt, failures }: SubjectRow): boolean {
  return runAt === null && failures > 0;
}

import type { Logger } from "pino";
import { isFailed, type SubjectRow } from "./row/subject-row.ts";

/** A line in the log for a subject that has just been given up. */
export function tellFailed(row: SubjectRow | null, logger: Logger): void {
  if (row === null || !isFailed(row)) return;
  logger.error(
    { subject: row.key, attempts: row.failures, why: row.failure },
    "A look failed too often; it waits for the next event about its subject, or for `async-review failed retry`",
  );
}

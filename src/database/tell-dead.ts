import type { Logger } from "pino";
import type { SubjectRow } from "./row/subject-row.ts";

/** A line in the log for a job that has just died. */
export function tellDead(row: SubjectRow | null, logger: Logger): void {
  if (row?.isDead !== true) return;
  logger.error(
    { subject: row.key, attempts: row.failures },
    "A look failed too often; it waits for the next event about its subject",
  );
}

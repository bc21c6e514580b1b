import { DatabaseError } from "./database-error.ts";
import type { Progress, WorkLoop } from "./work-loop.ts";

/** How long work may stand still, in milliseconds. */
const patience = 60_000;

/**
 * Throws when this process does not work: its loop is not running, the database has not told it for a minute
 * what is due, or something has been due for a minute and it has started no look in that time. A process
 * whose workers are all busy works. `oldestDue` is when the subject that has waited longest for a worker fell
 * due, in milliseconds since 1970; null: none waits.
 */
export function checkWork(
  loop: WorkLoop | null,
  { oldestDue, now }: { oldestDue: number | null; now: number },
): void {
  if (loop === null) throw new DatabaseError("The workers are not running.", { reason: "stopped" });
  const progress = loop.progress();
  const stall = progress.free > 0 ? findStall(progress, oldestDue === null ? 0 : now - oldestDue) : null;
  if (stall !== null) throw new DatabaseError(stall, { reason: "stalled" });
}

function findStall({ sinceAsked, sinceStarted }: Progress, dueFor: number): string | null {
  if (sinceAsked > patience) return `The database has not said for ${seconds(sinceAsked)} what is due.`;
  if (dueFor <= patience || sinceStarted <= patience) return null;
  return `Something has been due for ${seconds(dueFor)}, and no look was started for ${seconds(sinceStarted)}.`;
}

const seconds = (milliseconds: number) => `${Math.round(milliseconds / 1000)} s`;

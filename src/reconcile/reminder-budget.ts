import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import type { Write } from "../core/plan/writes.ts";

/** DESIGN's ruling: after an outage an organisation is not flooded. */
const most = 30;
const span = { minutes: 10 };

export interface ReminderBudget {
  /** The writes that may go now, and when to come back for the reminders that may not; null when all may. */
  limit(installationId: number, writes: Write[], now: Instant): { writes: Write[]; again: Instant | null };
}

/** At most thirty reminders of an installation in ten minutes. Kept in this process: GitHub's own limits stand behind it. */
export function createReminderBudget(): ReminderBudget {
  const sent = new Map<number, Instant[]>();
  return {
    limit(installationId, writes, now) {
      const oldest = Temporal.Instant.from(now).subtract(span);
      const recent = (sent.get(installationId) ?? []).filter(
        (at) => Temporal.Instant.compare(at, oldest) > 0,
      );
      const allowed = writes.filter((write) => {
        if (!isReminder(write)) return true;
        if (recent.length >= most) return false;
        recent.push(now);
        return true;
      });
      sent.set(installationId, recent);
      if (allowed.length === writes.length) return { writes, again: null };
      return { writes: allowed, again: Temporal.Instant.from(recent[0]!).add(span).toString() };
    },
  };
}

function isReminder(write: Write): boolean {
  return write.type === "create_comment" && write.part.startsWith("reminder:");
}

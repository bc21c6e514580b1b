import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import type { GitHub, LoggedDelivery } from "./ports.ts";

/** github.com keeps deliveries for three days. */
const retention = { hours: 72 };
/** Deliveries of the last minute may still be on their way. */
const grace = { minutes: 1 };

/**
 * Asks GitHub to send again what it could not deliver: GitHub never does that by itself. Reads the app's delivery log back
 * to `since` (never further than it is kept) and redelivers one attempt of each delivery that was never answered "OK".
 * Resolves with the number of redeliveries. github-facts: handling failed webhook deliveries.
 */
export async function recoverDeliveries(
  github: Pick<GitHub, "listDeliveries" | "redeliver">,
  { since, now }: { since: Instant | null; now: Instant },
): Promise<number> {
  const oldestKept = Temporal.Instant.from(now).subtract(retention);
  const from =
    since === null || Temporal.Instant.compare(since, oldestKept) < 0
      ? oldestKept
      : Temporal.Instant.from(since);
  const until = Temporal.Instant.from(now).subtract(grace);
  const attempts: LoggedDelivery[] = [];
  for await (const page of github.listDeliveries()) {
    attempts.push(...page);
    const oldest = page.at(-1);
    if (oldest && Temporal.Instant.compare(oldest.deliveredAt, from) < 0) break;
  }
  const answered = new Set(attempts.filter(({ status }) => status === "OK").map(({ guid }) => guid));
  const failed = new Map<string, number>();
  for (const { guid, id, deliveredAt } of attempts) {
    const inTime =
      Temporal.Instant.compare(deliveredAt, from) >= 0 && Temporal.Instant.compare(deliveredAt, until) <= 0;
    if (inTime && !answered.has(guid) && !failed.has(guid)) failed.set(guid, id);
  }
  for (const id of failed.values()) await github.redeliver(id);
  return failed.size;
}

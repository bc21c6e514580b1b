import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import type { GitHub, LoggedDelivery } from "./ports.ts";
import { GitHubError } from "./ports/github-error.ts";

/** What GitHub will not send again, whoever asks: it is kept no longer, or its hook is another one by now. */
const refusals = new Set(["not_found", "invalid", "conflict"]);

/**
 * Asks GitHub to send again what it could not deliver: GitHub never does that by itself. Reads the app's
 * delivery log back to `since` and redelivers one attempt of each delivery up to `until` that was never
 * answered "OK". One that GitHub refuses to send holds up none of the others. Resolves with the number of
 * redeliveries.
 * https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries
 */
export async function recoverDeliveries(
  github: Pick<GitHub, "listDeliveries" | "redeliver">,
  { since, until }: { since: Instant; until: Instant },
): Promise<number> {
  const attempts: LoggedDelivery[] = [];
  for await (const page of github.listDeliveries()) {
    attempts.push(...page);
    const oldest = page.at(-1);
    if (oldest && Temporal.Instant.compare(oldest.deliveredAt, since) < 0) break;
  }
  const answered = new Set(attempts.filter(({ status }) => status === "OK").map(({ guid }) => guid));
  const failed = new Map<string, number>();
  for (const { guid, id, deliveredAt } of attempts) {
    const inTime =
      Temporal.Instant.compare(deliveredAt, since) >= 0 && Temporal.Instant.compare(deliveredAt, until) <= 0;
    if (inTime && !answered.has(guid) && !failed.has(guid)) failed.set(guid, id);
  }
  let redelivered = 0;
  for (const id of failed.values()) if (await redeliver(github, id)) redelivered += 1;
  return redelivered;
}

async function redeliver(github: Pick<GitHub, "redeliver">, id: number): Promise<boolean> {
  try {
    await github.redeliver(id);
    return true;
  } catch (error) {
    if (error instanceof GitHubError && refusals.has(error.reason)) return false;
    throw error;
  }
}

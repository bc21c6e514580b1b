import type { Facts } from "../../../src/core/plan/facts.ts";
import type { PullRequest } from "../../../src/core/pull-request.ts";
import { buildObservation } from "../../build-observation.ts";
import { factsOf } from "../../facts-of.ts";

export const complete = [
  "## Context\nCharges that time out are not tried again, and support refunds them by hand.",
  "## Approach\nA retry with back-off in the queue worker, so that nobody waits for it.",
  "## Risk\nA charge could be sent twice; the idempotency key makes the processor refuse it.",
  "## Testing\nUnit tests for time-outs and declines, and 500 orders in the sandbox.",
  "## Review focus\nStart with src/retry.ts: is the back-off right when the clock jumps?",
].join("\n\n");
const lazy = "## Context\nCharges that time out are not tried again, so support refunds them.";

/** The facts of an open pull request by alice, long after its comment could have been made. */
export function buildFacts(
  pullRequest: Partial<PullRequest>,
  { config = null, ...rest }: { config?: string | null } & Partial<Facts> = {},
): Facts {
  const built = buildObservation({ body: lazy, ...pullRequest });
  built.configTexts.base = config;
  return factsOf(built, rest);
}

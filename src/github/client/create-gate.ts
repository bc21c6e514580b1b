import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../core/pull-request.ts";
import { type Clock, GitHubError } from "../../reconcile/ports.ts";
import type { Timing } from "./client.ts";
import { createPace } from "./create-pace.ts";
import { createPauses } from "./create-pauses.ts";
import { createTurnstile } from "./create-turnstile.ts";
import type { Call } from "./describe-call.ts";
import type { Limits } from "./limits.ts";

/** Where an installation's requests pass one by one (writes) or side by side (reads), as fast as GitHub allows. */
export interface Gate {
  /** Runs `send` when there is room. Throws GitHubError `rate_limited` instead of waiting longer than a few seconds. */
  pass<T extends { headers: Record<string, string | undefined> }>(
    call: Call,
    send: () => Promise<T>,
  ): Promise<T>;
}

/** A gate for one installation, or for the App itself; `timing` is how it measures and waits, `clock` what instants it names, `noteAnswer` who is told of each answer. */
export function createGate(
  limits: Limits,
  clock: Clock,
  timing: Timing,
  noteAnswer: (headers: Record<string, string | undefined>) => void = () => undefined,
): Gate {
  const pace = createPace(limits);
  const pauses = createPauses();
  const reads = createTurnstile(limits.concurrentReads);
  const writes = createTurnstile(1);

  async function waitForPlace(call: Call) {
    const place = pace.reserve(call, timing.elapsed());
    if (!place.granted) throw limited(call, secondsAfter(clock.now(), place.wait / 1000));
    if (place.wait > 0) await timing.sleep(place.wait);
  }

  function refuseWhilePaused(call: Call) {
    const until = pauses.until(call.api, clock.now());
    if (until !== null) throw limited(call, until);
  }

  return {
    async pass(call, send) {
      refuseWhilePaused(call);
      await waitForPlace(call);
      return (call.writes ? writes : reads).pass(async () => {
        // Whoever stood in line may have been told to stop meanwhile.
        refuseWhilePaused(call);
        try {
          const answer = await send();
          pauses.noteQuota(call.api, answer.headers, clock.now());
          noteAnswer(answer.headers);
          return answer;
        } catch (error) {
          pauses.note(call.api, error);
          throw error;
        }
      });
    },
  };
}

function limited(call: Call, retryAt: Instant): GitHubError {
  return new GitHubError(
    `GitHub's limits leave no room for ${call.name} before ${retryAt}; it waits until then.`,
    {
      reason: "rate_limited",
      retryAt,
    },
  );
}

function secondsAfter(now: Instant, seconds: number): Instant {
  return Temporal.Instant.from(now)
    .add({ milliseconds: Math.ceil(seconds * 1000) })
    .round({ smallestUnit: "second", roundingMode: "ceil" })
    .toString();
}

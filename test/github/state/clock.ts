import { Temporal } from "temporal-polyfill";
import type { Instant } from "./model.ts";

/**
 * The local GitHub's time: the machine's until a test sets it. Stamps everything that is stored
 * (`created_at`, `updated_at`…). Tokens and JWTs are still judged by the machine's clock, because the app
 * under test signs with that.
 */
export class Clock {
  #fixed: Temporal.Instant | null = null;

  /** The time in whole seconds, as in GitHub's API. */
  now(): Instant {
    const now = this.#fixed ?? Temporal.Now.instant();
    return now.round({ smallestUnit: "second", roundingMode: "floor" }).toString();
  }

  /** Stops the clock at this instant. */
  set(instant: Instant): void {
    this.#fixed = Temporal.Instant.from(instant);
  }

  /**
   * Moves the clock by an ISO 8601 duration ("PT2M") or a Temporal duration; a running clock stops there.
   * Days count 24 hours.
   */
  advance(duration: string | Temporal.DurationLike): void {
    const { days = 0, ...time } = toFields(duration);
    const now = this.#fixed ?? Temporal.Now.instant();
    this.#fixed = now.add({ ...time, hours: (time.hours ?? 0) + days * 24 });
  }

  /** Back to the machine's time. */
  run(): void {
    this.#fixed = null;
  }
}

function toFields(duration: string | Temporal.DurationLike): {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
} {
  const { days, hours, minutes, seconds } = Temporal.Duration.from(duration);
  return { days, hours, minutes, seconds };
}

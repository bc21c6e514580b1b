import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../core/pull-request.ts";

/** The last answer: a burst of deliveries asks for the same second again and again. */
let last = { instant: "", epoch: 0 };

/**
 * Milliseconds since 1970 in UTC. Instants are stored this way, so that both databases compare them as
 * numbers.
 */
export function toEpoch(instant: Instant): number {
  if (instant !== last.instant) last = { instant, epoch: Temporal.Instant.from(instant).epochMilliseconds };
  return last.epoch;
}

/** The instant of stored milliseconds. */
export function fromEpoch(milliseconds: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
}

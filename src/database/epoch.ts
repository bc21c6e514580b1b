import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";

/** Milliseconds since 1970 in UTC: how instants are stored, so that both databases compare them as numbers. */
export function toEpoch(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

/** The instant of stored milliseconds. */
export function fromEpoch(milliseconds: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
}

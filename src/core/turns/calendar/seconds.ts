import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../pull-request.ts";

/** Seconds in a local day on the local line, where every day has 24 hours: changes of the clock are in the zone's offset. */
export const secondsADay = 86_400;

/** Seconds since 1970-01-01T00:00:00Z of an RFC 3339 instant with any offset; parts of a second are dropped. */
export function parseSeconds(instant: Instant): number {
  return Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000);
}

/** The instant in UTC with whole seconds, as GitHub writes it. */
export function formatSeconds(seconds: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
}

import type { Instant } from "../pull-request.ts";

/** Seconds in a day of wall time, in which changes of the clock do not exist: they are in the zone's offset. */
export const secondsADay = 86_400;

/** Seconds since 1970-01-01T00:00:00Z of an RFC 3339 instant with any offset; parts of a second are dropped. */
export function parseSeconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** The instant in UTC with whole seconds, as GitHub writes it. */
export function formatSeconds(seconds: number): Instant {
  return `${new Date(seconds * 1000).toISOString().slice(0, -5)}Z`;
}

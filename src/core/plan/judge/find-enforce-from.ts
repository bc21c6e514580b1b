import { Temporal } from "temporal-polyfill";
import type { Config } from "../../config/schema/config-schema.ts";
import type { Instant } from "../../pull-request.ts";

/** `enforce_from` as an instant: 00:00 of that date in the team's zone, UTC when none is set. Null when it is not set. */
export function findEnforceFrom(config: Config): Instant | null {
  if (config.enforce_from === undefined) return null;
  return Temporal.PlainDate.from(config.enforce_from)
    .toZonedDateTime(config.turns.hours.time_zone ?? "UTC")
    .toInstant()
    .toString();
}

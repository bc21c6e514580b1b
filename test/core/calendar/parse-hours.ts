import {
  type PersonConfig,
  type TurnsConfig,
  turnsSchema,
} from "../../../src/core/config/schema/turns-schema.ts";

/** The default hours with others in places. */
export function parseHours(given: Partial<TurnsConfig["hours"]> = {}): TurnsConfig["hours"] {
  return { ...turnsSchema.parse({}).hours, ...given };
}

export function parsePerson(given: Partial<PersonConfig> = {}): PersonConfig {
  return { remind: true, away: [], ...given };
}

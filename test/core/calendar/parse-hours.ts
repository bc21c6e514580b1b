import {
  type HoursConfig,
  type PersonConfig,
  turnsSchema,
} from "../../../src/core/config/schema/turns-schema.ts";

/**
 * Hours as the calendar gets them. They are not read by the schema: the calendar withstands more than a file
 * may say.
 */
export function parseHours(given: Partial<HoursConfig> = {}): HoursConfig {
  return { ...turnsSchema.parse({}).hours, ...given };
}

export function parsePerson(given: Partial<PersonConfig> = {}): PersonConfig {
  return { remind: true, away: [], ...given };
}

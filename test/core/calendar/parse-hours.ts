import {
  type HoursConfig,
  type PersonConfig,
  turnsSchema,
} from "../../../src/core/config/schema/turns-schema.ts";

/**
 * Hours in the calendar's form. The schema does not read them, because the calendar must withstand more
 * than a file may say.
 */
export function parseHours(given: Partial<HoursConfig> = {}): HoursConfig {
  return { ...turnsSchema.parse({}).hours, ...given };
}

export function parsePerson(given: Partial<PersonConfig> = {}): PersonConfig {
  return { remind: true, away: [], ...given };
}

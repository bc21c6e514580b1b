import { isHolidayCode } from "../../calendar/holidays.ts";

/**
 * Is this a country, state or region whose public holidays are known (`DE`, `DE-BY`, `DE-BY-EVANG`, `US-LA-NO`)? The codes are
 * ISO 3166's, as the package date-holidays has them; the country in capitals.
 */
export function isHolidayRegion(code: string): boolean {
  // Looking a code up is slow, and a file can have many that are none.
  return /^[A-Z]{2}(?:-[A-Za-z0-9]{1,20}){0,2}$/.test(code) && isHolidayCode(code);
}

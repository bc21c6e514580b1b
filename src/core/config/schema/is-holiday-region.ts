import type Holidays from "date-holidays";
import { loadHolidays } from "../../turns/calendar/load-holidays.ts";

let known: Holidays | undefined;
/** The package makes its lists anew for each question. There are a few hundred codes in the world. */
const answers = new Map<string, boolean>();

function lookUp(code: string): boolean {
  const [country = "", state, region] = code.split("-");
  known ??= new (loadHolidays())();
  if (!(country in (known.getCountries() ?? {}))) return false;
  if (state === undefined) return true;
  if (!(state in (known.getStates(country) ?? {}))) return false;
  return region === undefined || region in (known.getRegions(country, state) ?? {});
}

/**
 * Is this a country, state or region whose public holidays are known (`DE`, `DE-BY`, `US-LA-NO`)?
 * The codes are ISO 3166's, as the package date-holidays has them.
 */
export function isHolidayRegion(code: string): boolean {
  if (!/^[A-Z]{2}(?:-[A-Z0-9]{1,4}){0,2}$/.test(code)) return false;
  const answer = answers.get(code) ?? lookUp(code);
  if (answer) answers.set(code, answer);
  return answer;
}

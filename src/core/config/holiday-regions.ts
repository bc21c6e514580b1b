import Holidays from "date-holidays";

let known: Holidays | undefined;

/**
 * Is this a country, state or region whose public holidays are known (`DE`, `DE-BY`, `US-LA-NO`)?
 * The codes are ISO 3166's, as the package date-holidays has them.
 */
export function isHolidayRegion(code: string): boolean {
  const [country, state, region] = code.split("-");
  if (!/^[A-Z]{2}(?:-[A-Z0-9]+){0,2}$/.test(code) || country === undefined) return false;
  known ??= new Holidays();
  if (!(country in (known.getCountries() ?? {}))) return false;
  if (state === undefined) return true;
  if (!(state in (known.getStates(country) ?? {}))) return false;
  return region === undefined || region in (known.getRegions(country, state) ?? {});
}

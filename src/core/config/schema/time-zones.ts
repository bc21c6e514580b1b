import { Temporal } from "temporal-polyfill";
import { nearestWord } from "../problems/nearest-word.ts";

/** Is this the name of a time zone (IANA's, such as `Europe/Berlin` or `UTC`)? Fixed offsets such as `+02:00` are not: they know no summer. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The zone that was probably meant: a misspelt name, or a city without its continent. Null when there is none. */
export function nearestTimeZone(name: string): string | null {
  const zones = Intl.supportedValuesOf("timeZone");
  const city = name.toLowerCase().replaceAll(" ", "_");
  return (
    zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ??
    nearestWord(name.replaceAll(" ", "_"), zones)
  );
}

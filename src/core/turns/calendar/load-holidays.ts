import { createRequire } from "node:module";
import type Holidays from "date-holidays";

let loaded: typeof Holidays | null = null;

/**
 * The package date-holidays. Its data of every country takes a tenth of a second and 25 MB, and most repositories name no
 * holidays, so it is read when it is first asked. (Only `require` can do that without a promise.)
 */
export function loadHolidays(): typeof Holidays {
  loaded ??= createRequire(import.meta.url)("date-holidays") as typeof Holidays;
  return loaded;
}

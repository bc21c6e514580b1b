import type { PersonConfig } from "../config/schema/hours-schema.ts";
import type { TurnsConfig } from "../config/schema/turns-schema.ts";

/** What the config says about a login, compared without case; undefined when nothing. */
export function findPerson(people: TurnsConfig["people"], login: string): PersonConfig | undefined {
  const wanted = login.toLowerCase();
  return Object.entries(people).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

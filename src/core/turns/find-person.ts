import { isSameLogin } from "../pull-request.ts";
import type { PersonConfig } from "../config/schema/hours-schema.ts";
import type { TurnsConfig } from "../config/schema/turns-schema.ts";

/** What the config says about a login, compared without case; undefined when nothing. */
export function findPerson(people: TurnsConfig["people"], login: string): PersonConfig | undefined {
  return Object.entries(people).find(([name]) => isSameLogin(name, login))?.[1];
}

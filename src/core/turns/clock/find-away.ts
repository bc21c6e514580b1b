import { Temporal } from "temporal-polyfill";
import { compareInstants } from "../../calendar/instant.ts";
import type { PersonConfig, TurnsConfig } from "../../config/schema/turns-schema.ts";
import { type Instant, isSameLogin } from "../../pull-request.ts";
import { findPerson } from "./decide-due.ts";

export interface Away {
  /** Half-open, from midnight to midnight in the person's zone. */
  from: Instant;
  to: Instant;
  /** Login of the stand-in; null when there is none. */
  cover: string | null;
}

/** The person's away periods as instants, oldest first. Invalid dates are left out. */
export function listAway(turns: TurnsConfig, login: string): Away[] {
  const person: PersonConfig | undefined = findPerson(turns.people, login);
  const timeZone = person?.time_zone ?? turns.hours.time_zone ?? "UTC";
  const midnight = (date: string, days: number) =>
    Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(timeZone).toInstant().toString();
  return (person?.away ?? [])
    .flatMap(({ from, to, cover }): Away[] => {
      try {
        return [{ from: midnight(from, 0), to: midnight(to, 1), cover: cover ?? null }];
      } catch {
        return [];
      }
    })
    .sort((left, right) => compareInstants(left.from, right.from));
}

/** This person and everybody who may ever stand in for them. */
export function listCovers(turns: TurnsConfig, login: string, passed: string[] = []): string[] {
  if (passed.some((one) => isSameLogin(one, login))) return passed;
  return listAway(turns, login).reduce(
    (known, { cover }) => (cover === null ? known : listCovers(turns, cover, known)),
    [...passed, login],
  );
}

/** The away period that contains the instant; null when the person is not away. */
export function findAway(turns: TurnsConfig, login: string, at: Instant): Away | null {
  return listAway(turns, login).find(({ from, to }) => from <= at && at < to) ?? null;
}

/**
 * Everyone this person covers for at that instant, directly or as a cover's cover. Logins as the config
 * writes them.
 */
export function listCoveredBy(turns: TurnsConfig, cover: string, at: Instant): string[] {
  const reaches = (login: string, passed: string[]): boolean => {
    const next = passed.some((one) => isSameLogin(one, login)) ? null : findAway(turns, login, at)?.cover;
    return next != null && (isSameLogin(next, cover) || reaches(next, [...passed, login]));
  };
  return Object.keys(turns.people).filter((login) => !isSameLogin(login, cover) && reaches(login, []));
}

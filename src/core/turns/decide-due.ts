import { type Instant, isSameLogin } from "../pull-request.ts";
import type { PersonConfig, TurnsConfig } from "../config/schema/turns-schema.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dueAt } from "../calendar/business-time.ts";
import { parseDuration } from "../calendar/duration.ts";

/** When something is due, and what made it so. */
export interface Due {
  /** Null when the calendar never gets there. */
  at: Instant | null;
  /** As the config writes it. */
  target: string;
  /** The target counts wall time, so nights and weekends count too. */
  isWallTime: boolean;
}

function addTarget(from: Instant, target: string, calendar: Calendar): Due {
  const duration = parseDuration(target);
  const at = duration === null ? null : dueAt(from, duration, calendar);
  return { at, target, isWallTime: duration?.business === false };
}

const isEarlier = (a: Due, b: Due) => a.at !== null && (b.at === null || a.at < b.at);

/**
 * When a turn that starts at `from` is due. When labels of the pull request have targets, the earliest due
 * instant among them, in that person's calendar, replaces the role's own target. Labels compare without case,
 * as GitHub's do.
 */
export function decideDue(
  from: Instant,
  labels: readonly string[],
  role: "reviewer" | "author",
  targets: TurnsConfig["targets"],
  calendar: Calendar,
): Due {
  const present = new Set(labels.map((label) => label.toLowerCase()));
  return (
    Object.entries(targets.labels)
      .filter(([label]) => present.has(label.toLowerCase()))
      .map(([, target]) => addTarget(from, target, calendar))
      .reduce<Due | null>((best, due) => (best === null || isEarlier(due, best) ? due : best), null) ??
    addTarget(from, role === "author" ? targets.author : targets.default, calendar)
  );
}

/** What the config says about a login, compared without case; undefined when nothing. */
export function findPerson(people: TurnsConfig["people"], login: string): PersonConfig | undefined {
  return Object.entries(people).find(([name]) => isSameLogin(name, login))?.[1];
}

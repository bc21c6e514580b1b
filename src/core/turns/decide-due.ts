import type { TurnsConfig } from "../config/schema/turns-schema.ts";
import type { Instant } from "../pull-request.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dueAt } from "../calendar/due-at.ts";
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
 * When a turn that starts at `from` is due. When labels of the pull request have targets, the earliest due instant among
 * them, in that person's calendar, replaces the role's own target. Labels compare without case, as GitHub's do.
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

import type { TurnsConfig } from "../config/schema-turns.ts";
import type { Instant } from "../pull-request.ts";
import type { Calendar } from "./calendar/calendar.ts";
import { dueAt } from "./calendar/due-at.ts";
import { parseDuration } from "./calendar/parse-duration.ts";

const addTarget = (from: Instant, target: string, calendar: Calendar) => {
  const duration = parseDuration(target);
  return duration === null ? null : dueAt(from, duration, calendar);
};

/**
 * When a turn that starts at `from` is due. When labels of the pull request have targets, the earliest due instant among
 * them, in that person's calendar, replaces the role's own target. Labels compare without case, as GitHub's do.
 * Null when the calendar never gets there.
 */
export function decideDue(
  from: Instant,
  labels: readonly string[],
  role: "reviewer" | "author",
  targets: TurnsConfig["targets"],
  calendar: Calendar,
): Instant | null {
  const present = new Set(labels.map((label) => label.toLowerCase()));
  const matching = Object.entries(targets.labels).filter(([label]) => present.has(label.toLowerCase()));
  if (matching.length === 0)
    return addTarget(from, role === "author" ? targets.author : targets.default, calendar);
  const dues = matching.flatMap(([, target]) => addTarget(from, target, calendar) ?? []);
  return dues.sort()[0] ?? null;
}

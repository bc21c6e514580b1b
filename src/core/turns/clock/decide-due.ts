import { addBusinessTime, businessTimeBetween, dueAt } from "../../calendar/business-time.ts";
import type { Calendar } from "../../calendar/calendar.ts";
import { parseDuration } from "../../calendar/duration.ts";
import { compareInstants, formatSeconds, latestOf, parseSeconds } from "../../calendar/instant.ts";
import type { PersonConfig, TurnsConfig } from "../../config/schema/turns-schema.ts";
import { type Instant, isSameLogin } from "../../pull-request.ts";

/** When something is due, and by which target. */
export interface Due {
  /** Null when the calendar never reaches it. */
  at: Instant | null;
  /** As the config writes it. */
  target: string;
  /** The target is in wall time, so nights and weekends count too. */
  isWallTime: boolean;
}

/** When a target that starts at `from` ends. `target` is written as in the config. */
export function addTarget(from: Instant, target: string, calendar: Calendar): Due {
  const duration = parseDuration(target);
  const at = duration === null ? null : dueAt(from, duration, calendar);
  return { at, target, isWallTime: duration?.isBusiness === false };
}

const isEarlier = (one: Due, other: Due) => one.at !== null && (other.at === null || one.at < other.at);

/**
 * When a turn that starts at `from` is due. If labels of the pull request have targets, the earliest of those
 * due instants, in that person's calendar, replaces the role's own target. Labels compare without case, as on
 * GitHub.
 */
export function decideDue(
  from: Instant,
  calendar: Calendar,
  {
    labels,
    role,
    targets,
  }: { labels: readonly string[]; role: "reviewer" | "author"; targets: TurnsConfig["targets"] },
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

/** The config's entry for a login, compared without case; undefined when there is none. */
export function findPerson(people: TurnsConfig["people"], login: string): PersonConfig | undefined {
  return Object.entries(people).find(([name]) => isSameLogin(name, login))?.[1];
}

/** A stretch in which a clock is stopped, half-open. */
export interface Stop {
  from: Instant;
  to: Instant;
}

/** Joins stops that touch or overlap. */
function mergeStops(stops: Stop[]): Stop[] {
  const merged: Stop[] = [];
  for (const { from, to } of stops.toSorted((left, right) => compareInstants(left.from, right.from))) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = latestOf(to, last.to);
    else if (from < to) merged.push({ from, to });
  }
  return merged;
}

/**
 * Postpones a due instant by the time that a clock running since `start` lost to the stops: working time, or
 * wall time for a target in wall time.
 */
export function moveDue(
  due: Instant,
  start: Instant,
  stops: Stop[],
  { isWallTime, calendar }: { isWallTime: boolean; calendar: Calendar },
): Instant | null {
  let moved: Instant = due;
  for (const { from, to } of mergeStops(stops)) {
    const begin = from > start ? from : start;
    // A clock that ran out before the stop is not stopped by it.
    if (begin >= to || begin >= moved) continue;
    const lost = isWallTime
      ? (parseSeconds(to) - parseSeconds(begin)) / 60
      : businessTimeBetween(begin, to, calendar);
    // Adding nothing to a closing time would still move it to the next opening.
    if (lost === 0) continue;
    const next = isWallTime
      ? formatSeconds(parseSeconds(moved) + lost * 60)
      : addBusinessTime(moved, lost, calendar);
    if (next === null) return null;
    moved = next;
  }
  return moved;
}

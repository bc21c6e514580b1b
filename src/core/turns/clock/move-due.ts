import type { Instant } from "../../pull-request.ts";
import { addBusinessTime } from "../../calendar/business-time.ts";
import { businessTimeBetween } from "../../calendar/business-time.ts";
import type { Calendar } from "../../calendar/calendar.ts";
import { formatSeconds, parseSeconds } from "../../calendar/instant.ts";

/** A stretch in which a clock stands still, half-open. */
export interface Stop {
  from: Instant;
  to: Instant;
}

/** Stops that touch or overlap are one. */
function mergeStops(stops: Stop[]): Stop[] {
  const merged: Stop[] = [];
  for (const { from, to } of stops.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = [to, last.to].toSorted()[1]!;
    else if (from < to) merged.push({ from, to });
  }
  return merged;
}

/**
 * Moves a due instant on by what the clock that runs since `start` lost to the stops: working time, or wall
 * time for a target in wall time.
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
    // A clock that had run out before the stop is not stopped by it.
    if (begin >= to || begin >= moved) continue;
    const lost = isWallTime
      ? (parseSeconds(to) - parseSeconds(begin)) / 60
      : businessTimeBetween(begin, to, calendar);
    // Adding no business time to a closing would already lead to the next opening.
    if (lost === 0) continue;
    const next = isWallTime
      ? formatSeconds(parseSeconds(moved) + lost * 60)
      : addBusinessTime(moved, lost, calendar);
    if (next === null) return null;
    moved = next;
  }
  return moved;
}

import type { TurnsConfig } from "../../config/schema/turns-schema.ts";
import type { Instant } from "../../pull-request.ts";
import { dueAt } from "../../calendar/due-at.ts";
import { type Duration, parseDuration } from "../../calendar/duration.ts";
import { formatSeconds, parseSeconds } from "../../calendar/instant.ts";
import type { Turn } from "../verdict.ts";

/**
 * The instant from which `duration` leads to `due`, not before `from`. There is no subtracting in business time (many
 * instants lead to the same opening), so the last one that does is looked for; each probe is cheap.
 */
function stepBack(due: Instant, duration: Duration, { calendar, clockFrom }: Turn): Instant {
  let low = parseSeconds(clockFrom);
  let high = parseSeconds(due);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const end = dueAt(formatSeconds(middle), duration, calendar);
    if (end !== null && end <= due) low = middle;
    else high = middle;
  }
  return formatSeconds(low);
}

/** Is it told once, and at once? */
export const isNotice = ({ role }: Turn) => role === "queue" || role === "conflict";

/**
 * When each reminder of a turn may come at the earliest: the first when the turn is due (or `before` that), each further
 * one `every` later, `at_most` in all. Shorter when the calendar ends; empty when the turn is never due.
 */
export function planSteps(turn: Turn, { before, every, at_most }: TurnsConfig["remind"]): Instant[] {
  if (isNotice(turn)) return at_most === 0 ? [] : [turn.since];
  const pause = parseDuration(every);
  const steps: Instant[] = [];
  for (let next = turn.due; next !== null && pause !== null && steps.length < at_most; ) {
    steps.push(next);
    next = dueAt(next, pause, turn.calendar);
  }
  const lead = before === 0 ? null : parseDuration(before);
  if (steps[0] === undefined || lead === null) return steps;
  const early = stepBack(steps[0], lead, turn);
  // A lead that is as long as the target would remind of what was asked this minute.
  return early > turn.clockFrom ? [early, ...steps.slice(1)] : steps;
}

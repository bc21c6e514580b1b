import type { Instant } from "../pull-request.ts";
import { type Calendar, createCalendar } from "../calendar/calendar.ts";
import { dueAt } from "../calendar/due-at.ts";
import { parseDuration } from "../calendar/duration.ts";
import { closingOf } from "./clock/closing-of.ts";
import { type Away, findAway, listAway } from "./clock/find-away.ts";
import { moveDue, type Stop } from "./clock/move-due.ts";
import { resolveSnooze } from "./clock/resolve-span.ts";
import { restartClock } from "./clock/restart-clock.ts";
import { type Due, decideDue } from "./decide-due.ts";
import type { Move } from "./find-moves.ts";
import { findPerson } from "./find-person.ts";
import type { TurnsInput } from "./turns-input.ts";
import type { StatusUpdate, Turn } from "./verdict.ts";

interface Surroundings {
  input: TurnsInput;
  /** All moves of the moment, this one among them. */
  moves: Move[];
  statuses: StatusUpdate[];
  deadline: string | null;
}

const latest = (...instants: Instant[]) => instants.sort().at(-1)!;

/** Who stands in at this moment; null when nobody does. The author cannot review for somebody else. */
function findCover(
  { login, isTeam }: Move,
  { pullRequest, turns, now }: TurnsInput,
): (Away & { cover: string }) | null {
  const away = isTeam ? null : findAway(turns, login, now);
  if (away === null || away.cover === null) return null;
  const { cover } = away;
  return cover === login || cover === pullRequest.author.login ? null : { ...away, cover };
}

/** A snooze stops the turns that run when it is said: the speaker's own when it is their move, else everybody's. */
function findSnoozes(move: Move, calendar: Calendar, { input, moves }: Surroundings): Stop[] {
  return input.commands.snoozes
    .filter(({ at }) => at >= move.since)
    .filter(({ by }) => by === move.login || !moves.some(({ login }) => login === by))
    .flatMap(({ at, span }) => {
      const until = resolveSnooze(span, at, calendar);
      return until === null ? [] : [{ from: at, to: until }];
    });
}

function chooseDue(move: Move, from: Instant, calendar: Calendar, { turns, pullRequest }: TurnsInput): Due {
  const { merge } = turns.remind;
  if (move.role === "merger" && merge !== "off") {
    const duration = parseDuration(merge);
    return {
      at: duration === null ? null : dueAt(from, duration, calendar),
      target: merge,
      isWallTime: duration?.business === false,
    };
  }
  const role = move.role === "author" ? "author" : "reviewer";
  return decideDue(from, pullRequest.labels, role, turns.targets, calendar);
}

/** The author's own date, when it is earlier than the target and was not past when the turn began. */
function findEarlierDeadline(
  move: Move,
  due: Instant | null,
  calendar: Calendar,
  deadline: string | null,
): Instant | null {
  if (move.role !== "reviewer" || deadline === null) return null;
  const closing = closingOf(deadline, calendar);
  return closing > move.since && (due === null || closing < due) ? closing : null;
}

/** Gives a move its clock: from when it counts, in whose calendar, and when it runs out. */
export function createTurn(move: Move, surroundings: Surroundings): Turn {
  const { input, statuses, deadline } = surroundings;
  const { turns, now, firstSeenAt } = input;
  const cover = findCover(move, input);
  const login = cover?.cover ?? move.login;
  const calendar = createCalendar(turns.hours, move.isTeam ? undefined : findPerson(turns.people, login));
  const start =
    move.role === "author"
      ? restartClock(move.since, statuses, (from) => chooseDue(move, from, calendar, input).at)
      : move.since;
  const clockFrom = latest(start, firstSeenAt, cover?.from ?? start);
  const chosen = chooseDue(move, clockFrom, calendar, input);
  const snoozes = findSnoozes(move, calendar, surroundings);
  // In business time the days away are no working days already.
  const stops = chosen.isWallTime ? [...snoozes, ...listAway(turns, login)] : snoozes;
  const moved =
    chosen.at === null
      ? null
      : moveDue(chosen.at, clockFrom, stops, { isWallTime: chosen.isWallTime, calendar });
  const own = findEarlierDeadline(move, moved, calendar, deadline);
  const due = own ?? moved;
  const snoozedUntil =
    snoozes
      .flatMap(({ from, to }) => (from <= now && now < to ? to : []))
      .sort()
      .at(-1) ?? null;
  return {
    ...move,
    login,
    coverFor: cover === null ? null : move.login,
    start,
    due,
    target: own === null ? chosen.target : null,
    isWallTime: own === null && chosen.isWallTime,
    clockFrom,
    snoozedUntil,
    isOverdue: due !== null && due <= now && snoozedUntil === null,
    calendar,
  };
}

import { type Calendar, createCalendar } from "../calendar/calendar.ts";
import { latestOf } from "../calendar/instant.ts";
import type { SnoozeCommand } from "../commands/evaluate-commands.ts";
import { type Instant, isSameLogin } from "../pull-request.ts";
import { addTarget, type Due, decideDue, findPerson, moveDue, type Stop } from "./clock/decide-due.ts";
import { findAway, listAway } from "./clock/find-away.ts";
import { restartClock } from "./clock/list-statuses.ts";
import { closingOf, resolveSnooze } from "./clock/resolve-span.ts";
import { findMerge, listMoves, type Move, type TurnFacts } from "./list-moves.ts";
import type { Turn, TurnsInput } from "./turns.ts";

interface TurnContext extends TurnFacts {
  snoozes: readonly Snooze[];
  deadline: string | null;
}

/** A snooze and the moves whose clocks it stops. */
export interface Snooze extends SnoozeCommand {
  stopped: readonly Move[];
}

/** Who acts for somebody who is away. */
interface Cover {
  /** Login of the stand-in; null when nobody is left who could stand in. */
  login: string | null;
  /** When they began to stand in. */
  from: Instant;
}

/** Gives a move its clock: when it starts, whose calendar it follows, and when it runs out. */
export function createTurn(move: Move, context: TurnContext): Turn {
  const { input, statuses, deadline, snoozes } = context;
  const { turns, now, firstSeenAt } = input;
  const cover = findCover(move, context);
  const login = cover?.login ?? move.login;
  const calendar = createCalendar(turns.hours, move.isTeam ? undefined : findPerson(turns.people, login));
  const start =
    move.role === "author"
      ? restartClock(move.since, statuses, (from) => chooseDue(move, from, calendar, input).at)
      : move.since;
  const clockFrom = latestOf(start, firstSeenAt, cover?.login == null ? start : cover.from);
  const chosen = chooseDue(move, clockFrom, calendar, input);
  const snoozed = listSnoozed(move, calendar, snoozes);
  // In business time, days away are not working days anyway.
  const stops = chosen.isWallTime ? [...snoozed, ...listAway(turns, login)] : snoozed;
  const moved = chosen.at === null ? null : moveDue(chosen.at, clockFrom, stops, { ...chosen, calendar });
  const own = findEarlierDeadline(move, moved, calendar, deadline);
  const due = own ?? moved;
  const running = snoozed.filter(({ from, to }) => from <= now && now < to);
  const snoozedUntil = running.length === 0 ? null : latestOf("", ...running.map(({ to }) => to));
  return {
    ...move,
    login,
    coverFor: login === move.login ? null : move.login,
    isAway: cover !== null && cover.login === null,
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

/**
 * Who stands in now: the cover, or the cover's cover when the cover is away too. Nobody does when that person
 * has already answered, or is the author. Null when the person is not away.
 */
function findCover(move: Move, { input, people, replayed }: TurnFacts): Cover | null {
  const { turns, now } = input;
  const hasAnswered = (login: string) =>
    replayed.standings.some(
      (one) => isSameLogin(one.login, login) && (one.move === "done" || one.move === "author"),
    );
  const canStandIn = (login: string) =>
    move.role === "reviewer"
      ? !people.isAuthor(login) && !hasAnswered(login)
      : !isSameLogin(login, move.login);
  let away = move.isTeam ? null : findAway(turns, move.login, now);
  if (away === null) return null;
  let { from, cover } = away;
  for (const passed = new Set([move.login.toLowerCase()]); cover !== null; ) {
    away = findAway(turns, cover, now);
    if (away === null) break;
    from = latestOf(from, away.from);
    // In a circle, everybody is away.
    const next = passed.has(cover.toLowerCase()) ? null : away.cover;
    passed.add(cover.toLowerCase());
    cover = next;
  }
  return { login: cover !== null && canStandIn(cover) ? cover : null, from };
}

function chooseDue(move: Move, from: Instant, calendar: Calendar, { turns, pullRequest }: TurnsInput): Due {
  // A notice is sent at once: there is nothing to be late with.
  if (move.role === "queue" || move.role === "conflict") return { at: null, target: "", isWallTime: false };
  const { merge } = turns.remind;
  if (move.role === "merger" && merge !== "off") return addTarget(from, merge, calendar);
  const role = move.role === "author" ? "author" : "reviewer";
  return decideDue(from, calendar, { labels: pullRequest.labels, role, targets: turns.targets });
}

/**
 * The closing time on the author's date. Null unless it is earlier than the target and after the turn's
 * start.
 */
function findEarlierDeadline(
  move: Move,
  due: Instant | null,
  calendar: Calendar,
  deadline: string | null,
): Instant | null {
  if (move.role !== "reviewer" || deadline === null) return null;
  const closing = closingOf(deadline, calendar, move.since);
  return closing > move.since && (due === null || closing < due) ? closing : null;
}

/** When snoozes stop the clock of a move: those said since it began that concern it. */
function listSnoozed(move: Move, calendar: Calendar, snoozes: readonly Snooze[]): Stop[] {
  const isSame = ({ role, login }: Move) => role === move.role && login === move.login;
  return snoozes
    .filter(({ at, stopped }) => at >= move.since && stopped.some(isSame))
    .flatMap(({ at, span, endedAt }) => {
      const until = resolveSnooze(span, at, calendar);
      return until === null ? [] : [{ from: at, to: endedAt !== null && endedAt < until ? endedAt : until }];
    });
}

/**
 * A snooze stops the turns that run when it is said: the speaker's own when it is their move, else those of
 * the people they stand in for, else all.
 * @param facts as they were when it was said
 */
export function listStopped({ by }: SnoozeCommand, facts: TurnFacts): readonly Move[] {
  const moves = listMoves(facts);
  const merge = findMerge(facts);
  const running = moves.length === 0 && merge !== null ? [merge] : moves;
  const own = running.filter(({ login }) => isSameLogin(login, by));
  if (own.length > 0) return own;
  const covered = running.filter((move) => isSameLogin(findCover(move, facts)?.login ?? "", by));
  return covered.length > 0 ? covered : running;
}

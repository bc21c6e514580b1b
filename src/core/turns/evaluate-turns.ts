import type { Instant } from "../pull-request.ts";
import { createCalendar } from "../calendar/calendar.ts";
import { dueAt } from "../calendar/due-at.ts";
import { parseDuration } from "../calendar/duration.ts";
import { closingOf } from "./clock/closing-of.ts";
import { listAway } from "./clock/find-away.ts";
import { findDeadline } from "./clock/find-deadline.ts";
import { findStatuses } from "./clock/find-statuses.ts";
import { createTurn } from "./create-turn.ts";
import { findApproval } from "./find-approval.ts";
import { findMoves, type Move } from "./find-moves.ts";
import { buildEvents } from "./record/build-events.ts";
import { isPerson } from "./record/is-person.ts";
import { type Replayed, replay } from "./replay/replay.ts";
import type { TurnsInput } from "./turns-input.ts";
import type { StatusUpdate, Turn, TurnsVerdict } from "./verdict.ts";

type Part = Pick<TurnsVerdict, "state" | "since"> & Partial<TurnsVerdict>;

const mergeMove = ({ pullRequest }: TurnsInput, since: Instant): Move => ({
  role: "merger",
  login: pullRequest.author.login,
  isTeam: false,
  since,
  why: { type: "approved" },
});

function evaluateApproved(input: TurnsInput, since: Instant, statuses: StatusUpdate[]): Part {
  const { pullRequest, turns } = input;
  const isReminded =
    turns.remind.merge !== "off" && !pullRequest.isInMergeQueue && isPerson(pullRequest.author);
  if (!isReminded) return { state: "approved", since };
  const move = mergeMove(input, since);
  const merge = createTurn(move, { input, moves: [move], statuses, deadline: null });
  return { state: "approved", since, merge };
}

function evaluateIdle({ turns }: TurnsInput, { standings, restedAt }: Replayed): Part {
  if (standings.some(({ move }) => move === "author")) return { state: "idle", since: restedAt };
  const duration = turns.unassigned === "off" ? null : parseDuration(turns.unassigned);
  const unassignedFrom = duration === null ? null : dueAt(restedAt, duration, createCalendar(turns.hours));
  return { state: "unassigned", since: restedAt, unassignedFrom };
}

/** Somebody who covers for a reviewer may have a review to do themselves: that one is enough. */
function isNeeded({ coverFor, login }: Turn, turns: Turn[]): boolean {
  return coverFor === null || !turns.some((other) => other.coverFor === null && other.login === login);
}

function evaluateWaiting(input: TurnsInput, moves: Move[], statuses: StatusUpdate[]): Part {
  const deadline = findDeadline(input);
  const created = moves.map((move) => createTurn(move, { input, moves, statuses, deadline }));
  const turns = created.filter((turn) => isNeeded(turn, created));
  // A date that was past before the review began, or that is nobody's concern now, is not shown.
  const isWanted = ({ role, calendar, since }: Turn) =>
    role === "reviewer" && deadline !== null && closingOf(deadline, calendar) > since;
  const since = moves.map((move) => move.since).sort()[0]!;
  return { state: "waiting", since, turns, deadline: turns.some(isWanted) ? deadline : null };
}

function evaluatePart(input: TurnsInput): Part {
  const { pullRequest, turns } = input;
  if (turns.hours.time_zone === undefined) return { state: "off", since: pullRequest.createdAt };
  const statuses = findStatuses(pullRequest);
  const status = statuses.at(-1) ?? null;
  if (pullRequest.state !== "open")
    return { state: "closed", since: pullRequest.closedAt ?? pullRequest.updatedAt, status };
  const events = buildEvents(input);
  const drafted = events.findLast(({ type }) => type === "drafted")?.at ?? pullRequest.createdAt;
  if (pullRequest.isDraft) return { state: "draft", since: drafted, status };
  const replayed = replay(events, pullRequest.createdAt);
  const approvedAt = findApproval(pullRequest, replayed.standings);
  if (approvedAt !== null) return { ...evaluateApproved(input, approvedAt, statuses), status };
  const moves = findMoves(input, replayed, statuses);
  if (moves.length === 0) return { ...evaluateIdle(input, replayed), status };
  return { ...evaluateWaiting(input, moves, statuses), status };
}

/** When the verdict changes by itself: something falls due, a snooze or somebody's time away begins or ends. */
function findChanges(input: TurnsInput, turns: Turn[], unassignedFrom: Instant | null): Instant[] {
  const instants = turns.flatMap(({ due, snoozedUntil, login, coverFor, isTeam }) => [
    due,
    snoozedUntil,
    ...(isTeam ? [] : listAway(input.turns, coverFor ?? login).flatMap(({ from, to }) => [from, to])),
  ]);
  const later = [...instants, unassignedFrom].filter((at) => at !== null).filter((at) => at > input.now);
  return [...new Set(later)].sort();
}

/**
 * Whose move it is, since when, why, and due when: a pure function of the pull request's own record, the config, the
 * commands that count, and the moment. Without a time zone in the config it is off.
 */
export function evaluateTurns(input: TurnsInput): TurnsVerdict {
  const part: TurnsVerdict = {
    turns: [],
    merge: null,
    unassignedFrom: null,
    deadline: null,
    status: null,
    changesAt: [],
    timeZone: input.turns.hours.time_zone ?? "UTC",
    ...evaluatePart(input),
  };
  const all = part.merge === null ? part.turns : [...part.turns, part.merge];
  return { ...part, changesAt: findChanges(input, all, part.unassignedFrom) };
}

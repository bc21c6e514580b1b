import { dueAt } from "../calendar/business-time.ts";
import { createCalendar } from "../calendar/calendar.ts";
import { parseDuration } from "../calendar/duration.ts";
import { earliestOf } from "../calendar/instant.ts";
import { listRunning } from "../calendar/running.ts";
import { findPeople, isBot } from "../conversation/people.ts";
import { type Instant, isSameLogin, type PullRequest } from "../pull-request.ts";
import { listAway, listCoveredBy, listCovers } from "./clock/find-away.ts";
import { listStatuses } from "./clock/list-statuses.ts";
import { closingOf, findDeadline } from "./clock/resolve-span.ts";
import { createTurn, listStopped, type Snooze } from "./create-turn.ts";
import { type Approval, findApproval } from "./find-approval.ts";
import { findMerge, findNext, listMoves, type Move, type TurnFacts } from "./list-moves.ts";
import { recallFacts, restoreRequests } from "./recall-facts.ts";
import { buildEvents } from "./record/build-events.ts";
import { listAsking } from "./record/list-asks.ts";
import { replay } from "./replay.ts";
import type { TurnEvent } from "./turn-event.ts";
import type { Nobody, Turn, TurnsInput, TurnsVerdict } from "./turns.ts";

interface StateFacts extends TurnFacts {
  snoozes: readonly Snooze[];
}

type PartialVerdict = Pick<TurnsVerdict, "state" | "since"> & Partial<TurnsVerdict>;

/**
 * Whose move it is, since when, why, and when it is due. A pure function of the pull request's own record,
 * the config, the commands that count, and the current instant. Off without a time zone in the config.
 */
export function evaluateTurns(input: TurnsInput): TurnsVerdict {
  const verdict: TurnsVerdict = {
    owner: null,
    turns: [],
    merge: null,
    unassignedFrom: null,
    deadline: null,
    status: null,
    nobody: null,
    next: new Map(),
    changesAt: [],
    timeZone: input.turns.hours.time_zone ?? "UTC",
    ...evaluateState(input),
  };
  const all = verdict.merge === null ? verdict.turns : [...verdict.turns, verdict.merge];
  return { ...verdict, changesAt: listChanges(input, all, verdict.unassignedFrom) };
}

/**
 * When the verdict changes without a new event: something falls due, or a snooze or an absence starts or
 * ends.
 */
function listChanges(input: TurnsInput, turns: Turn[], unassignedFrom: Instant | null): Instant[] {
  const instants = turns.flatMap(({ due, snoozedUntil, login, coverFor, isTeam }) => [
    due,
    snoozedUntil,
    ...(isTeam ? [] : listConcerned(coverFor ?? login, input)).flatMap((one) =>
      listAway(input.turns, one).flatMap(({ from, to }) => [from, to]),
    ),
  ]);
  const later = [...instants, unassignedFrom].filter((at) => at !== null).filter((at) => at > input.now);
  return [...new Set(later)].sort();
}

/**
 * Logins whose absence changes a turn: the person, their covers, and the people they cover for now, whose own
 * turn may be left out meanwhile.
 */
const listConcerned = (login: string, { turns, now }: TurnsInput) => [
  ...listCovers(turns, login),
  ...listCoveredBy(turns, login, now),
];

function evaluateState(input: TurnsInput): PartialVerdict {
  const { pullRequest, turns } = input;
  const people = findPeople(pullRequest, input.permissions);
  const events = buildEvents(input, listAsking(input, people), people);
  const statuses = listStatuses(pullRequest, people);
  const replayed = replay(events, pullRequest.createdAt);
  const status = statuses.at(-1) ?? null;
  const approval = findApproval(pullRequest, replayed, people);
  const snoozes = addressSnoozes({ input, people, replayed, approval, statuses }, events);
  const facts = { input, people, replayed, approval, statuses, snoozes };
  const rest = findRest(pullRequest, events);
  const moves = rest === null ? listMoves(facts) : [];
  const evaluate = (): PartialVerdict => {
    if (turns.hours.time_zone === undefined) return { state: "off", since: pullRequest.createdAt };
    if (rest !== null) return rest;
    const [first, ...others] = moves;
    if (first !== undefined) return evaluateWaiting(facts, first, ...others);
    return approval === null ? evaluateIdle(facts) : evaluateApproved(facts, approval);
  };
  const found = evaluate();
  return {
    ...found,
    owner: people.owner,
    status,
    next: rest === null ? findNext(facts, moves, found.turns ?? []) : new Map(),
  };
}

/** The snoozes with the moves that they stop: the record is played up to each comment that says one. */
function addressSnoozes({ input, people, replayed, statuses }: TurnFacts, events: TurnEvent[]): Snooze[] {
  const { createdAt } = input.pullRequest;
  const running = listRunning(input.pullRequest);
  const isRunningAt = (at: Instant) => running.some(({ from, to }) => from <= at && (to === null || at < to));
  const pullRequest = restoreRequests(input.pullRequest, replayed);
  const now = { input: { ...input, pullRequest }, people, statuses };
  // The kinds are those of today, when a replaced or dismissed review blocks no more.
  const past = events.map((event) =>
    event.type === "asked" && event.blockedByReview ? { ...event, isBlocking: true } : event,
  );
  const snoozes: Snooze[] = [];
  replay(past, createdAt, (event, then) => {
    // In a draft, nobody has a turn to stop.
    if (event.type !== "snoozed" || !isRunningAt(event.at)) return;
    const { snooze } = event;
    const last = snoozes.at(-1);
    const stopped =
      last?.id === snooze.id ? last.stopped : listStopped(snooze, recallFacts(now, then, event.at));
    snoozes.push({ ...snooze, stopped });
  });
  return snoozes;
}

/**
 * Closed and draft pull requests have no turns. Questions asked on them count once they are open and ready.
 */
function findRest(pullRequest: PullRequest, events: TurnEvent[]): PartialVerdict | null {
  const { state, closedAt, updatedAt, isDraft, createdAt } = pullRequest;
  if (state !== "open") return { state: "closed", since: closedAt ?? updatedAt, nobody: { type: state } };
  if (!isDraft) return null;
  const since = events.findLast(({ type }) => type === "drafted")?.at ?? createdAt;
  return { state: "draft", since, nobody: { type: "draft" } };
}

function evaluateWaiting(facts: StateFacts, first: Move, ...others: Move[]): PartialVerdict {
  const moves = [first, ...others];
  const deadline = findDeadline(facts.input);
  const created = moves.map((move) => createTurn(move, { ...facts, deadline }));
  const turns = created.filter((turn) => isNeeded(turn, created));
  // A date is not shown when it passed before the review began, or concerns nobody now.
  const isWanted = ({ role, calendar, since }: Turn) =>
    role === "reviewer" && deadline !== null && closingOf(deadline, calendar, since) > since;
  const since = earliestOf(first.since, ...others.map((move) => move.since));
  return { state: "waiting", since, turns, deadline: turns.some(isWanted) ? deadline : null };
}

/** A cover who has a review of their own to give gets no second turn. */
function isNeeded({ coverFor, login }: Turn, turns: Turn[]): boolean {
  return (
    coverFor === null || !turns.some((other) => other.coverFor === null && isSameLogin(other.login, login))
  );
}

function evaluateIdle(facts: TurnFacts): PartialVerdict {
  const { turns } = facts.input;
  const since = facts.replayed.restedAt;
  const nobody = findWhyNobody(facts);
  if (nobody.type === "bot" || nobody.type === "unread author") return { state: "idle", since, nobody };
  const duration = turns.unassigned === "off" ? null : parseDuration(turns.unassigned);
  const unassignedFrom = duration === null ? null : dueAt(since, duration, createCalendar(turns.hours));
  return { state: "unassigned", since, unassignedFrom, nobody };
}

/** Why is it nobody's turn, although it is not approved? */
function findWhyNobody({ input, replayed, people }: TurnFacts): Nobody {
  const { author, timeline, reviewRequests, reviewDecision } = input.pullRequest;
  if (replayed.standings.some(({ move }) => move === "author"))
    return {
      type: isBot(author) ? "bot" : "unread author",
      login: author.login,
      isOwned: people.owner !== null,
    };
  if (replayed.standings.some(({ requestedAt }) => requestedAt !== null))
    return { type: "answered", isUnderRule: reviewDecision !== null };
  const bots = [
    ...reviewRequests,
    ...timeline.flatMap((event) => (event.type === "review_requested" ? (event.reviewer ?? []) : [])),
  ].filter(isBot);
  if (bots.length > 0) return { type: "bots asked", logins: [...new Set(bots.map(({ login }) => login))] };
  return { type: "nobody asked" };
}

function evaluateApproved(facts: StateFacts, { at: since }: Approval): PartialVerdict {
  const nobody: Nobody = { type: facts.input.pullRequest.isInMergeQueue ? "queued" : "approved" };
  const move = findMerge(facts);
  const merge = move === null ? null : createTurn(move, { ...facts, deadline: null });
  return { state: "approved", since, nobody, merge };
}

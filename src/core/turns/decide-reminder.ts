import { addBusinessTime, addWallTime, dueAt } from "../calendar/business-time.ts";
import { createCalendar } from "../calendar/calendar.ts";
import { type Duration, parseDuration } from "../calendar/duration.ts";
import { findEarliest, formatSeconds, latestOf, parseSeconds } from "../calendar/instant.ts";
import type { TurnsConfig } from "../config/schema/turns-schema.ts";
import { type Instant, listDeletions, type PullRequest } from "../pull-request.ts";
import { findPerson } from "./clock/decide-due.ts";
import { findLastAct, listPushes } from "./record/acts.ts";
import { findTold, nameTurn, type SentReminder } from "./sent-reminders.ts";
import type { Turn, TurnsVerdict } from "./turns.ts";

export interface ReminderInput {
  pullRequest: PullRequest;
  turns: TurnsConfig;
  now: Instant;
  /** Our own login in REST form (`async-review[bot]`); "" when unknown. */
  ownLogin: string;
}

/** Send this step now, look again later, or never send one in this turn. */
export type ReminderDecision =
  | { type: "send"; step: number }
  | { type: "later"; at: Instant }
  | { type: "never" };

const never: ReminderDecision = { type: "never" };

/**
 * What to do about one turn's reminder at this instant. After an outage only the newest step counts; the
 * others are skipped.
 */
export function decideReminder(turn: Turn, sent: SentReminder[], input: ReminderInput): ReminderDecision {
  const next = findNextStep(turn, sent, input);
  if (next === null) return never;
  if (next.at > input.now) return { type: "later", at: next.at };
  const free = findFreeInstant(turn, input);
  if (free === null) return never;
  return free > input.now ? { type: "later", at: free } : { type: "send", step: next.step };
}

/** The next step of a turn, and its earliest instant; null when there is none, or nobody wants one. */
function findNextStep(
  turn: Turn,
  sent: SentReminder[],
  input: ReminderInput,
): { step: number; at: Instant } | null {
  const { turns, now } = input;
  const person = turn.isTeam ? undefined : findPerson(turns.people, turn.login);
  // A person who is away would not read it.
  if (turn.isAway || person?.remind === false || isUnwanted(turn, input)) return null;
  const told = findTold(sent, turn);
  const steps = planSteps(turn, turns.remind);
  // A restarted clock does not start a new count.
  const newest = Math.max(told.step, told.stepsBeforeStart + steps.findLastIndex((at) => at <= now)) + 1;
  const planned = steps[newest - told.stepsBeforeStart - 1];
  if (planned === undefined || newest > (isNotice(turn) ? 1 : turns.remind.at_most)) return null;
  // A late reminder postpones the next one too.
  const pause = parseDuration(turns.remind.every);
  const spaced = told.at === null || pause === null ? null : dueAt(told.at, pause, turn.calendar);
  return { step: newest, at: spaced !== null && spaced > planned ? spaced : planned };
}

/**
 * When each reminder of a turn may be sent at the earliest: the first when the turn is due (or `before`
 * that), each further one `every` later, `at_most` in all. Shorter when the calendar ends; empty when the
 * turn is never due.
 */
function planSteps(turn: Turn, { before, every, at_most }: TurnsConfig["remind"]): Instant[] {
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
  // If the lead is as long as the target, people would be reminded the minute they are asked.
  return early > turn.clockFrom ? [early, ...steps.slice(1)] : steps;
}

/**
 * The instant, not before `from`, from which `duration` leads to `due`. Business time cannot be subtracted
 * (many instants lead to the same opening), so this searches for the last such instant. Each probe is cheap.
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

/** Is it a notice, sent once and at once? */
export const isNotice = ({ role }: Turn) => role === "queue" || role === "conflict";

/** Has somebody else deleted a comment of ours during this turn? Then they want no more. */
function isUnwanted({ since }: Turn, { pullRequest, ownLogin }: ReminderInput): boolean {
  return listDeletions(pullRequest.timeline, ownLogin).some((at) => at >= since);
}

/** The first instant, from now on, at which nothing holds the reminder back; null when there is none. */
function findFreeInstant(turn: Turn, input: ReminderInput): Instant | null {
  const { now } = input;
  // Adding nothing gives `now` within the hours, else the next opening.
  const free = [turn.isWallTime ? now : add(now, 0, turn), turn.snoozedUntil, findQuietUntil(turn, input)];
  // GitHub keeps no history of checks and conflicts, so they are read again every business hour.
  if (isHeldBack(turn, input)) free.push(add(now, 60, turn));
  const [opening, ...others] = free;
  return opening ? latestOf(opening, ...others.filter((at) => at !== null)) : null;
}

function isHeldBack({ role }: Turn, input: ReminderInput): boolean {
  const { pullRequest, turns } = input;
  const { hold } = turns.remind;
  // These reminders are about the very thing that would hold them.
  if (role === "queue" || role === "conflict") return false;
  // A conflict keeps a reviewer from reviewing. The person who has to resolve it is reminded of their own
  // turn as usual.
  if (role === "reviewer" && isInConflict(input)) return true;
  // The author has to fix red checks, so their reminder comes, and so does that of the person they wait for.
  if (role === "author" || role === "blocker") return false;
  // GitHub gives one state for all checks together, so a red check of ours hides the others. Ours is no
  // reason to wait: another reviewer's thread may have turned it red.
  const isOursRed = pullRequest.ownCheckRuns.some(({ conclusion }) => conclusion === "failure");
  const isRed = !isOursRed && (pullRequest.checksState === "failure" || pullRequest.checksState === "error");
  return hold.includes("checks") && isRed;
}

/** Does it conflict with its base, so that reviewers cannot review? Unknown counts as no conflict. */
function isInConflict({ pullRequest, turns }: ReminderInput): boolean {
  return turns.remind.hold.includes("conflict") && pullRequest.mergeable === "conflicting";
}

/**
 * When the quiet period after a person's last action ends: four business hours later. A target in wall time
 * is for emergencies, so there the period is as long as the target, at most four hours. The action that
 * started the turn does not count.
 */
function findQuietUntil(turn: Turn, { pullRequest, now }: ReminderInput): Instant | null {
  // A notice that is sent at once does not wait for anybody to finish.
  const act = isNotice(turn) ? null : findLastAct(pullRequest, turn.start, now);
  if (act === null) return null;
  const target = turn.target === null ? null : parseDuration(turn.target);
  const ends = [add(act, 240, turn)];
  if (turn.isWallTime && target !== null) ends.push(dueAt(act, target, turn.calendar));
  return findEarliest(ends);
}

/** That many minutes after an instant, in the turn's kind of time. */
function add(from: Instant, minutes: number, { isWallTime, calendar }: Turn): Instant | null {
  if (isWallTime) return addWallTime(from, minutes, "minute", calendar.timeZone);
  return addBusinessTime(from, minutes, calendar);
}

/**
 * The notice to the author in place of a reminder to a reviewer, when it falls due while the pull request
 * conflicts with its base: sent once, however many reviewers are waited for. Null when there is nothing to
 * tell.
 */
export function findConflict(
  { turns, owner }: TurnsVerdict,
  sent: SentReminder[],
  input: ReminderInput,
): Turn | null {
  if (owner === null || !isInConflict(input)) return null;
  const told = findToldConflict(sent, owner, input);
  const due = turns
    .filter(({ role }) => role === "reviewer")
    .flatMap((turn) => {
      const at = findFallenDue(turn, sent, input);
      return at === null ? [] : { turn, at };
    });
  const first = due.find(({ turn }) => told?.endsWith(`@${nameTurn(turn)}`)) ?? due[0];
  if (first === undefined) return null;
  const { turn, at } = first;
  const calendar = createCalendar(input.turns.hours, findPerson(input.turns.people, owner));
  return {
    role: "conflict",
    login: owner,
    isTeam: false,
    coverFor: null,
    isAway: false,
    since: at,
    start: at,
    // If another reviewer's turn has already mentioned it, it is the same conflict.
    id: told?.split("@").slice(1).join("@") ?? nameTurn(turn),
    why: { type: "conflict", reviewer: turn.login, base: input.pullRequest.baseRef },
    due: null,
    target: null,
    isWallTime: turn.isWallTime,
    clockFrom: at,
    snoozedUntil: null,
    isOverdue: false,
    calendar,
  };
}

/**
 * The name of the turn in whose place the owner was told of the current conflict; null when they were not.
 * Notices before the last push do not count, because it may have resolved an earlier conflict.
 */
function findToldConflict(
  sent: SentReminder[],
  owner: string,
  { pullRequest, now }: ReminderInput,
): string | null {
  const pushedAt: Instant = listPushes(pullRequest, now).at(-1)?.at ?? pullRequest.createdAt;
  const parts = sent.filter(({ createdAt }) => createdAt >= pushedAt).flatMap(({ parts }) => parts);
  return parts.find(({ turn }) => turn.startsWith(`conflict:${owner}@`))?.turn ?? null;
}

/**
 * When this person's next reminder fell due, ignoring their hours and what holds it back; null when none has.
 */
function findFallenDue(turn: Turn, sent: SentReminder[], input: ReminderInput): Instant | null {
  const next = findNextStep(turn, sent, input);
  const quiet = findQuietUntil(turn, input);
  if (next === null || next.at > input.now || turn.snoozedUntil !== null) return null;
  return quiet !== null && quiet > input.now ? null : next.at;
}

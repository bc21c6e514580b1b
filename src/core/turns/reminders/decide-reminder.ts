import type { TurnsConfig } from "../../config/schema/turns-schema.ts";
import type { Instant, PullRequest } from "../../pull-request.ts";
import { addBusinessTime } from "../../calendar/business-time.ts";
import { addWallTime } from "../../calendar/due-at.ts";
import { dueAt } from "../../calendar/due-at.ts";
import { parseDuration } from "../../calendar/duration.ts";
import { findPerson } from "../find-person.ts";
import type { Turn } from "../verdict.ts";
import { findLastAct } from "./find-last-act.ts";
import { findTold, type SentReminder } from "./find-sent.ts";
import { isNotice, planSteps } from "./plan-steps.ts";

export interface ReminderInput {
  pullRequest: PullRequest;
  turns: TurnsConfig;
  now: Instant;
  /** Our own login in REST form (`async-review[bot]`); null when unknown: then any bot's deleted comment counts as ours. */
  ownLogin: string | null;
}

/** Send this step now; or look again later; or never, while the turn lasts. */
export type ReminderDecision =
  | { type: "send"; step: number }
  | { type: "later"; at: Instant }
  | { type: "never" };

const never: ReminderDecision = { type: "never" };

/** Has somebody else deleted a comment of ours during this turn? They have had enough. */
function isUnwanted({ since }: Turn, { pullRequest, ownLogin }: ReminderInput): boolean {
  return pullRequest.timeline.some(
    (event) =>
      event.type === "comment_deleted" &&
      !event.actorIsOurs &&
      event.createdAt >= since &&
      event.deletedAuthor !== null &&
      (ownLogin === null ? event.deletedAuthor.endsWith("[bot]") : event.deletedAuthor === ownLogin),
  );
}

/** Does it conflict with its base, so that there is no use in reminding reviewers? Unknown is no conflict. */
export function isInConflict({ pullRequest, turns }: ReminderInput): boolean {
  return turns.remind.hold.includes("conflict") && pullRequest.mergeable === "conflicting";
}

function isHeld({ role }: Turn, input: ReminderInput): boolean {
  const { pullRequest, turns } = input;
  const { hold } = turns.remind;
  // These tell of the very thing that would hold them.
  if (role === "queue" || role === "conflict") return false;
  // GitHub tells the state of all checks together. Where one of ours is red the rest cannot be told from it, and ours is no
  // reason to wait: it is red because of the very thread that the reminder is about.
  const isOursRed = pullRequest.ownCheckRuns.some(({ conclusion }) => conclusion === "failure");
  const isRed = !isOursRed && (pullRequest.checksState === "failure" || pullRequest.checksState === "error");
  return (hold.includes("checks") && isRed) || isInConflict(input);
}

/** Minutes or hours after an instant, in the time in which the turn counts. */
function add(from: Instant, minutes: number, { isWallTime, calendar }: Turn): Instant | null {
  if (isWallTime) return addWallTime(from, minutes, "minute", calendar.timeZone);
  return addBusinessTime(from, minutes, calendar);
}

/**
 * Until when the conversation is left alone after a person's last act: four business hours. A target in wall time is for
 * emergencies, so there it is the target's own length, at most four hours. What started the turn is no reason to wait.
 */
function findQuietUntil(turn: Turn, { pullRequest, now }: ReminderInput): Instant | null {
  // What is told at once waits for nobody to be done.
  const act = isNotice(turn) ? null : findLastAct(pullRequest, turn.start, now);
  if (act === null) return null;
  const target = turn.target === null ? null : parseDuration(turn.target);
  const ends = [add(act, 240, turn)];
  if (turn.isWallTime && target !== null) ends.push(dueAt(act, target, turn.calendar));
  return ends.filter((end) => end !== null).sort()[0] ?? null;
}

/** The first instant, from now on, at which nothing stands in the way; null when there is none. */
function findFreeInstant(turn: Turn, input: ReminderInput): Instant | null {
  const { now } = input;
  // `add` with nothing to add is this instant within the hours, else the next opening.
  const free = [turn.isWallTime ? now : add(now, 0, turn), turn.snoozedUntil, findQuietUntil(turn, input)];
  // GitHub keeps no history of checks and conflicts, so they are only read: again every business hour.
  if (isHeld(turn, input)) free.push(add(now, 60, turn));
  if (free[0] === null) return null;
  return free
    .filter((at) => at !== null)
    .sort()
    .at(-1)!;
}

/** The next step of a turn, and the earliest instant for it; null when there is none, or nobody wants one. */
function findNextStep(
  turn: Turn,
  sent: SentReminder[],
  input: ReminderInput,
): { step: number; at: Instant } | null {
  const { turns, now } = input;
  const person = turn.isTeam ? undefined : findPerson(turns.people, turn.login);
  // Who is away has nobody who would read it.
  if (turn.isAway || person?.remind === false || isUnwanted(turn, input)) return null;
  const told = findTold(sent, turn);
  const steps = planSteps(turn, turns.remind);
  // A clock that was started again starts no new count.
  const newest = Math.max(told.step, told.before + steps.findLastIndex((at) => at <= now)) + 1;
  const planned = steps[newest - told.before - 1];
  if (planned === undefined || newest > (isNotice(turn) ? 1 : turns.remind.at_most)) return null;
  // A reminder that came late moves the next one too.
  const pause = parseDuration(turns.remind.every);
  const spaced = told.at === null || pause === null ? null : dueAt(told.at, pause, turn.calendar);
  return { step: newest, at: spaced !== null && spaced > planned ? spaced : planned };
}

/** What to do about one turn's reminder at this instant. After an outage only the newest step counts; the others are skipped. */
export function decideReminder(turn: Turn, sent: SentReminder[], input: ReminderInput): ReminderDecision {
  const next = findNextStep(turn, sent, input);
  if (next === null) return never;
  if (next.at > input.now) return { type: "later", at: next.at };
  const free = findFreeInstant(turn, input);
  if (free === null) return never;
  return free > input.now ? { type: "later", at: free } : { type: "send", step: next.step };
}

/** Would that person be reminded by now, if it were their hour and nothing held it? Since when; null when not. */
export function findFallenDue(turn: Turn, sent: SentReminder[], input: ReminderInput): Instant | null {
  const next = findNextStep(turn, sent, input);
  const quiet = findQuietUntil(turn, input);
  if (next === null || next.at > input.now || turn.snoozedUntil !== null) return null;
  return quiet !== null && quiet > input.now ? null : next.at;
}

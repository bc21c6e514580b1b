import { createCalendar } from "../../calendar/calendar.ts";
import type { Instant } from "../../pull-request.ts";
import { findPerson } from "../find-person.ts";
import { findPushes } from "../record/find-pushes.ts";
import type { Turn, TurnsVerdict } from "../verdict.ts";
import { findFallenDue, isInConflict, type ReminderInput } from "./decide-reminder.ts";
import type { SentReminder } from "./find-sent.ts";
import { nameTurn } from "./reminder-marker.ts";

/** When somebody was told of the conflict that there is: since the last push, which may have mended an earlier one. */
function findTold(sent: SentReminder[], owner: string, { pullRequest, now }: ReminderInput): string | null {
  const pushedAt: Instant = findPushes(pullRequest, now).at(-1)?.at ?? pullRequest.createdAt;
  const parts = sent.filter(({ createdAt }) => createdAt >= pushedAt).flatMap(({ parts }) => parts);
  return parts.find(({ turn }) => turn.startsWith(`conflict:${owner}@`))?.turn ?? null;
}

/**
 * What the author is told instead of a reviewer whose reminder falls due while the pull request conflicts with its base:
 * once, whoever is waited for. Null when there is nothing to tell.
 */
export function findConflict(
  { turns, owner }: TurnsVerdict,
  sent: SentReminder[],
  input: ReminderInput,
): Turn | null {
  if (owner === null || !isInConflict(input)) return null;
  const told = findTold(sent, owner, input);
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
    ...{ role: "conflict", login: owner, isTeam: false, coverFor: null, isAway: false },
    // Told of by another reviewer's turn, it is the same conflict.
    ...{ since: at, start: at, id: told?.split("@").slice(1).join("@") ?? nameTurn(turn) },
    ...{ why: { type: "conflict", reviewer: turn.login, base: input.pullRequest.baseRef } },
    ...{ due: null, target: null, isWallTime: turn.isWallTime, clockFrom: at, snoozedUntil: null },
    ...{ isOverdue: false, calendar },
  };
}

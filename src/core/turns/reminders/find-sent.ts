import type { Instant, PullRequest } from "../../pull-request.ts";
import type { Turn } from "../verdict.ts";
import { isAbout, parseReminderMarker, type ReminderPart } from "./reminder-marker.ts";

/** A reminder that stands on GitHub, by our account and with our marker. */
export interface SentReminder {
  /** GraphQL id of the comment. */
  id: string;
  createdAt: Instant;
  isMinimized: boolean;
  parts: ReminderPart[];
}

/** Our reminders, oldest first. What somebody else writes is none, whatever it says. */
export function findSent({ comments }: PullRequest): SentReminder[] {
  return comments.flatMap(({ id, isOurs, body, createdAt, isMinimized }) => {
    const parts = isOurs ? parseReminderMarker(body) : null;
    return parts === null ? [] : [{ id, createdAt, isMinimized, parts }];
  });
}

/** What was sent about a turn. */
export interface Told {
  /** The newest step; 0 when there is none. */
  step: number;
  /** When that was sent; null when there is none. */
  at: Instant | null;
  /** The newest step that was sent before the clock that runs now was started. */
  before: number;
}

/** How far the reminders of a turn have come. */
export function findTold(sent: SentReminder[], turn: Turn): Told {
  const told: Told = { step: 0, at: null, before: 0 };
  for (const { parts, createdAt } of sent) {
    for (const part of parts.filter((one) => isAbout(one, createdAt, turn))) {
      if (part.step >= told.step) Object.assign(told, { step: part.step, at: createdAt });
      if (createdAt < turn.start) told.before = Math.max(told.before, part.step);
    }
  }
  return told;
}

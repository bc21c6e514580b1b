import type { Instant } from "../../pull-request.ts";
import type { Turn } from "../verdict.ts";
import type { SentReminder } from "./find-sent.ts";
import { isAbout, nameTurn, type ReminderPart } from "./reminder-marker.ts";

/**
 * Our reminders that have done their work, as GraphQL ids to minimise: none of their turns is open any more, or a newer
 * reminder (the one that is about to be sent, `planned`, is the newest) speaks for all that are, so that at most one stands.
 */
export function findFinished(sent: SentReminder[], planned: ReminderPart[], turns: Turn[]): string[] {
  const open = (part: ReminderPart, sentAt: Instant) => turns.filter((turn) => isAbout(part, sentAt, turn));
  return sent
    .filter(({ isMinimized, parts, createdAt }, index) => {
      if (isMinimized) return false;
      const waiting = parts.flatMap((part) => open(part, createdAt));
      const newer = [
        ...sent
          .slice(index + 1)
          .flatMap((other) => other.parts.flatMap((part) => open(part, other.createdAt))),
        ...planned.flatMap((part) => turns.filter((turn) => nameTurn(turn) === part.turn)),
      ];
      return waiting.every((turn) => newer.includes(turn));
    })
    .map(({ id }) => id);
}

import type { Turn } from "../verdict.ts";
import type { SentReminder } from "./find-sent.ts";
import { nameTurn, type ReminderPart } from "./reminder-marker.ts";

/**
 * Our reminders that have done their work, as GraphQL ids to minimise: none of their turns is open any more, or a newer
 * reminder (the one that is about to be sent, `planned`, is the newest) speaks for all that are, so that at most one stands.
 */
export function findFinished(sent: SentReminder[], planned: ReminderPart[], turns: Turn[]): string[] {
  const open = new Set(turns.map(nameTurn));
  return sent
    .filter(({ isMinimized, parts }, index) => {
      if (isMinimized) return false;
      const waiting = parts.filter(({ turn }) => open.has(turn));
      const newer = [...sent.slice(index + 1).flatMap((other) => other.parts), ...planned];
      return waiting.every((part) => newer.some(({ turn }) => turn === part.turn));
    })
    .map(({ id }) => id);
}

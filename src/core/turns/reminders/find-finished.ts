import type { Turn } from "../verdict.ts";
import type { SentReminder } from "./find-sent.ts";
import { nameTurn } from "./reminder-marker.ts";

/**
 * Our reminders that have done their work, as GraphQL ids to minimise: none of their turns is open any more, or a newer
 * reminder speaks for all that are, so that at most one stands.
 */
export function findFinished(sent: SentReminder[], turns: Turn[]): string[] {
  const open = new Set(turns.map(nameTurn));
  return sent
    .filter(({ isMinimized, parts }, index) => {
      if (isMinimized) return false;
      const waiting = parts.filter(({ turn }) => open.has(turn));
      const newer = sent.slice(index + 1).flatMap((other) => other.parts);
      return waiting.every((part) => newer.some(({ turn }) => turn === part.turn));
    })
    .map(({ id }) => id);
}

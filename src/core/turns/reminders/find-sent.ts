import type { Instant, PullRequest } from "../../pull-request.ts";
import { parseReminderMarker, type ReminderPart } from "./reminder-marker.ts";

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

/** The newest step of a turn that was sent, and when; null when none was. */
export function findNewestStep(sent: SentReminder[], turn: string): { step: number; at: Instant } | null {
  const steps = sent.flatMap(({ parts, createdAt }) =>
    parts.filter((part) => part.turn === turn).map(({ step }) => ({ step, at: createdAt })),
  );
  return steps.sort((a, b) => a.step - b.step).at(-1) ?? null;
}

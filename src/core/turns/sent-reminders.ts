import { parseKeyMarker } from "../marker.ts";
import type { Instant, PullRequest } from "../pull-request.ts";
import type { Turn } from "./turns.ts";

/** One turn in a reminder: whose, what began it, and the step. */
interface ReminderPart {
  /** `<role>:<login>@<id>`. The old form has the turn's start, an instant, instead of the id. */
  turn: string;
  /** From 1. */
  step: number;
}

/**
 * A turn's identity. It comes from GitHub's record alone, so it survives the loss of the database, and it
 * contains no instant.
 */
export function nameTurn({ role, login, id }: Pick<Turn, "role" | "login" | "id">): string {
  return `${role}:${login}@${id}`;
}

/**
 * Was this part, sent at that instant, about this turn? By its name; or, when the name's id is gone or the
 * name has the old form, because it reminded the same person of the same thing since the turn began.
 */
function isForTurn(part: ReminderPart, sentAt: Instant, turn: Turn): boolean {
  const told = part.turn.toLowerCase();
  const isNamed = told === nameTurn(turn).toLowerCase();
  return isNamed || (told.startsWith(`${turn.role}:${turn.login}@`.toLowerCase()) && sentAt >= turn.since);
}

/** The parts as one word: `reviewer:bob@RRE_kwDO1#1,reviewer:acme/web@RRE_kwDO2#1`. */
export function renderReminderKey(parts: ReminderPart[]): string {
  return parts.map(({ turn, step }) => `${turn}#${step}`).join(",");
}

/** The parts of a reminder's marker; null when the body has none. */
export function parseReminderMarker(body: string): ReminderPart[] | null {
  const key = parseKeyMarker(body, "reminder");
  if (key === null) return null;
  const parts = key.split(",").flatMap((part) => {
    const [match, turn = "", step] = /^(.+)#(\d{1,3})$/.exec(part) ?? [];
    return match === undefined ? [] : [{ turn, step: Number(step) }];
  });
  return parts.length === 0 ? null : parts;
}

/** A reminder on GitHub: by our account and with our marker. */
export interface SentReminder {
  /** GraphQL id of the comment. */
  id: string;
  createdAt: Instant;
  isMinimized: boolean;
  parts: ReminderPart[];
}

/** Our reminders, oldest first. Other people's comments never count, whatever they contain. */
export function listSent({ comments }: PullRequest): SentReminder[] {
  return comments.flatMap(({ id, isOurs, body, createdAt, isMinimized }) => {
    const parts = isOurs ? parseReminderMarker(body) : null;
    return parts === null ? [] : [{ id, createdAt, isMinimized, parts }];
  });
}

/** What was sent for a turn. */
interface Told {
  /** The newest step; 0 when there is none. */
  step: number;
  /** When it was sent; null when there is none. */
  at: Instant | null;
  /** The newest step sent before the current clock started. */
  stepsBeforeStart: number;
}

/** How far the reminders of a turn have come. */
export function findTold(sent: SentReminder[], turn: Turn): Told {
  const told: Told = { step: 0, at: null, stepsBeforeStart: 0 };
  for (const { parts, createdAt } of sent) {
    for (const part of parts.filter((one) => isForTurn(one, createdAt, turn))) {
      if (part.step >= told.step) Object.assign(told, { step: part.step, at: createdAt });
      if (createdAt < turn.start) told.stepsBeforeStart = Math.max(told.stepsBeforeStart, part.step);
    }
  }
  return told;
}

/**
 * GraphQL ids of our reminders to minimise: none of their turns is open any more, or a newer reminder covers
 * all that are. The newest is the one about to be sent (`planned`), so at most one stays visible.
 */
export function listFinished(sent: SentReminder[], planned: ReminderPart[], turns: Turn[]): string[] {
  const open = (part: ReminderPart, sentAt: Instant) => turns.filter((turn) => isForTurn(part, sentAt, turn));
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

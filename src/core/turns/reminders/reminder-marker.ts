import type { Instant } from "../../pull-request.ts";
import type { Turn } from "../verdict.ts";

/** One turn in a reminder: whose, by what it began, and the how-manieth reminder of it. */
export interface ReminderPart {
  /** `<role>:<login>@<id>`; of an old form with the instant at which the turn began for the id. */
  turn: string;
  /** From 1. */
  step: number;
}

/** A turn's identity. It comes from GitHub's record alone, so that it survives the loss of the database, and holds no instant. */
export function nameTurn({ role, login, id }: Pick<Turn, "role" | "login" | "id">): string {
  return `${role}:${login}@${id}`;
}

/**
 * Was that part, sent at that instant, about this turn? By its name; or, when what it was called after is gone or has the old
 * form, because it reminded the same person of the same thing since the turn began.
 */
export function isAbout(part: ReminderPart, sentAt: Instant, turn: Turn): boolean {
  const [name, told] = [nameTurn(turn), part.turn].map((one) => one.toLowerCase()) as [string, string];
  return (
    told === name || (told.startsWith(`${turn.role}:${turn.login}@`.toLowerCase()) && sentAt >= turn.since)
  );
}

/** The parts as one word: `reviewer:bob@RRE_kwDO1#1,reviewer:acme/web@RRE_kwDO2#1`. */
export function renderReminderKey(parts: ReminderPart[]): string {
  return parts.map(({ turn, step }) => `${turn}#${step}`).join(",");
}

/** The last line of a reminder. It says nothing to readers and everything to us; only comments that are ours are read for it. */
export function renderReminderMarker(key: string): string {
  return `<!-- async-review:reminder ${key} -->`;
}

const marker = /^<!-- async-review:reminder (\S+) -->\s*$/gm;

/** The parts of a reminder's marker; null when the body has none. */
export function parseReminderMarker(body: string): ReminderPart[] | null {
  const key = [...body.matchAll(marker)].at(-1)?.[1];
  if (key === undefined) return null;
  const parts = key.split(",").flatMap((part) => {
    const match = /^(.+)#(\d{1,3})$/.exec(part);
    return match === null ? [] : [{ turn: match[1]!, step: Number(match[2]) }];
  });
  return parts.length === 0 ? null : parts;
}

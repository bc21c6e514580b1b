import type { Instant } from "../../pull-request.ts";
import type { Turn } from "../verdict.ts";

/** One turn in a reminder: whose, since which start, and the how-manieth reminder of it. */
export interface ReminderPart {
  /** `<role>:<login>@<start>`. */
  turn: string;
  /** From 1. */
  step: number;
}

/** A turn's identity. It comes from GitHub's record alone, so that it survives the loss of the database. */
export function nameTurn({ role, login, start }: Pick<Turn, "role" | "login"> & { start: Instant }): string {
  return `${role}:${login}@${start}`;
}

/** The parts as one word: `reviewer:bob@2026-11-24T14:00:00Z#1,reviewer:acme/web@2026-11-24T14:00:00Z#1`. */
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

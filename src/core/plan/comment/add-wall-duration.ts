import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../pull-request.ts";

const units = { minute: "minutes", hour: "hours", day: "days" } as const;

/** An instant plus `<n> minutes|hours|days` of wall time (a day is 24 hours here). */
export function addWallDuration(from: Instant, duration: string): Instant {
  const match = /^(\d+) (?:business )?(minute|hour|day)s?$/.exec(duration);
  if (!match) return from;
  const amount = Number(match[1]);
  const unit = units[match[2] as keyof typeof units];
  const hours = unit === "days" ? { hours: amount * 24 } : { [unit]: amount };
  return Temporal.Instant.from(from).add(hours).toString();
}

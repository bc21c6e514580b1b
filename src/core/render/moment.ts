import { Temporal } from "temporal-polyfill";
import type { Instant } from "../pull-request.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const twoDigits = (value: number) => String(value).padStart(2, "0");

/**
 * `Tuesday 24 November, 15:00 (UTC+1)`: an instant on the clock of that zone. The zone's name is not printed, because it may come from
 * `turns.people`, which never is.
 */
export function renderMoment(instant: Instant, timeZone: string): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const offset = moment.offset.replace(/^([+-])0?(\d+):00$/, "$1$2").replace(/^([+-])0(\d)/, "$1$2");
  const zone = moment.offsetNanoseconds === 0 ? "UTC" : `UTC${offset}`;
  const day = `${weekdays[moment.dayOfWeek - 1]} ${moment.day} ${months[moment.month - 1]}`;
  return `${day}, ${twoDigits(moment.hour)}:${twoDigits(moment.minute)} (${zone})`;
}

/** `Thursday 3 December`. */
export function renderDate(date: string): string {
  const { dayOfWeek, day, month } = Temporal.PlainDate.from(date);
  return `${weekdays[dayOfWeek - 1]} ${day} ${months[month - 1]}`;
}

/** `2026-11-22 09:26 UTC`: absolute, so that the same state renders the same text at any time. */
export function renderInstant(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

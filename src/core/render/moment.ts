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
 * `Tuesday 24 November, 15:00 (UTC+1)`: an instant on the clock of that zone. The zone's name is not printed,
 * because it may come from `turns.people`, which never is.
 */
export function renderMoment(instant: Instant, timeZone: string): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const day = `${weekdays[moment.dayOfWeek - 1]} ${moment.day} ${months[moment.month - 1]}`;
  return `${day}, ${renderTime(moment)} (${renderOffset(moment)})`;
}

const renderTime = ({ hour, minute }: Temporal.ZonedDateTime) => `${twoDigits(hour)}:${twoDigits(minute)}`;

/** `UTC`, `UTC+1`, `UTC-3:30`. */
function renderOffset({ offset, offsetNanoseconds }: Temporal.ZonedDateTime): string {
  const short = offset.replace(/^([+-])0?(\d+):00$/, "$1$2").replace(/^([+-])0(\d)/, "$1$2");
  return offsetNanoseconds === 0 ? "UTC" : `UTC${short}`;
}

/** `Thursday 3 December`. */
export function renderDate(date: string): string {
  const { dayOfWeek, day, month } = Temporal.PlainDate.from(date);
  return `${weekdays[dayOfWeek - 1]} ${day} ${months[month - 1]}`;
}

/**
 * `2026-11-22 10:26 UTC+1`, on the clock of that zone: absolute, so that the same state renders the same text
 * at any time.
 */
export function renderInstant(instant: Instant, timeZone: string): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${moment.toPlainDate()} ${renderTime(moment)} ${renderOffset(moment)}`;
}

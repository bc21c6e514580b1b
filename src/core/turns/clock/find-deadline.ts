import { createCalendar } from "../../calendar/calendar.ts";
import { parseDate } from "../../calendar/parse-date.ts";
import type { TurnsInput } from "../turns-input.ts";
import { resolveDate } from "./resolve-span.ts";

const byWhen =
  /\bby (?:the end of |end of )?(\d{4}-\d{2}-\d{2}|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)\b/gi;

/**
 * The date by which the author would like the review: the newest `/async due`, else "by Thursday" (or a date) in the review focus,
 * counted from when the description was last written. Null when neither says one.
 */
export function findDeadline({
  commands,
  reviewFocus,
  pullRequest,
  turns,
}: Pick<TurnsInput, "commands" | "reviewFocus" | "pullRequest" | "turns">): string | null {
  const { due } = commands;
  if (due !== null) return resolveDate(due.span, due.at, createCalendar(turns.hours));
  const writtenAt = pullRequest.lastEditedAt ?? pullRequest.createdAt;
  // Long texts are not deadlines; the pattern is linear, and this keeps it cheap as well.
  for (const match of (reviewFocus ?? "").slice(0, 5000).matchAll(byWhen)) {
    const date = parseDate(match[1]!, writtenAt, turns.hours.time_zone ?? "UTC");
    if (date !== null) return date;
  }
  return null;
}

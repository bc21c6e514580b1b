import { Temporal } from "temporal-polyfill";
import type { Write } from "../core/planned.ts";
import type { Instant } from "../core/pull-request.ts";
import type { PullRequestSubject } from "./ports.ts";

/** The most reminders in a span, so that an outage isn't followed by a flood of them. */
const maxReminders = 30;
const span = { minutes: 10 };

export interface ReminderBudget {
  /**
   * The writes that may be sent now, and when to come back for a reminder that may not; null when all may.
   */
  limit(
    subject: PullRequestSubject,
    writes: Write[],
    now: Instant,
  ): { writes: Write[]; again: Instant | null };
  /**
   * The reminder that `limit` allowed was not sent. Releases its slot and puts the pull request first in
   * line, due at `now`.
   */
  giveBack(subject: PullRequestSubject, now: Instant): void;
}

/** One installation's queue. */
interface ReminderLine {
  /** When the last reminders were sent, oldest first. */
  sent: Instant[];
  /** When each postponed reminder may be sent, by pull request, in the order in which they were postponed. */
  places: Map<string, Instant>;
}

/**
 * At most thirty reminders of an installation in ten minutes. A postponed reminder keeps its place in line:
 * no later one takes it, and its pull request is not looked at before. The line is in the order of the calls,
 * which is the order of due times, because the queue hands out the oldest first. It is kept in this process;
 * GitHub's own limits, which the client respects, are the backstop.
 */
export function createReminderBudget(): ReminderBudget {
  const lines = new Map<number, ReminderLine>();
  const nameOf = ({ repository, number }: PullRequestSubject) => `${repository.id}#${number}`;
  return {
    limit(subject, writes, now) {
      if (!writes.some(isReminder)) return { writes, again: null };
      const line = refresh(lines.get(subject.installationId), now);
      lines.set(subject.installationId, line);
      const who = nameOf(subject);
      const again = findPlace(line, who, now);
      if (again !== null) {
        line.places.set(who, again);
        return { writes: writes.filter((write) => !isReminder(write)), again };
      }
      line.places.delete(who);
      line.sent.push(now);
      return { writes, again: null };
    },
    giveBack(subject, now) {
      const line = lines.get(subject.installationId);
      line?.sent.pop();
      line?.places.set(nameOf(subject), now);
    },
  };
}

/** When this pull request's reminder may be sent; null for now. */
function findPlace({ sent, places }: ReminderLine, who: string, now: Instant): Instant | null {
  const own = places.get(who);
  if (own !== undefined && own > now) return own;
  const others = [...places].flatMap(([other, at]) => (other === who ? [] : at));
  const ahead = own === undefined ? others : others.filter((at) => at < own);
  // Each reminder sent or promised frees its slot after the span, so this one waits for the thirtieth from
  // the end.
  const before = [...sent, ...ahead].sort().at(-maxReminders);
  const free = before === undefined ? now : addSpan(before);
  return free > now ? free : null;
}

/**
 * Drops expired entries. A place that wasn't claimed for a whole span is free again: its reminder is no
 * longer wanted.
 */
function refresh(line: ReminderLine | undefined, now: Instant): ReminderLine {
  const over = Temporal.Instant.from(now).subtract(span).toString();
  const sent = (line?.sent ?? []).filter((at) => at > over);
  const places = [...(line?.places ?? [])].filter(([, at]) => at > over);
  return { sent, places: new Map(places) };
}

function addSpan(at: Instant): Instant {
  return Temporal.Instant.from(at).add(span).toString();
}

type CreateComment = Extract<Write, { type: "create_comment" }>;

/** True for a comment that is a reminder. */
export function isReminder(write: Write): write is CreateComment {
  return write.type === "create_comment" && write.key.startsWith("reminder:");
}

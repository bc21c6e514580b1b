import { compareInstants } from "../calendar/instant.ts";
import type { BackAndForth } from "../conversation/evaluate-thread.ts";
import type { PlannedReply } from "../planned.ts";
import { quoteCode, quoteHarmlessly, quoteMessage } from "../text/quote-text.ts";
import { isNotice } from "../turns/decide-reminder.ts";
import type { Turn } from "../turns/turns.ts";
import { countAsks, groupByText, timesOf } from "./turn-line.ts";
import type { Words } from "./words/words.ts";

interface ReminderText {
  /** Who is mentioned, each with a turn of their own. */
  turns: Turn[];
  reviewFocus: string | null;
  /** The date that the author asked for; null when none. */
  deadline: string | null;
  /** Logins or teams to mention once; empty unless this is the last reminder. */
  escalate: string[];
  timeZone: string;
}

/**
 * A reminder's text, without its marker: who and since when, what helps to act at once, and how to make it
 * stop.
 */
export function renderReminder(text: ReminderText, words: Words): string {
  const { turns } = text;
  return [
    renderTurns(turns, words),
    ...renderReviewers(text, words),
    ...(turns.some(({ role }) => role === "author") ? [words.reminders.update] : []),
    ...renderWayOut(turns, words),
    ...renderEscalation(text, words),
  ].join("\n\n");
}

/** The hint in a thread that goes back and forth: once per thread, so its key is the thread's id. */
export function renderBackAndForthReply(
  { threadId, inReplyTo, trips }: BackAndForth,
  { reminders }: Words,
): PlannedReply {
  return { inReplyTo, key: `back-and-forth:${threadId}`, body: reminders.backAndForth(trips) };
}

/** Lines of the review focus to quote first: they say what kind of feedback is wanted. */
const feedback =
  /\bfeedback\b|\barchite[ck]tur|\bcorrectness\b|\bkorrekt|\bnaming\b|\bbenennung|\bdesign\b|\bsecurity\b|\bsicherheit|\bperformance\b|\breadab|\blesbar|\btests?\b|\?/i;

/** One line for people with the same turn. */
function renderTurn(turn: Turn, who: string[], { reminders, moment }: Words): string {
  const { role, why, coverFor, isTeam, since, calendar } = turn;
  const said = { who, ...timesOf(turn) };
  if (why.type === "conflict")
    return reminders.conflict({
      who,
      base: quoteCode(why.base),
      reviewer: `\`${why.reviewer}\``,
    });
  if (why.type === "queue") {
    const told = { who, at: moment(since, calendar.timeZone) };
    if (why.known !== null) return reminders.queueBecause({ ...told, reason: why.known });
    if (why.text === "") return reminders.queue(told);
    // Our own sentence adds the full stop.
    return reminders.queueSays({ ...told, text: quoteMessage(why.text.replace(/[.\s]+$/, ""), 200) });
  }
  if (role === "author") {
    const asks = why.type === "asked" ? countAsks(why) : null;
    return asks === null ? reminders.author(said) : reminders.authorAsked({ ...said, asks });
  }
  if (role === "merger") return reminders.merger(said);
  if (role === "blocker" && why.type === "blocker")
    return reminders.blocker({ ...said, author: `\`${why.author}\`` });
  if (coverFor !== null) return reminders.cover({ ...said, coverFor: `\`${coverFor}\`` });
  if (why.type === "answered") return reminders.reviewerAnswered(said);
  if (why.type === "dismissed") return reminders.reviewerDismissed(said);
  return isTeam ? reminders.team(said) : reminders.reviewer(said);
}

/** One thought a line: who, what, since when, and when it is due. */
function renderTurns(turns: readonly Turn[], words: Words): string {
  return groupByText(turns, (turn) => renderTurn(turn, [], words))
    .map((members) =>
      renderTurn(
        members[0],
        members.map(({ login }) => `@${login}`),
        words,
      ),
    )
    .join("\n");
}

function renderReviewers({ turns, reviewFocus, deadline }: ReminderText, { reminders }: Words): string[] {
  if (!turns.some(({ role }) => role === "reviewer")) return [];
  const quote = quoteHarmlessly(reviewFocus, feedback);
  return [
    ...(quote === null ? [] : [`${reminders.focus}\n${quote}`]),
    ...(deadline === null ? [] : [reminders.wantedBy(deadline)]),
  ];
}

function renderEscalation({ escalate, turns, timeZone }: ReminderText, words: Words): string[] {
  const [first] = turns.toSorted((left, right) => compareInstants(left.since, right.since));
  if (escalate.length === 0 || first === undefined) return [];
  const who = escalate.map((name) => `@${name.replace(/^@/, "")}`).join(", ");
  const say = first.role === "reviewer" ? words.reminders.escalation : words.reminders.stalled;
  return [say({ who, since: words.moment(first.since, timeZone) })];
}

function renderWayOut(turns: Turn[], { reminders }: Words): string[] {
  if (turns.every(isNotice)) return [];
  return [turns.some(({ role }) => role === "reviewer") ? reminders.snoozeOrHandOn : reminders.snooze];
}

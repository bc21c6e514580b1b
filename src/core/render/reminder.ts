import type { Instant } from "../pull-request.ts";
import { renderDate, renderMoment } from "./moment.ts";
import { groupByText, joinWords } from "./words.ts";
import { renderOpenAsks } from "./turn-line.ts";
import type { Turn } from "../turns/verdict.ts";
import { isNotice } from "../turns/reminders/decide-reminder.ts";
import { quoteHarmlessly, quoteMessage, quoteText } from "../text/quote-text.ts";

export interface ReminderText {
  /** Who is mentioned, each with a turn of their own. */
  turns: Turn[];
  reviewFocus: string | null;
  /** The date that the author asked for; null when none. */
  deadline: string | null;
  /** Logins or teams to mention once; empty unless this is the last reminder. */
  escalate: string[];
  timeZone: string;
}

/** What a reviewer needs first: the kind of feedback that is wanted. */
const feedback =
  /\bfeedback\b|\barchitectur|\bcorrectness\b|\bnaming\b|\bdesign\b|\bsecurity\b|\bperformance\b|\breadab|\btests?\b|\?/i;

const show = (at: Instant, { calendar }: Turn) => renderMoment(at, calendar.timeZone);

function renderReviewer(turn: Turn): string {
  const asks = {
    answered: "your threads are answered, and this has been waiting for you",
    dismissed: "your review was dismissed, and this has been waiting for a new one",
  };
  const { type } = turn.why;
  const plain = turn.isTeam
    ? "this has been waiting for a review by one of you"
    : turn.coverFor === null
      ? "this has been waiting for your review"
      : `this has been waiting for a review that was asked of \`${turn.coverFor}\`, and you cover`;
  return turn.coverFor === null && (type === "answered" || type === "dismissed") ? asks[type] : plain;
}

function renderAuthor({ why }: Turn): string {
  const asks = why.type === "asked" ? renderOpenAsks(why) : null;
  if (asks === null) return "this has been waiting for you";
  return `${asks.text} ${asks.count === 1 ? "has" : "have"} been waiting for you`;
}

function renderWhat(turn: Turn): string {
  if (turn.role === "author") return renderAuthor(turn);
  if (turn.role === "merger") return "this is approved, and has been yours to merge";
  if (turn.role === "blocker" && turn.why.type === "blocker")
    return `\`${turn.why.author}\` has been waiting for you`;
  return renderReviewer(turn);
}

/** What the author is told once: what happened, and what helps. */
function renderNotice({ why, since, calendar }: Turn): string | null {
  if (why.type === "conflict")
    return `this conflicts with \`${quoteText(why.base)}\`, and \`${why.reviewer}\` can't review it until that is solved. Merge the base or rebase.`;
  if (why.type !== "queue") return null;
  const reason = why.reason === "" ? "" : ` GitHub says: ${quoteMessage(why.reason, 200)}.`;
  return `the merge queue removed this on ${renderMoment(since, calendar.timeZone)}.${reason} Queue it again once that is solved.`;
}

function renderTurn(turn: Turn): string {
  const notice = renderNotice(turn);
  if (notice !== null) return notice;
  const due = turn.due === null ? "" : `, due ${show(turn.due, turn)}`;
  return `${renderWhat(turn)} since ${show(turn.since, turn)}${due}.`;
}

/**
 * One thought a line: who, what, since when, and when it is due; people of whom the same is to be said share
 * it.
 */
function renderTurns(turns: readonly Turn[]): string {
  return groupByText(turns, renderTurn)
    .map(({ text, members }) => `${joinWords(members.map(({ login }) => `@${login}`))}, ${text}`)
    .join("\n");
}

function renderReviewers({ turns, reviewFocus, deadline }: ReminderText): string[] {
  if (!turns.some(({ role }) => role === "reviewer")) return [];
  const quote = quoteHarmlessly(reviewFocus, feedback);
  return [
    ...(quote === null ? [] : [`The author asks you to look at:\n${quote}`]),
    ...(deadline === null ? [] : [`The author would like it by ${renderDate(deadline)}.`]),
  ];
}

function renderEscalation({ escalate, turns, timeZone }: ReminderText): string[] {
  const first = turns.toSorted((a, b) => (a.since < b.since ? -1 : 1))[0];
  if (escalate.length === 0 || first === undefined) return [];
  const who = escalate.map((name) => `@${name.replace(/^@/, "")}`).join(", ");
  const since = renderMoment(first.since, timeZone);
  return first.role === "reviewer"
    ? [`${who}, nobody has been able to look at this since ${since}. Who can take it?`]
    : [`${who}, this has been stalled since ${since}. Who can help?`];
}

function renderWayOut(turns: Turn[]): string {
  if (turns.every(isNotice)) return "";
  const canHandOn = turns.some(({ role }) => role === "reviewer");
  return `No time today? \`/async snooze 1 day\`${canHandOn ? ", or hand it on" : ""}.`;
}

/**
 * A reminder's text, without its marker: who and since when, what helps to act at once, and how to make it
 * stop.
 */
export function renderReminder(text: ReminderText): string {
  const { turns } = text;
  const update = turns.some(({ role }) => role === "author")
    ? [
        "If the work is still under way, a short update lets everybody move on. `Status:` current state · progress · risk or blocker · next step · what you need.",
      ]
    : [];
  return [
    renderTurns(turns),
    ...renderReviewers(text),
    ...update,
    renderWayOut(turns),
    ...renderEscalation(text),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

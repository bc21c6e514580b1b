import type { Kind } from "../config/schema/review-schema.ts";
import { groupByText, joinWords } from "./words.ts";
import type { Nobody, Turn, TurnReason, TurnsVerdict } from "../turns/verdict.ts";
import { quoteHarmlessly, quoteMessage } from "../text/quote-text.ts";
import { renderDate, renderMoment } from "./moment.ts";

function renderWho({ login, coverFor, isAway, why }: Turn): string {
  const asks = why.type === "asked" ? renderOpenAsks(why) : null;
  const notes = [
    ...(coverFor === null ? [] : [`for \`${coverFor}\``]),
    ...(isAway ? ["away, and nobody covers"] : []),
    ...(asks === null ? [] : [asks.text]),
    ...(why.type === "queue" && why.reason !== "" ? [quoteMessage(why.reason, 100)] : []),
  ];
  return [`\`${login}\``, ...notes.map((note) => `(${note})`)].join(" ");
}

const roles: Record<Turn["role"], string> = {
  reviewer: "to review",
  author: "to answer",
  blocker: "to unblock the author",
  merger: "to merge",
  queue: "to see why the merge queue removed it",
  conflict: "to resolve the conflict",
};

function renderWhat(turn: Turn): string {
  const zone = turn.calendar.timeZone;
  const due = turn.due === null ? "" : `, due ${renderMoment(turn.due, zone)}`;
  const snoozed =
    turn.snoozedUntil === null ? "" : `, snoozed until ${renderMoment(turn.snoozedUntil, zone)}`;
  return `${roles[turn.role]}, since ${renderMoment(turn.since, zone)}${due}${snoozed}`;
}

/** People of whom the same is to be said are named together. */
function renderTurns(turns: readonly Turn[]): string {
  return groupByText(turns, renderWhat)
    .map(({ text, members }) => `${joinWords(members.map(renderWho))} ${text}`)
    .join("; ");
}

const list = (logins: readonly string[]) => joinWords(logins.map((login) => `\`${login}\``));

/** Why nobody has a turn, and what would change it. */
function renderNobody(nobody: Nobody, since: string): string {
  switch (nobody.type) {
    case "closed":
      return `Closed since ${since}: nobody's turn. Reopening it starts the turns again.`;
    case "merged":
      return `Merged since ${since}: nobody's turn.`;
    case "draft":
      return `Draft since ${since}: nobody's turn. They start when it is ready for review.`;
    case "approved":
      return `Approved since ${since}: nobody's turn. Merge it, or ask somebody again.`;
    case "queued":
      return `Approved since ${since}: nobody's turn. It waits in the merge queue.`;
    case "bot":
      return `Waiting for a bot (\`${nobody.login}\`) since ${since}. Assign somebody who can push, and it's their turn.`;
    case "bots asked":
      return `Only ${list(nobody.logins)} was asked to review, since ${since}. Ask a person, and it's their turn.`;
    case "nobody asked":
      return `Nobody has been asked to review since ${since}. Request a review, and it's that person's turn.`;
    case "answered":
      return nobody.isUnderRule
        ? `Nobody's turn since ${since}: everybody who was asked has answered, and the branch needs another approval. Request one.`
        : `Nobody's turn since ${since}: everybody who was asked has answered, and nobody who can push has approved. Ask again.`;
  }
}

/**
 * One line for the review check and the sticky comment: whose turn, since when, due when, on that person's
 * clock; or why it is nobody's and what would change that. It holds absolute instants only, so the same state
 * always reads the same; nobody is mentioned by it. "" when turns are off.
 */
export function renderTurnLine(verdict: TurnsVerdict): string {
  if (verdict.nobody !== null)
    return renderNobody(verdict.nobody, renderMoment(verdict.since, verdict.timeZone));
  if (verdict.state === "off") return "";
  const deadline = verdict.deadline === null ? "" : ` Wanted by ${renderDate(verdict.deadline)}.`;
  return `Waiting for ${renderTurns(verdict.turns)}.${deadline}`;
}

/**
 * The author's newest status update for the sticky comment: when, a link, and the text as a harmless quote.
 * "" when there is none.
 */
export function renderStatus({ status, timeZone }: Pick<TurnsVerdict, "status" | "timeZone">): string {
  const quote = quoteHarmlessly(status?.text ?? null);
  if (status === null || quote === null) return "";
  return `[Status](${status.url}) by the author, ${renderMoment(status.at, timeZone)}:\n${quote}`;
}

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const names: Partial<Record<Kind, string>> = {
  blocking: "blocking comment",
  question: "question",
  suggestion: "suggestion",
};
const order = ["question", "blocking comment", "suggestion", "comment"];

/**
 * What an author is asked, as the subject of a sentence: `two questions and one blocking comment`, `the
 * changes that bob requested`. `count` says whether the verb is plural. Null when there is nothing to count.
 */
export function renderOpenAsks(
  reason: Extract<TurnReason, { type: "asked" }>,
): { text: string; count: number } | null {
  const items = order.flatMap((name) => {
    const count = reason.kinds.filter((kind) => ((kind && names[kind]) || "comment") === name).length;
    return count === 0 ? [] : [`${words[count] ?? count} ${name}${count === 1 ? "" : "s"}`];
  });
  const people = reason.changesRequestedBy.map((login) => `\`${login}\``);
  if (people.length > 0) items.push(`the changes that ${joinWords(people)} requested`);
  if (items.length === 0) return null;
  const count = reason.kinds.length + 2 * people.length;
  return { text: joinWords(items), count };
}

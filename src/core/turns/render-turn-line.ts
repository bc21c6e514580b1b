import { joinWords } from "../render/words.ts";
import { groupByText } from "./group-by-text.ts";
import { renderOpenAsks } from "./render-open-asks.ts";
import { renderDate, renderMoment } from "./render-moment.ts";
import type { Turn, TurnsVerdict } from "./verdict.ts";

function renderWho({ login, coverFor, why }: Turn): string {
  const asks = why.type === "asked" ? renderOpenAsks(why) : null;
  const who = coverFor === null ? `\`${login}\`` : `\`${login}\` (for \`${coverFor}\`)`;
  return asks === null ? who : `${who} (${asks.text})`;
}

const roles: Record<Turn["role"], string> = {
  reviewer: "to review",
  author: "to answer",
  blocker: "to unblock the author",
  merger: "to merge",
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

/**
 * One line for the review check and the sticky comment: whose turn, since when, due when, on that person's clock. It holds absolute
 * instants only, so the same state always reads the same; nobody is mentioned by it. "" when turns are off.
 */
export function renderTurnLine(verdict: TurnsVerdict): string {
  const since = renderMoment(verdict.since, verdict.timeZone);
  switch (verdict.state) {
    case "off":
      return "";
    case "closed":
      return `Closed since ${since}: nobody's turn.`;
    case "draft":
      return `Draft since ${since}: nobody's turn.`;
    case "approved":
      return `Approved since ${since}: nobody's turn.`;
    case "idle":
      return `Nobody's turn since ${since}: what is open waits for a bot.`;
    case "unassigned":
      return `Nobody has been asked to review since ${since}.`;
    case "waiting": {
      const deadline = verdict.deadline === null ? "" : ` Wanted by ${renderDate(verdict.deadline)}.`;
      return `Waiting for ${renderTurns(verdict.turns)}.${deadline}`;
    }
  }
}

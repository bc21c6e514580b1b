import type { Facts } from "../plan/facts.ts";
import type { ConversationJudgement } from "../plan/judge/judge-conversation.ts";
import { decideReminder } from "../turns/reminders/decide-reminder.ts";
import { findSent } from "../turns/reminders/sent-reminders.ts";
import { english } from "../render/words/en/index.ts";
import { renderTurnLine } from "../render/turn-line.ts";
import type { Turn, TurnReason } from "../turns/turns.ts";

/** Whose turn it is and why, with what the next reminder waits for: a line each. */
export function explainTurns(facts: Facts, { turns }: ConversationJudgement): string[] {
  if (turns.state === "off") {
    return [
      facts.effective.hasFile
        ? "off, because turns.hours.time_zone is not set"
        : "off, because there is no config file",
    ];
  }
  const all = turns.merge === null ? turns.turns : [...turns.turns, turns.merge];
  return [renderTurnLine(turns, english), ...all.map((turn) => explainTurn(turn, facts))];
}

function explainTurn(turn: Turn, facts: Facts): string {
  const { login, why, target, due } = turn;
  const length =
    due === null
      ? "never due, because the calendar has no such hours"
      : target === null
        ? "due on the date that the author gave"
        : `target ${target}`;
  return `${login}: ${describeReason(why)}; ${length}; ${describeReminder(turn, facts)}`;
}

function describeReason(why: TurnReason): string {
  switch (why.type) {
    case "requested":
      return "the review was requested";
    case "ready":
      return "the author says that it is ready";
    case "answered":
      return "the author has answered all that was asked";
    case "dismissed":
      return "the review was dismissed";
    case "reopened":
      return "the pull request was reopened";
    case "asked":
      return describeAsked(why);
    case "waiting":
      return "`/async waiting` was given";
    case "blocker":
      return `${why.author}'s status update names this person as the blocker`;
    case "queue":
      return "the merge queue put it out";
    case "conflict":
      return `it conflicts with its base, and ${why.reviewer} cannot go on`;
    case "approved":
      return "it is approved, and merging is the author's";
  }
}

function describeAsked({ kinds, changesRequestedBy }: Extract<TurnReason, { type: "asked" }>): string {
  const threads = kinds.map((kind) => kind ?? "no kind").join(", ");
  return [
    ...(kinds.length === 0 ? [] : [`open threads ask (${threads})`]),
    ...(changesRequestedBy.length === 0 ? [] : [`changes are requested by ${changesRequestedBy.join(", ")}`]),
  ].join(" and ");
}

function describeReminder(turn: Turn, { observation, effective, now }: Facts): string {
  const { turns } = effective.config;
  const { pullRequest, ownLogin } = observation;
  const decision = decideReminder(turn, findSent(pullRequest), { pullRequest, turns, now, ownLogin });
  if (decision.type === "send") return `reminder ${decision.step} of ${turns.remind.at_most} is due`;
  if (decision.type === "later") return `no reminder before ${decision.at}`;
  return turns.remind.at_most === 0 ? "no reminder, because remind.at_most is 0" : "no more reminders";
}

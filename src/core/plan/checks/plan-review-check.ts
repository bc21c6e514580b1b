import { createCalendar } from "../../calendar/calendar.ts";
import { findEnforcement } from "../../config/effective.ts";
import type { PlannedCheckRun } from "../../planned.ts";
import { renderDecisionLog } from "../../render/decisions.ts";
import { renderExplanation } from "../../render/explanation.ts";
import { joinParagraphs } from "../../render/markdown.ts";
import { renderCommandList, renderReviewCheck } from "../../render/review-check.ts";
import { renderRounds, renderTurnLine } from "../../render/turn-line.ts";
import { measureRounds } from "../../turns/record/rounds.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";
import { concludeHeld, findRerun, planCheckRun } from "./plan-check-run.ts";

/** The review check run, always complete; null without a config file, or when the config switches it off. */
export function planReviewCheck(facts: Facts, conversation: ConversationJudgement): PlannedCheckRun | null {
  const { effective, observation } = facts;
  const { language, checks, comment, review } = effective.config;
  const name = checks.review;
  if (!effective.hasFile || name === false) return null;
  const force = findRerun(facts, conversation);
  const enforcement = findEnforcement(effective, observation.pullRequest.createdAt);
  // What could not be read may hold anything, so it counts as a blocking thread would.
  if (facts.gaveUp?.conversation !== undefined)
    return planCheckRun(
      language,
      ({ review: { unreadTitle: title, unread: summary } }) => ({
        name,
        conclusion: concludeHeld(true, enforcement),
        title,
        summary,
      }),
      force,
    );
  const { commands, verdict, turns, pullRequest } = conversation;
  const conclusion = concludeHeld(verdict.isHeld, enforcement);
  const calendar = turns.state === "off" ? null : createCalendar(effective.config.turns.hours);
  const rounds = calendar === null ? [] : measureRounds(pullRequest, facts.now, calendar);
  return planCheckRun(
    language,
    (words) => {
      const rendered = renderReviewCheck(
        verdict,
        {
          conclusion,
          next: turns.next,
          gate: review.gate,
          commandLines: commands.lines,
          help: commands.state.help ? renderCommandList(words) : "",
          decisionLog: comment.when === "never" ? renderDecisionLog(verdict.decisions, words) : "",
          explanation: renderExplanation(facts, conversation, words),
          timeZone: turns.timeZone,
        },
        words,
      );
      const turnLine = renderTurnLine(turns, words);
      const summary = joinParagraphs([rendered.summary, turnLine, renderRounds(rounds, words)]);
      return { name, conclusion, ...rendered, summary };
    },
    force,
  );
}

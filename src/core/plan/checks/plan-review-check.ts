import { createCalendar } from "../../calendar/calendar.ts";
import { findEnforcement } from "../../config/effective.ts";
import type { PlannedCheckRun } from "../../planned.ts";
import { renderDecisionLog } from "../../render/decisions.ts";
import { renderExplanation } from "../../render/explanation.ts";
import { joinParagraphs } from "../../render/markdown.ts";
import { renderCommandList, renderReviewCheck } from "../../render/review-check.ts";
import { renderRounds, renderTurnLine } from "../../render/turn-line.ts";
import type { Words } from "../../render/words/words.ts";
import { measureRounds } from "../../turns/record/rounds.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";
import { concludeHeld, findRerun, planCheckRun } from "./plan-check-run.ts";

/** The review check run, always complete; null without a config file, or when the config switches it off. */
export function planReviewCheck(facts: Facts, conversation: ConversationJudgement): PlannedCheckRun | null {
  const { effective, observation } = facts;
  const { language, checks } = effective.config;
  const name = checks.review;
  if (!effective.hasFile || name === false) return null;
  const isUnread = facts.unread?.conversation !== undefined;
  // What could not be read may hold anything, so it counts as a blocking thread would.
  const isHeld = isUnread || conversation.verdict.isHeld;
  const conclusion = concludeHeld(isHeld, findEnforcement(effective, observation.pullRequest.createdAt));
  const rounds = isUnread ? [] : listRounds(facts, conversation);
  return planCheckRun(
    language,
    (words) => ({
      name,
      conclusion,
      ...(isUnread
        ? { title: words.review.unreadTitle, summary: words.review.unread }
        : renderPage(facts, conversation, { conclusion, rounds }, words)),
    }),
    findRerun(facts, conversation),
  );
}

/** Seconds of business time in each finished round; none while turns are off. */
function listRounds({ effective, now }: Facts, { turns, pullRequest }: ConversationJudgement): number[] {
  if (turns.state === "off") return [];
  return measureRounds(pullRequest, now, createCalendar(effective.config.turns.hours));
}

function renderPage(
  facts: Facts,
  conversation: ConversationJudgement,
  { conclusion, rounds }: { conclusion: PlannedCheckRun["conclusion"]; rounds: readonly number[] },
  words: Words,
): Pick<PlannedCheckRun, "title" | "summary" | "text"> {
  const { comment, review } = facts.effective.config;
  const { commands, verdict, turns } = conversation;
  const page = renderReviewCheck(
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
  const summary = [page.summary, renderTurnLine(turns, words), renderRounds(rounds, words)];
  return { ...page, summary: joinParagraphs(summary) };
}

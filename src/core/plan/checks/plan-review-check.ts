import { renderCommandList, renderExplanation } from "../../render/explanation.ts";
import { cutToBytes } from "../../render/cut.ts";
import { renderDecisionLog } from "../../render/decisions.ts";
import { hashOf } from "../../render/hash.ts";
import { renderReviewCheck } from "../../render/review-check.ts";
import { english } from "../../render/words/en/index.ts";
import { renderTurnLine } from "../../render/turn-line.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";
import { findEnforcement } from "../judge/judge-description.ts";
import type { PlannedCheckRun } from "../../planned.ts";
import { findRerun } from "./find-rerun.ts";

/** The review check run, always complete; null without a config file, or when the config switches it off. */
export function planReviewCheck(facts: Facts, judgement: ConversationJudgement): PlannedCheckRun | null {
  const { effective, observation } = facts;
  const { config } = effective;
  if (!effective.hasFile || config.checks.review === false) return null;
  const isEnforced = findEnforcement(effective, observation.pullRequest.createdAt) === "block";
  if (facts.gaveUp?.conversation !== undefined) return planUnread(config.checks.review, isEnforced);
  const { commands, conversation, turns } = judgement;
  const rendered = renderReviewCheck(conversation, {
    isEnforced,
    next: turns.next,
    gate: config.review.gate,
    commandLines: commands.lines,
    help: commands.state.help ? renderCommandList() : "",
    decisionLog: config.comment.when === "never" ? renderDecisionLog(conversation.decisions) : "",
    explanation: renderExplanation(facts, judgement),
    timeZone: turns.timeZone,
  });
  const summary = [rendered.summary, renderTurnLine(turns, english)]
    .filter((part) => part !== "")
    .join("\n\n");
  const content = {
    name: config.checks.review,
    conclusion: rendered.conclusion,
    title: rendered.title,
    summary: cutToBytes(summary),
    text: cutToBytes(rendered.text),
    buttons: [],
    annotations: [],
  };
  return { ...content, hash: hashOf(content), force: findRerun(facts, judgement) };
}

/** An unread conversation may hold anything, so it counts as a blocking thread. */
function planUnread(name: string, isEnforced: boolean): PlannedCheckRun {
  const content = {
    name,
    conclusion: isEnforced ? ("failure" as const) : ("neutral" as const),
    title: "This conversation can't be read",
    summary:
      "Reading the comments took too long, so open blocking threads may be among them. Delete what is very long, such as pasted logs.",
    text: "",
    buttons: [],
    annotations: [],
  };
  return { ...content, hash: hashOf(content), force: null };
}

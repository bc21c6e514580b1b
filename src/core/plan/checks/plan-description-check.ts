import type { CheckRunButton, PlannedCheckRun } from "../../planned.ts";
import {
  renderCheckTitle,
  renderDescriptionReasons,
  renderDescriptionSummary,
  renderNotes,
  renderSkipped,
} from "../../render/description-check.ts";
import { renderExplanation } from "../../render/explanation.ts";
import { joinParagraphs } from "../../render/markdown.ts";
import { renderCommandList } from "../../render/review-check.ts";
import { listMissing } from "../../render/section-table.ts";
import type { Words } from "../../render/words/words.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";
import type { DescriptionJudgement } from "../judge/judge-description.ts";
import { findRerun, planCheckRun } from "./plan-check-run.ts";

/** The description check run, always complete; null when the config switches it off. */
export function planDescriptionCheck(
  facts: Facts,
  own: DescriptionJudgement,
  conversation: ConversationJudgement,
): PlannedCheckRun | null {
  const { hasFile, config } = facts.effective;
  const name = config.checks.description;
  if (name === false) return null;
  // Commands are answered in the review check; where there is none, here.
  const answersCommands = !hasFile || config.checks.review === false;
  const { lines, state } = conversation.commands;
  const render = (words: Words) => {
    const notes = [
      own.keptTitle === null ? "" : words.description.keptVerdict,
      // The command's own line says the same.
      answersCommands ? "" : renderSkipped(own, words),
      ...renderNotes(
        {
          ...facts,
          commandLines: answersCommands ? lines : [],
          help: answersCommands && state.help ? renderCommandList(words) : "",
        },
        words,
      ),
    ];
    return {
      name,
      conclusion: own.conclusion,
      title: renderCheckTitle(own, words),
      summary: renderDescriptionSummary(own.verdict, notes, words),
      text: joinParagraphs([
        renderDescriptionReasons(own.verdict, facts.effective, words),
        answersCommands ? renderExplanation(facts, conversation, words) : "",
      ]),
      buttons: facts.inWorkflow ? [] : listButtons(own, words),
    };
  };
  return planCheckRun(config.language, render, findRerun(facts, conversation));
}

function listButtons({ verdict }: DescriptionJudgement, { checks }: Words): CheckRunButton[] {
  const insert: CheckRunButton = { ...checks.insertButton, identifier: "insert" };
  return [
    ...(listMissing(verdict).length > 0 ? [insert] : []),
    { ...checks.recheckButton, identifier: "recheck" },
  ];
}

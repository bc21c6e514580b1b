import type { CheckRunButton, PlannedCheckRun } from "../../planned.ts";
import {
  renderDescriptionReasons,
  renderDescriptionSummary,
  renderDescriptionTitle,
  renderNotes,
} from "../../render/description-check.ts";
import { renderExplanation } from "../../render/explanation.ts";
import { joinParagraphs } from "../../render/markdown.ts";
import { renderCommandList } from "../../render/review-check.ts";
import type { Words } from "../../render/words/words.ts";
import { quoteText } from "../../text/quote-text.ts";
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
      title: renderTitle(own, words),
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

function listButtons(own: DescriptionJudgement, { checks }: Words): CheckRunButton[] {
  const insert: CheckRunButton = { ...checks.insertButton, identifier: "insert" };
  return [...(hasMissing(own) ? [insert] : []), { ...checks.recheckButton, identifier: "recheck" }];
}

/** Is there a section that the button could insert? Optional ones are not required. */
function hasMissing({ verdict }: DescriptionJudgement): boolean {
  const missing = verdict.sections.filter(({ status }) => status === "missing").map(({ id }) => id);
  return verdict.findings.some(({ section }) => section !== null && missing.includes(section));
}

function renderTitle({ verdict, skipped, keptTitle }: DescriptionJudgement, words: Words): string {
  if (skipped !== null) return words.description.skippedTitle(skipped.by);
  return keptTitle ?? renderDescriptionTitle(verdict, words);
}

function renderSkipped({ skipped }: DescriptionJudgement, { description }: Words): string {
  if (skipped === null) return "";
  return description.skipped({ by: quoteText(skipped.by), reason: quoteText(skipped.reason, 300) });
}

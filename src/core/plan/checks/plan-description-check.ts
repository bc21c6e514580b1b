import { renderCommandList, renderExplanation } from "../../render/explanation.ts";
import { cutToBytes } from "../../render/cut.ts";
import {
  renderDescriptionReasons,
  renderDescriptionSummary,
  renderDescriptionTitle,
  renderNotes,
} from "../../render/description-check.ts";
import { english } from "../../render/words/en/index.ts";
import type { Words } from "../../render/words/words.ts";
import { hashOf } from "../../render/hash.ts";
import { quoteText } from "../../text/quote-text.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";
import type { DescriptionJudgement } from "../judge/judge-description.ts";
import type { CheckRunButton, PlannedCheckRun } from "../../planned.ts";
import { findRerun } from "./find-rerun.ts";

const insertButton: CheckRunButton = {
  label: "Add missing sections",
  description: "Puts the missing headings into the body",
  identifier: "insert",
};
const recheckButton: CheckRunButton = {
  label: "Check again",
  description: "Reads the description once more",
  identifier: "recheck",
};

/** The description check run, always complete; null when the config switches it off. */
export function planDescriptionCheck(
  facts: Facts,
  own: DescriptionJudgement,
  people: ConversationJudgement,
): PlannedCheckRun | null {
  const { hasFile, config } = facts.effective;
  const { checks } = config;
  if (checks.description === false) return null;
  // Commands are answered in the review check, or here where there is none.
  const answersCommands = !hasFile || checks.review === false;
  const { lines, state } = people.commands;
  const notes = renderNotes(
    {
      ...facts,
      commandLines: answersCommands ? lines : [],
      help: answersCommands && state.help ? renderCommandList() : "",
    },
    english,
  );
  const explanation = answersCommands ? renderExplanation(facts, people) : "";
  const reasons = renderDescriptionReasons(own.verdict, facts.effective, english);
  const content = {
    name: checks.description,
    conclusion: own.conclusion,
    title: renderOwnTitle(own, english),
    summary: cutToBytes(
      renderDescriptionSummary(
        own.verdict,
        [
          ...(own.keptTitle === null ? [] : [english.description.keptVerdict]),
          // The command's own line says the same.
          ...(answersCommands ? [] : renderSkipped(own, english)),
          ...notes,
        ],
        english,
      ),
    ),
    text: cutToBytes([reasons, explanation].filter((part) => part !== "").join("\n\n")),
    buttons: facts.inWorkflow ? [] : [...(hasMissing(own) ? [insertButton] : []), recheckButton],
    annotations: [],
  };
  return { ...content, hash: hashOf(content), force: findRerun(facts, people) };
}

/** Is there a section that the button could insert? Optional ones are not required. */
export function hasMissing({ verdict }: DescriptionJudgement): boolean {
  const missing = verdict.sections.filter(({ status }) => status === "missing").map(({ id }) => id);
  return verdict.findings.some(({ section }) => section !== null && missing.includes(section));
}

function renderOwnTitle({ verdict, skipped, keptTitle }: DescriptionJudgement, words: Words): string {
  if (skipped !== null) return words.description.skippedTitle(skipped.by);
  return keptTitle ?? renderDescriptionTitle(verdict, words);
}

function renderSkipped({ skipped }: DescriptionJudgement, { description }: Words): string[] {
  if (skipped === null) return [];
  return [description.skipped({ by: quoteText(skipped.by), reason: quoteText(skipped.reason, 300) })];
}

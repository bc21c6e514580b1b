import { renderCommandList, renderExplanation } from "../../render/explanation.ts";
import { cutToBytes } from "../../render/cut.ts";
import {
  renderDescriptionReasons,
  renderDescriptionSummary,
  renderDescriptionTitle,
  renderNotes,
} from "../../render/description-check.ts";
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

/** The check run on the description, always complete; null when the config switches it off. */
export function planDescriptionCheck(
  facts: Facts,
  own: DescriptionJudgement,
  people: ConversationJudgement,
): PlannedCheckRun | null {
  const { hasFile, config } = facts.effective;
  const { checks } = config;
  if (checks.description === false) return null;
  // Commands are answered in the review check; where there is none, here.
  const answersCommands = !hasFile || checks.review === false;
  const { lines, state } = people.commands;
  const notes = renderNotes({
    ...facts,
    commandLines: answersCommands ? lines : [],
    help: answersCommands && state.help ? renderCommandList() : "",
  });
  const explanation = answersCommands ? renderExplanation(facts, people) : "";
  const reasons = renderDescriptionReasons(own.verdict, facts.effective);
  const content = {
    name: checks.description,
    conclusion: own.conclusion,
    title: renderOwnTitle(own),
    summary: cutToBytes(
      renderDescriptionSummary(own.verdict, [
        ...renderKept(own),
        // The command's own line says the same.
        ...(answersCommands ? [] : renderSkipped(own)),
        ...notes,
      ]),
    ),
    text: cutToBytes([reasons, explanation].filter((part) => part !== "").join("\n\n")),
    buttons: facts.inWorkflow ? [] : [...(hasMissing(own) ? [insertButton] : []), recheckButton],
    annotations: [],
  };
  return { ...content, hash: hashOf(content), force: findRerun(facts, people) };
}

/** Is there a section that the button could insert? An optional one is nobody's duty. */
export function hasMissing({ verdict }: DescriptionJudgement): boolean {
  const missing = verdict.sections.filter(({ status }) => status === "missing").map(({ id }) => id);
  return verdict.findings.some(({ section }) => section !== null && missing.includes(section));
}

function renderOwnTitle({ verdict, skipped, keptTitle }: DescriptionJudgement): string {
  return skipped === null ? (keptTitle ?? renderDescriptionTitle(verdict)) : `Skipped by ${skipped.by}`;
}

function renderKept({ keptTitle }: DescriptionJudgement): string[] {
  if (keptTitle === null) return [];
  return [
    "Reading the description took too long this time. Its text is the same as before, so this keeps what was said then; *Check again* reads it once more.",
  ];
}

function renderSkipped({ skipped }: DescriptionJudgement): string[] {
  return skipped === null ? [] : [`Skipped by ${quoteText(skipped.by)}: ${quoteText(skipped.reason, 300)}`];
}

import { cutToBytes } from "../render/cut.ts";
import { renderDescriptionSummary, renderDescriptionTitle } from "../render/description-check.ts";
import { hashOf } from "../render/hash.ts";
import { renderNotes } from "../render/notes.ts";
import { renderDescriptionReasons } from "../render/description-reasons.ts";
import { joinWords } from "../render/words.ts";
import type { Facts } from "./facts.ts";
import type { CheckRunButton, PlannedCheckRun } from "./plan.ts";
import type { Conclusion, DescriptionJudgement } from "./plan-description.ts";

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
  others: DescriptionJudgement[],
): PlannedCheckRun | null {
  const { checks } = facts.effective.config;
  if (checks.description === false) return null;
  const conclusion = findWorst([own, ...others].map((judgement) => judgement.conclusion));
  const worse = others.filter((other) => rank(other.conclusion) > rank(own.conclusion));
  const notes = renderNotes({
    ...facts,
    sharedWith: others.map(({ number }) => number),
    worse: worse.map(({ number }) => number),
  });
  const content = {
    name: checks.description,
    conclusion,
    title:
      worse.length > 0
        ? `${joinWords(worse.map(({ number }) => `#${number}`))} on the same commit needs a look`
        : renderTitle(own),
    summary: cutToBytes(
      own.verdict ? renderDescriptionSummary(own.verdict, notes) : [renderGaveUp(own), ...notes].join("\n\n"),
    ),
    text: cutToBytes(own.verdict ? renderDescriptionReasons(own.verdict, facts.effective) : ""),
    buttons: [...(hasMissing(own) ? [insertButton] : []), recheckButton],
    annotations: [],
  };
  const rerun = facts.intents.find(({ identifier }) => identifier !== "insert");
  return { ...content, hash: hashOf(content), force: rerun?.deliveryId ?? null };
}

export function hasMissing({ verdict }: DescriptionJudgement): boolean {
  return (
    verdict?.findings.some((finding) =>
      verdict.sections.some((section) => section.id === finding.section && section.status === "missing"),
    ) ?? false
  );
}

function renderTitle(judgement: DescriptionJudgement): string {
  return judgement.verdict
    ? renderDescriptionTitle(judgement.verdict)
    : "This description could not be read in time";
}

function renderGaveUp({ gaveUp }: DescriptionJudgement): string {
  return `Reading this description was given up: ${gaveUp?.reason ?? "it took too long"}. Shorten or simplify it and the check looks again.`;
}

const order: Conclusion[] = ["success", "neutral", "failure"];
const rank = (conclusion: Conclusion) => order.indexOf(conclusion);
const findWorst = (conclusions: Conclusion[]) =>
  conclusions.reduce((worst, next) => (rank(next) > rank(worst) ? next : worst), "success");

import { cutToBytes } from "../render/cut.ts";
import { renderDescriptionSummary, renderDescriptionTitle } from "../render/description-check.ts";
import { renderDescriptionReasons } from "../render/description-reasons.ts";
import { hashOf } from "../render/hash.ts";
import { renderNotes } from "../render/notes.ts";
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
  const worse = others.filter((other) => rank(other.conclusion) > rank(own.conclusion));
  const numbers = (judgements: DescriptionJudgement[]) => judgements.map(({ number }) => number);
  const notes = renderNotes({ ...facts, sharedWith: numbers(others), worse: numbers(worse) });
  const content = {
    name: checks.description,
    conclusion: findWorst([own, ...others].map(({ conclusion }) => conclusion)),
    title: worse.length > 0 ? renderWorseTitle(numbers(worse)) : renderDescriptionTitle(own.verdict),
    summary: cutToBytes(renderDescriptionSummary(own.verdict, notes)),
    text: cutToBytes(renderDescriptionReasons(own.verdict, facts.effective)),
    buttons: [...(hasMissing(own) ? [insertButton] : []), recheckButton],
    annotations: [],
  };
  const rerun = facts.intents.find(({ identifier }) => identifier !== "insert");
  return { ...content, hash: hashOf(content), force: rerun?.deliveryId ?? null };
}

/** Is there a section that the button could insert? An optional one is nobody's duty. */
export function hasMissing({ verdict }: DescriptionJudgement): boolean {
  const missing = verdict.sections.filter(({ status }) => status === "missing").map(({ id }) => id);
  return verdict.findings.some(({ section }) => section !== null && missing.includes(section));
}

function renderWorseTitle(worse: number[]): string {
  const names = joinWords(worse.map((number) => `#${number}`));
  return `${names} on the same commit ${worse.length === 1 ? "needs" : "need"} a look`;
}

const order: Conclusion[] = ["success", "neutral", "failure"];
const rank = (conclusion: Conclusion) => order.indexOf(conclusion);
const findWorst = (conclusions: Conclusion[]) =>
  conclusions.reduce((worst, next) => (rank(next) > rank(worst) ? next : worst), "success");

import type { Config } from "../../config/schema/config-schema.ts";
import type { Language } from "../../language.ts";
import type { PlannedCheckRun } from "../../planned.ts";
import { cutToBytes } from "../../render/cut.ts";
import { catalogues, writePage } from "../../render/words/index.ts";
import type { Words } from "../../render/words/words.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";

/** What a check run shows, before it is cut to GitHub's limits. */
type CheckPage = Pick<PlannedCheckRun, "name" | "conclusion" | "title" | "summary"> &
  Partial<Pick<PlannedCheckRun, "text" | "buttons" | "annotations">>;

/** A check run in that language, within GitHub's limits. */
export function planCheckRun(
  language: Language,
  render: (words: Words) => CheckPage,
  force: string | null = null,
): PlannedCheckRun {
  const { summary, text = "", buttons = [], annotations = [], ...page } = writePage(language, render);
  const words = catalogues[language];
  return {
    ...page,
    language,
    summary: cutToBytes(summary, words),
    text: cutToBytes(text, words),
    buttons,
    annotations,
    force,
  };
}

/** The conclusion of a check that something may hold; success when nothing does. */
export function concludeHeld(
  isHeld: boolean,
  enforcement: Config["enforcement"],
): PlannedCheckRun["conclusion"] {
  if (!isHeld) return "success";
  return enforcement === "block" ? "failure" : "neutral";
}

/**
 * The id of what asked for new check runs: a re-run on GitHub's page, or an unanswered `/async recheck`; null
 * when nothing did.
 */
export function findRerun(
  { intents }: Pick<Facts, "intents">,
  { commands }: ConversationJudgement,
): string | null {
  const intent = intents.find(({ identifier }) => identifier !== "insert");
  return intent?.deliveryId ?? commands.state.rechecks.at(-1)?.commentId ?? null;
}

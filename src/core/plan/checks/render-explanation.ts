import { renderEffectiveConfig } from "../../config/show/render-effective-config.ts";
import { renderCodeBlock } from "../../render/missing-sections.ts";
import { renderReviewReasons } from "../../render/review-reasons.ts";
import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";

/** For `/async explain`: why each thread counts as it does, and the effective config; people are never printed. "" when nobody asked. */
export function renderExplanation(
  { effective }: Pick<Facts, "effective">,
  { commands, conversation }: Pick<ConversationJudgement, "commands" | "conversation">,
): string {
  if (!commands.state.explain) return "";
  const { config } = effective;
  const withoutPeople = { ...effective, config: { ...config, turns: { ...config.turns, people: {} } } };
  const yaml = renderEffectiveConfig(withoutPeople);
  return [renderReviewReasons(conversation), "**The effective config**", renderCodeBlock(yaml, "yaml")]
    .filter((part) => part !== "")
    .join("\n\n");
}

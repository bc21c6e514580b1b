import type { Facts } from "../facts.ts";
import type { ConversationJudgement } from "../judge/judge-conversation.ts";

/** Who asked to look again: a re-run on GitHub's page, or an unanswered `/async recheck`. */
export function findRerun(
  { intents }: Pick<Facts, "intents">,
  { commands }: ConversationJudgement,
): string | null {
  const intent = intents.find(({ identifier }) => identifier !== "insert");
  return intent?.deliveryId ?? commands.state.rechecks.at(-1)?.commentId ?? null;
}

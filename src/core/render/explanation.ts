import type { CommandsVerdict } from "../commands/evaluate-commands.ts";
import type { EffectiveConfig } from "../config/effective.ts";
import type { ConversationVerdict } from "../conversation/evaluate-conversation.ts";
import type { Remark } from "../conversation/remark.ts";
import { quoteText } from "../text/quote-text.ts";
import { renderEffectiveConfig } from "./effective-config.ts";
import { joinParagraphs, renderCodeBlock, renderLink } from "./markdown.ts";
import { namePlace } from "./review-check.ts";
import type { KindReason } from "./words/en/review.ts";
import type { Words } from "./words/words.ts";

/**
 * For `/async explain`: why each thread counts as it does, and the effective config; people are never
 * printed. "" when nobody asked.
 */
export function renderExplanation(
  { effective }: { effective: EffectiveConfig },
  { commands, verdict }: { commands: CommandsVerdict; verdict: ConversationVerdict },
  words: Words,
): string {
  if (!commands.state.explain) return "";
  const { config } = effective;
  const withoutPeople = { ...effective, config: { ...config, turns: { ...config.turns, people: {} } } };
  const yaml = renderEffectiveConfig(withoutPeople, words);
  return joinParagraphs([
    renderReviewReasons(verdict, words),
    `**${words.review.effectiveConfig}**`,
    renderCodeBlock(yaml, "yaml"),
  ]);
}

/** Longer lists are cut: open remarks come first. */
const maxReasons = 100;

/** For `/async explain`: what gave each remark its kind, and why it is open or not. Markdown; "" for none. */
function renderReviewReasons({ remarks }: ConversationVerdict, words: Words): string {
  if (remarks.length === 0) return "";
  const lines = remarks.slice(0, maxReasons).map((remark) => renderReason(remark, words));
  const more = remarks.length - lines.length;
  const rest = more > 0 ? [`- ${words.moreInList(more)}`] : [];
  return [`**${words.review.why}**`, "", ...lines, ...rest].join("\n");
}

function renderReason(remark: Remark, words: Words): string {
  const { url, opener } = remark;
  const place = renderLink(quoteText(namePlace(remark, words.review), 80), url);
  const kind = explainKind(remark, words, (login) => quoteText(login));
  return `- ${place} (${quoteText(opener)}): ${kind}; ${renderState(remark, words)}`;
}

/** A remark's kind and what gave it, or why it has none. `quote` makes a login harmless where it is shown. */
export function explainKind(remark: Remark, { review }: Words, quote: (login: string) => string): string {
  const reason = findReason(remark);
  return review.kindBecause("holder" in reason ? { ...reason, holder: quote(reason.holder) } : reason);
}

function findReason({ kind, because, opener, holder }: Remark): KindReason {
  if (kind !== null && holder !== opener) return { type: "holder", kind, holder };
  if (opener.endsWith("[bot]")) return { type: "bot" };
  if (kind === null) return { type: "nothing" };
  return { type: because === "prefix" ? "prefix" : "by-review", kind };
}

function renderState({ isOpen, lacksWriteAccess, isAsking, ...remark }: Remark, { review }: Words): string {
  if (!isOpen) return review.closed;
  if (lacksWriteAccess) return review.holdsNothingAsTheirs;
  if (!isAsking) return review.asksNothing;
  return review.asks({ isOutdated: remark.isOutdated, isAnswered: remark.isAnswered });
}

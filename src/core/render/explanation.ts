import type { ConversationVerdict } from "../conversation/evaluate-conversation.ts";
import type { Remark } from "../conversation/remark.ts";
import { quoteText } from "../text/quote-text.ts";
import { joinParagraphs, renderCodeBlock, renderLink } from "./markdown.ts";
import type { KindReason } from "./words/en/review.ts";
import type { Words } from "./words/words.ts";
import { renderEffectiveConfig } from "./effective-config.ts";
import type { CommandsVerdict } from "../commands/evaluate-commands.ts";
import type { EffectiveConfig } from "../config/effective.ts";

/**
 * For `/async explain`: why each thread counts as it does, and the effective config; people are never
 * printed. "" when nobody asked.
 */
export function renderExplanation(
  { effective }: { effective: EffectiveConfig },
  { commands, conversation }: { commands: CommandsVerdict; conversation: ConversationVerdict },
  words: Words,
): string {
  if (!commands.state.explain) return "";
  const { config } = effective;
  const withoutPeople = { ...effective, config: { ...config, turns: { ...config.turns, people: {} } } };
  const yaml = renderEffectiveConfig(withoutPeople, words);
  return joinParagraphs([
    renderReviewReasons(conversation, words),
    `**${words.review.effectiveConfig}**`,
    renderCodeBlock(yaml, "yaml"),
  ]);
}

/** Longer lists are cut: open remarks come first. */
const mostReasons = 100;

/** For `/async explain`: what gave each remark its kind, and why it is open or not. Markdown; "" for none. */
export function renderReviewReasons({ remarks }: ConversationVerdict, words: Words): string {
  if (remarks.length === 0) return "";
  const lines = remarks.slice(0, mostReasons).map((remark) => renderReason(remark, words));
  const more = remarks.length - lines.length;
  const rest = more > 0 ? [`- ${words.moreInList(more)}`] : [];
  return [`**${words.review.why}**`, "", ...lines, ...rest].join("\n");
}

function renderReason(remark: Remark, words: Words): string {
  const { url, opener } = remark;
  const { review } = words;
  const who = `${renderLink(quoteText(renderPlace(remark, review), 80), url)} (${quoteText(opener)})`;
  return `- ${who}: ${review.kindBecause(findReason(remark))}; ${renderState(remark, words)}`;
}

function renderPlace({ source, path, line }: Remark, { sources }: Words["review"]): string {
  if (path === null) return sources[source];
  return line === null ? path : `${path}:${line}`;
}

function findReason({ kind, because, opener, holder }: Remark): KindReason {
  if (kind !== null && holder !== opener) return { type: "holder", kind, holder: quoteText(holder) };
  if (opener.endsWith("[bot]")) return { type: "bot" };
  if (kind === null) return { type: "nothing" };
  return { type: because === "prefix" ? "prefix" : "by-review", kind };
}

function renderState({ isOpen, isTheirs, asks, ...remark }: Remark, { review }: Words): string {
  if (!isOpen) return review.closed;
  if (isTheirs) return review.holdsNothingAsTheirs;
  if (!asks) return review.asksNothing;
  return review.asks({ isOutdated: remark.isOutdated, isAnswered: remark.isAnswered });
}

import { whoInWords } from "../commands/answer-comment.ts";
import { slashCommands } from "../commands/commands.ts";
import type { ConversationVerdict } from "../conversation/evaluate-conversation.ts";
import type { Remark } from "../conversation/remark.ts";
import { quoteText } from "../text/quote-text.ts";
import { renderCodeBlock, renderLink } from "./markdown.ts";
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
): string {
  if (!commands.state.explain) return "";
  const { config } = effective;
  const withoutPeople = { ...effective, config: { ...config, turns: { ...config.turns, people: {} } } };
  const yaml = renderEffectiveConfig(withoutPeople);
  return [renderReviewReasons(conversation), "**The effective config**", renderCodeBlock(yaml, "yaml")]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Longer lists are cut: open ones come first. */
const most = 100;

/**
 * For `/async explain`: each thread and remark with what gave it its kind and why it is open or not.
 * Markdown; "" for none.
 */
export function renderReviewReasons({ remarks }: ConversationVerdict): string {
  if (remarks.length === 0) return "";
  const lines = remarks.slice(0, most).map(renderReason);
  const more = remarks.length - lines.length;
  return ["**Why**", "", ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n");
}

function renderReason(remark: Remark): string {
  const place =
    remark.path === null ? remark.source : `${remark.path}${remark.line === null ? "" : `:${remark.line}`}`;
  return `- ${renderLink(quoteText(place, 80), remark.url)} (${quoteText(remark.opener)}): ${kindOf(remark)}; ${stateOf(remark)}`;
}

function kindOf({ kind, because, opener, holder }: Remark): string {
  if (holder !== opener) return `${kind}, because ${quoteText(holder)} says so`;
  if (opener.endsWith("[bot]")) return "no kind, because bots are not classified";
  if (kind === null)
    return "no kind, because it starts with no prefix and its review does not request changes";
  return because === "prefix"
    ? `${kind}, by its prefix`
    : `${kind}, because its review requests changes and its reviewer has not approved since`;
}

function stateOf({ isOpen, isOutdated, isAnswered, asks, isTheirs }: Remark): string {
  if (!isOpen) return "closed";
  if (isTheirs) return "open, holds nothing, because only people with write access can block";
  if (!asks) return "open, asks nothing";
  return `open${isOutdated ? " on outdated lines" : ""}, ${isAnswered ? "answered" : "not answered yet"}`;
}

/** What `/async help` shows in the review check's summary. */
export function renderCommandList(): string {
  const rows = slashCommands.map(({ usage, summary, who }) => {
    return `| \`${usage.replaceAll("|", "\\|")}\` | ${summary} | ${whoInWords[who]} |`;
  });
  return ["| Command | What it does | For |", "|---|---|---|", ...rows].join("\n");
}

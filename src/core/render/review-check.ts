import type { Kind } from "../config/schema/review-schema.ts";
import type { ConversationVerdict } from "../conversation/evaluate-conversation.ts";
import { kindsByWeight, type Remark } from "../conversation/remark.ts";
import { renderLink } from "./markdown.ts";
import { countInWords } from "./words.ts";
import { quoteMessage, quoteText } from "../text/quote-text.ts";
import { renderInstant } from "./words/format.ts";

export interface ReviewCheckOptions {
  /** `enforcement: block`, and the pull request was opened late enough: only then the check can fail. */
  isEnforced: boolean;
  /** Who moves next for each remark, by its id: a login, "reviewers", or null for nobody. */
  next: ReadonlyMap<string, string | null>;
  /** `review.gate`. */
  gate: readonly Kind[];
  /** Lines about commands (`CommandsVerdict.lines`), Markdown. */
  commandLines: readonly string[];
  /** The list of commands, when somebody asked for it; "" otherwise. */
  help: string;
  /** The decision log, when the sticky comment cannot hold it; "" otherwise. */
  decisionLog: string;
  /** Why the check says what it says, when somebody asked for it; "" otherwise. */
  explanation: string;
  /** In whose clock instants are shown: the team's, as everywhere else on the page. */
  timeZone: string;
}

export interface RenderedCheck {
  title: string;
  summary: string;
  text: string;
  conclusion: "success" | "neutral" | "failure";
}

/** Longer tables are cut: the heaviest and oldest come first. */
const mostRows = 50;

/**
 * The check run `async / review`. Limits in bytes are the caller's; instants are absolute, so the same state
 * is the same text.
 */
export function renderReviewCheck(verdict: ConversationVerdict, options: ReviewCheckOptions): RenderedCheck {
  const listed = verdict.remarks.filter(isListed);
  const parts = [
    renderConsequence(verdict, options),
    renderTable(listed, options),
    renderVague(verdict),
    options.commandLines.map((line) => `- ${line}`).join("\n"),
    options.help,
    options.decisionLog,
  ];
  return {
    title: renderTitle(verdict),
    summary: parts.filter((part) => part !== "").join("\n\n"),
    text: options.explanation,
    conclusion: !verdict.isHeld ? "success" : options.isEnforced ? "failure" : "neutral",
  };
}

/** Praise and notes wait for nobody; threads of bots are the bots' business. */
function isListed({ isOpen, kind, asks, isTheirs }: Remark): boolean {
  return isOpen && (kind === "nit" || asks || (isTheirs && kind !== "note" && kind !== "praise"));
}

function renderTitle({ open, openWithoutKind }: ConversationVerdict): string {
  const counts = kindsByWeight
    .filter((kind) => kind !== "note" && kind !== "praise" && open[kind] > 0)
    .map((kind) => countInWords(open[kind], kind));
  const others = openWithoutKind === 0 ? [] : [`${openWithoutKind} without a kind`];
  return counts.length + others.length === 0 ? "Nothing open" : `Open: ${[...counts, ...others].join(", ")}`;
}

function renderConsequence(verdict: ConversationVerdict, options: ReviewCheckOptions): string {
  if (!verdict.isHeld) return "Nothing here keeps this from merging.";
  if (!options.isEnforced) return "This check only advises: it does not block merging.";
  const held = options.gate
    .filter((kind) => verdict.open[kind] > 0)
    .map((kind) => countInWords(verdict.open[kind], kind))
    .join(", ");
  return `Holding this check: ${held}. It passes as soon as the last one is resolved.`;
}

function renderTable(
  remarks: readonly Remark[],
  { next, timeZone }: Pick<ReviewCheckOptions, "next" | "timeZone">,
): string {
  if (remarks.length === 0) return "";
  const rows = remarks
    .slice(0, mostRows)
    .map((remark) => renderRow(remark, next.get(remark.id) ?? null, timeZone));
  const more = remarks.length - rows.length;
  const table = ["| | What | From | Since | Next |", "|---|---|---|---|---|", ...rows].join("\n");
  return more === 0 ? table : `${table}\n\nAnd ${more} more.`;
}

function renderRow(remark: Remark, next: string | null, timeZone: string): string {
  const kind = remark.kind === "blocking" ? "**blocking**" : (remark.kind ?? "–");
  const subject = quoteMessage(remark.subject, 100);
  const what = [renderLink(renderPlace(remark), remark.url), subject]
    .filter((part) => part !== "")
    .join(": ");
  const outdated = remark.isOutdated ? " (outdated)" : "";
  const mover = next === null ? "–" : quoteText(next);
  return `| ${kind} | ${what}${outdated} | ${renderFrom(remark)} | ${renderInstant(remark.since, timeZone)} | ${mover} |`;
}

/** Who raised it is named too: they have to be satisfied as well. */
function renderFrom({ opener, holder, isTheirs }: Remark): string {
  if (isTheirs) return `${quoteText(opener)} (no write access)`;
  return holder === opener ? quoteText(opener) : `${quoteText(opener)}, ${quoteText(holder)}`;
}

function renderPlace({ source, path, line }: Remark): string {
  if (source === "thread" && path !== null) return quoteText(line === null ? path : `${path}:${line}`, 80);
  return source === "review" ? "review" : "comment";
}

/** At most one line, whatever their number: nobody is told twice how to write. */
function renderVague({ vague }: ConversationVerdict): string {
  const [first] = vague;
  if (first === undefined) return "";
  const others = vague.length > 1 ? ` (and ${vague.length - 1} more)` : "";
  return `${renderLink("A comment", first.url)}${others} leaves its reader guessing. "question: is the order here on purpose?" gets a quicker answer.`;
}

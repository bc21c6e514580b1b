import type { CommandLine } from "../commands/answer-comment.ts";
import { slashCommands } from "../commands/commands.ts";
import type { Kind } from "../config/schema/review-schema.ts";
import type { ConversationVerdict } from "../conversation/evaluate-conversation.ts";
import { kindsByWeight, type Remark } from "../conversation/remark.ts";
import type { PlannedCheckRun } from "../planned.ts";
import { quoteMessage, quoteText } from "../text/quote-text.ts";
import { joinParagraphs, renderLink } from "./markdown.ts";
import { renderInstant } from "./words/format.ts";
import type { Words } from "./words/words.ts";

interface ReviewCheckOptions {
  conclusion: PlannedCheckRun["conclusion"];
  /** Who moves next for each remark, by its id: a login, "reviewers", or null for nobody. */
  next: ReadonlyMap<string, string | null>;
  /** `review.gate`. */
  gate: readonly Kind[];
  /** The answers to commands. */
  commandLines: readonly CommandLine[];
  /** The list of commands, when somebody asked for it; "" otherwise. */
  help: string;
  /** The decision log, when the sticky comment cannot hold it; "" otherwise. */
  decisionLog: string;
  /** Why the check says what it says, when somebody asked for it; "" otherwise. */
  explanation: string;
  /** The zone of the table's instants: the team's, as everywhere else on the page. */
  timeZone: string;
}

interface RenderedCheck {
  title: string;
  summary: string;
  text: string;
}

/** Longer tables are cut: the heaviest and oldest come first. */
const maxRows = 50;

/**
 * The check run `async / review`. The caller cuts it to GitHub's limits. Instants are absolute, so the same
 * state is the same text.
 */
export function renderReviewCheck(
  verdict: ConversationVerdict,
  options: ReviewCheckOptions,
  words: Words,
): RenderedCheck {
  const listed = verdict.remarks.filter(isListed);
  return {
    title: renderTitle(verdict, words),
    summary: joinParagraphs([
      renderConsequence(verdict, options, words),
      renderTable(listed, options, words),
      renderVague(verdict, words),
      renderCommandLines(options.commandLines, words),
      options.help,
      options.decisionLog,
    ]),
    text: options.explanation,
  };
}

/** Praise and notes wait for nobody; threads of bots are the bots' business. */
function isListed({ isOpen, kind, isAsking, lacksWriteAccess }: Remark): boolean {
  return isOpen && (kind === "nit" || isAsking || (lacksWriteAccess && kind !== "note" && kind !== "praise"));
}

function renderTitle({ open, openWithoutKind }: ConversationVerdict, { review }: Words): string {
  const counts = kindsByWeight
    .filter((kind) => kind !== "note" && kind !== "praise" && open[kind] > 0)
    .map((kind) => review.count({ kind, count: open[kind] }));
  if (openWithoutKind > 0) counts.push(review.withoutKind(openWithoutKind));
  return counts.length === 0 ? review.nothingOpen : review.open(counts);
}

function renderConsequence(
  { open }: ConversationVerdict,
  { conclusion, gate }: ReviewCheckOptions,
  { review }: Words,
): string {
  if (conclusion === "success") return review.holdsNothing;
  if (conclusion === "neutral") return review.advises;
  const held = gate.filter((kind) => open[kind] > 0);
  return review.holding(held.map((kind) => review.count({ kind, count: open[kind] })));
}

function renderTable(remarks: readonly Remark[], options: ReviewCheckOptions, words: Words): string {
  if (remarks.length === 0) return "";
  const { what, from, since, next } = words.review.columns;
  const rows = remarks.slice(0, maxRows).map((remark) => renderRow(remark, options, words));
  const more = remarks.length - rows.length;
  const head = [`| | ${what} | ${from} | ${since} | ${next} |`, "|---|---|---|---|---|"];
  const table = [...head, ...rows].join("\n");
  return more === 0 ? table : `${table}\n\n${words.more(more)}`;
}

function renderRow(
  remark: Remark,
  { next, timeZone }: Pick<ReviewCheckOptions, "next" | "timeZone">,
  { review }: Words,
): string {
  const kind = remark.kind === null ? "–" : review.kinds[remark.kind];
  const link = renderLink(quoteText(namePlace(remark, review), 80), remark.url);
  const what = [link, quoteMessage(remark.subject, 100)].filter((part) => part !== "").join(": ");
  return `| ${[
    remark.kind === "blocking" ? `**${kind}**` : kind,
    remark.isOutdated ? `${what} (${review.outdated})` : what,
    renderFrom(remark, review),
    renderInstant(remark.since, timeZone),
    renderNext(next.get(remark.id) ?? null, review),
  ].join(" | ")} |`;
}

function renderNext(next: string | null, { reviewers }: Words["review"]): string {
  if (next === null) return "–";
  return next === "reviewers" ? reviewers : quoteText(next);
}

/** Names who raised it as well: they have to be satisfied, too. */
function renderFrom(
  { opener, holder, lacksWriteAccess }: Remark,
  { noWriteAccess }: Words["review"],
): string {
  if (lacksWriteAccess) return `${quoteText(opener)} (${noWriteAccess})`;
  return holder === opener ? quoteText(opener) : `${quoteText(opener)}, ${quoteText(holder)}`;
}

/** Where it was said: a line of a file, or what it is part of. Plain text. */
export function namePlace(
  { source, path, line }: Pick<Remark, "source" | "path" | "line">,
  { sources }: Words["review"],
): string {
  if (path === null) return sources[source];
  return line === null ? path : `${path}:${line}`;
}

/** One line, however many there are: nobody is told twice how to write. */
function renderVague({ vague: [first, ...others] }: ConversationVerdict, { review }: Words): string {
  return first === undefined ? "" : review.vague({ url: first.url, more: others.length });
}

/** Answers to the pull request's commands, as a list. */
export function renderCommandLines(lines: readonly CommandLine[], { commands }: Words): string {
  return lines.map((line) => `- ${commands.line(line)}`).join("\n");
}

/** What `/async help` shows. */
export function renderCommandList({ commands }: Words): string {
  const { command, does, for: whom } = commands.columns;
  const rows = slashCommands.map(
    ({ name, usage, who }) =>
      `| \`${usage.replaceAll("|", "\\|")}\` | ${commands.summaries[name]} | ${commands.who[who]} |`,
  );
  return [`| ${command} | ${does} | ${whom} |`, "|---|---|---|", ...rows].join("\n");
}

import type { Decision } from "../conversation/find-decisions.ts";
import type { DescriptionVerdict } from "../description/description.ts";
import type { Conclusion } from "../planned.ts";
import { quoteText } from "../text/quote-text.ts";
import type { TurnsVerdict } from "../turns/turns.ts";
import { renderDecisionLog } from "./decisions.ts";
import { renderNotNeeded, renderOpenComment } from "./description-check.ts";
import { renderFinding } from "./finding.ts";
import { joinParagraphs, renderCodeBlock } from "./markdown.ts";
import {
  isSettled,
  listMissing,
  renderLack,
  renderMissingSections,
  renderSectionTable,
} from "./section-table.ts";
import { renderStatus, renderTurnLine } from "./turn-line.ts";
import type { Words } from "./words/words.ts";

interface StickyComment {
  description: {
    verdict: DescriptionVerdict;
    conclusion: Conclusion;
    /** `/async skip`: by whom; null when nobody skipped it. */
    skipped: { by: string } | null;
  };
  /** How it asks for what the description lacks; null when it asks for nothing. */
  asking: AskingOptions | null;
  turns: TurnsVerdict;
  /** Is the line on whose turn it is shown? */
  hasTurnLine: boolean;
  decisions: readonly Decision[];
}

interface AskingOptions {
  /**
   * How to have the missing sections inserted: by the check's button, or by `/async insert` where the author
   * sees no button (no check, or a pull request from a fork).
   */
  insertBy: "button" | "command";
  /** Are warnings about the whole pull request worth a line? The check has them anyway. */
  hasWarnings: boolean;
}

/** In characters: longer headings and hints help nobody, and GitHub's limit for a comment is near. */
const maxCopiedCharacters = 20_000;

/** The sticky comment: what a reviewer will ask, whose turn it is, the author's newest status, decisions. */
export function renderStickyComment(comment: StickyComment, words: Words): string {
  const { description, asking, turns, hasTurnLine, decisions } = comment;
  return joinParagraphs([
    asking === null
      ? renderSettled(description, decisions.length > 0, words)
      : renderAsking(description, asking, words),
    hasTurnLine ? renderTurnLine(turns, words) : "",
    renderStatus(turns, words),
    renderDecisionLog(decisions, words),
  ]);
}

/** About a description that lacks something: what a reviewer will ask, and what to paste. */
function renderAsking(
  { verdict, conclusion }: StickyComment["description"],
  options: AskingOptions,
  words: Words,
): string {
  const { comment } = words;
  const asked = verdict.sections.filter(({ level }) => level !== "off");
  const open = asked.filter((section) => !isSettled(section, verdict));
  const others = verdict.findings
    .filter((finding) => !open.some(({ id }) => id === finding.section))
    .filter(({ level }) => options.hasWarnings || level === "error");
  const headline = `**${renderHeadline(open, others.length, words)}**`;
  const [only] = open;
  return joinParagraphs([
    // A table of one row says no more than its row.
    asked.length === 1 && only !== undefined
      ? `${headline} ${capitalise(renderLack(only, verdict, words))}`
      : headline,
    asked.length > 1 && open.length > 0 ? renderSectionTable(verdict, words) : "",
    renderOpenComment(verdict, words),
    others.map((finding) => renderFinding(finding, words)).join("\n"),
    renderCopy(verdict, words),
    [
      ...renderInsert(verdict, options, words),
      conclusion === "failure" ? comment.blocks : comment.doesNotBlock,
    ].join(" "),
  ]);
}

/** One line when nothing is asked. */
function renderSettled(
  { verdict, skipped }: StickyComment["description"],
  hasDecisions: boolean,
  words: Words,
): string {
  const { comment } = words;
  // A decision log needs no line saying that nothing is missing. Without a log the comment would be empty.
  if (hasDecisions && (verdict.exempt !== null || skipped !== null)) return "";
  if (verdict.exempt !== null) return renderNotNeeded(verdict.exempt, words);
  if (skipped !== null) return comment.skipped(quoteText(skipped.by));
  return verdict.findings.length === 0 ? comment.fixed : comment.sufficient;
}

function renderHeadline(
  open: readonly { id: string; heading: string }[],
  others: number,
  { comment, description }: Words,
): string {
  const names = open.map(({ heading }) => quoteText(description.inSentence(heading)));
  if (names.length === 1 && open[0]?.id === "review_focus") return comment.asksWhereToStart;
  if (names.length > 0) return comment.asksAbout(names);
  return others === 1 ? comment.oneThing : comment.aFewThings;
}

const capitalise = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function renderCopy(verdict: DescriptionVerdict, { comment }: Words): string {
  const text = renderMissingSections(verdict);
  if (text === "" || text.length > maxCopiedCharacters) return "";
  return `<details><summary>${comment.copy}</summary>\n\n${renderCodeBlock(text, "markdown")}\n\n</details>`;
}

function renderInsert(
  verdict: DescriptionVerdict,
  { insertBy }: AskingOptions,
  { comment }: Words,
): string[] {
  if (listMissing(verdict).length === 0) return [];
  return [insertBy === "button" ? comment.insertByButton : comment.insertByCommand];
}

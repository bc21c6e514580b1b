import type { DescriptionVerdict, SectionVerdict } from "../description/description.ts";
import { quoteText } from "../text/quote-text.ts";
import { renderOpenComment } from "./description-check.ts";
import { renderFinding } from "./finding.ts";
import { joinParagraphs, renderCodeBlock } from "./markdown.ts";
import { isSettled, renderLack, renderMissingSections, renderSectionTable } from "./section-table.ts";
import type { Words } from "./words/words.ts";

interface DescriptionPartOptions {
  /** Does the check fail? */
  blocks: boolean;
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

/** The comment about a description that lacks something: what a reviewer will ask, and what to paste. */
export function renderDescriptionPart(
  verdict: DescriptionVerdict,
  options: DescriptionPartOptions,
  words: Words,
): string {
  const { comment } = words;
  const asked = verdict.sections.filter(({ level }) => level !== "off");
  const open = asked.filter((section) => !isSettled(section, verdict));
  const missing = open.filter(({ status }) => status === "missing");
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
    renderCopy(missing, words),
    [
      ...renderInsert(missing.length, options, words),
      options.blocks ? comment.blocks : comment.doesNotBlock,
    ].join(" "),
  ]);
}

function renderHeadline(
  open: readonly { id: string; name: string }[],
  others: number,
  { comment, description }: Words,
): string {
  const names = open.map(({ name }) => quoteText(description.inSentence(name)));
  if (names.length === 1 && open[0]?.id === "review_focus") return comment.asksWhereToStart;
  if (names.length > 0) return comment.asksAbout(names);
  return others === 1 ? comment.oneThing : comment.aFewThings;
}

const capitalise = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function renderCopy(missing: SectionVerdict[], { comment }: Words): string {
  const text = renderMissingSections(missing);
  if (text === "" || text.length > maxCopiedCharacters) return "";
  return `<details><summary>${comment.copy}</summary>\n\n${renderCodeBlock(text, "markdown")}\n\n</details>`;
}

function renderInsert(missing: number, { insertBy }: DescriptionPartOptions, { comment }: Words): string[] {
  if (missing === 0) return [];
  return [insertBy === "button" ? comment.insertByButton : comment.insertByCommand];
}

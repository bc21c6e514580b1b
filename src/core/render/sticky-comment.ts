import type { DescriptionVerdict, SectionVerdict } from "../description/description.ts";
import { mostNames, renderNotNeeded, renderOpenComment, renderRemark } from "./description-check.ts";
import {
  isSettled,
  renderCodeBlock,
  renderLack,
  renderMissingSections,
  renderSectionTable,
} from "./section-table.ts";
import { quoteText } from "../text/quote-text.ts";
import { inSentence, joinWords } from "./words.ts";

export interface DescriptionPartOptions {
  /** Does the check fail? */
  blocks: boolean;
  /**
   * How the missing sections come into the description unaided: by the check's button, or by `/async insert`
   * where the author sees no button (no check, or a pull request from a fork).
   */
  insertBy: "button" | "command";
  /** Are warnings about the whole pull request worth a line? The check has them anyway. */
  hasWarnings: boolean;
}

/** More than this of headings and hints to copy is no help, and GitHub's limit for a comment is near. */
const mostToCopy = 20_000;

/**
 * The comment's part on the description while something is missing: what a reviewer will ask, and exactly
 * that to paste.
 */
export function renderDescriptionPart(verdict: DescriptionVerdict, options: DescriptionPartOptions): string {
  const asked = verdict.sections.filter(({ level }) => level !== "off");
  const open = asked.filter((section) => !isSettled(section, verdict));
  const missing = open.filter(({ status }) => status === "missing");
  const remarks = verdict.findings
    .filter((finding) => !open.some(({ id }) => id === finding.section))
    .filter(({ level }) => options.hasWarnings || level === "error");
  const headline = renderHeadline(open, remarks.length);
  const [only] = open;
  return [
    // A table of one row says no more than its row.
    asked.length === 1 && only !== undefined
      ? `${headline} ${capitalise(renderLack(only, verdict))}`
      : headline,
    asked.length > 1 && open.length > 0 ? renderSectionTable(verdict) : "",
    renderOpenComment(verdict),
    remarks.map(renderRemark).join("\n"),
    renderCopy(missing),
    [
      renderInsert(missing.length, options),
      options.blocks ? "This blocks merging until it's fixed." : "This does not block merging.",
    ]
      .filter((text) => text !== "")
      .join(" "),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function renderHeadline(open: { id: string; name: string }[], remarks: number): string {
  const names = open.map(({ name }) => quoteText(inSentence(name)));
  if (names.length === 1 && open[0]!.id === "review_focus") return "**A reviewer will ask where to start.**";
  if (names.length > 0) return `**A reviewer will ask about ${joinWords(names, mostNames)}.**`;
  return remarks === 1 ? "**One thing would help a reviewer.**" : "**A few things would help a reviewer.**";
}

const capitalise = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function renderCopy(missing: SectionVerdict[]): string {
  const text = renderMissingSections(missing);
  if (text === "" || text.length > mostToCopy) return "";
  return `<details><summary>Copy into the description</summary>\n\n${renderCodeBlock(text, "markdown")}\n\n</details>`;
}

function renderInsert(missing: number, { insertBy }: DescriptionPartOptions): string {
  if (missing === 0) return "";
  const what = missing === 1 ? "it" : "them";
  return insertBy === "button"
    ? `The button *Add missing sections* on the check puts ${what} there.`
    : `The comment \`/async insert\` puts ${what} there.`;
}

/** The same comment once nothing is missing any more: one line. */
export const descriptionFixed = "Description complete. Thank you.";

/** The same comment when nothing is asked any more, for a reason such as "draft". */
export const renderDescriptionNotNeeded = renderNotNeeded;

/** The same comment when only small things are left that no comment would have been made for. */
export const descriptionSufficient = "The description has what a review needs. Thank you.";

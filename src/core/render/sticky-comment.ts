import type { DescriptionVerdict } from "../description/description.ts";
import { renderNotNeeded, renderRemark } from "./description-check.ts";
import { renderCodeBlock, renderMissingSections } from "./missing-sections.ts";
import { quoteText } from "./quote-text.ts";
import { isSettled, renderSectionTable } from "./section-table.ts";
import { inSentence, joinWords } from "./words.ts";

/** The comment's part on the description while something is missing: what a reviewer will ask, and exactly that to paste. */
export function renderDescriptionPart(
  verdict: DescriptionVerdict,
  options: { blocks: boolean; hasButton: boolean },
): string {
  const open = verdict.sections.filter((section) => section.level !== "off" && !isSettled(section, verdict));
  const missing = open.filter((section) => section.status === "missing");
  const remarks = verdict.findings.filter((finding) => !open.some(({ id }) => id === finding.section));
  const button =
    missing.length > 0 && options.hasButton
      ? `The button *Add missing sections* on the check puts ${missing.length === 1 ? "it" : "them"} there.`
      : "";
  const consequence = options.blocks ? "Merging waits for this." : "This does not block merging.";
  return [
    renderHeadline(open, remarks.length),
    open.length > 0 ? renderSectionTable(verdict) : "",
    remarks.map(renderRemark).join("\n"),
    missing.length > 0
      ? `<details><summary>Copy into the description</summary>\n\n${renderCodeBlock(renderMissingSections(missing), "markdown")}\n\n</details>`
      : "",
    [button, consequence].filter((text) => text !== "").join(" "),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function renderHeadline(open: { id: string; name: string }[], remarks: number): string {
  const names = open.map(({ name }) => quoteText(inSentence(name)));
  if (names.length === 1 && open[0]!.id === "review_focus") return "**A reviewer will ask where to start.**";
  if (names.length > 0) return `**A reviewer will ask about ${joinWords(names)}.**`;
  return remarks === 1 ? "**One thing would help a reviewer.**" : "**A few things would help a reviewer.**";
}

/** The same comment once nothing is missing any more: one line. */
export const descriptionFixed = "Description complete. Thank you.";

/** The same comment when nothing is asked any more, for a reason such as "draft". */
export const renderDescriptionNotNeeded = renderNotNeeded;

/** The same comment when only small things are left that no comment would have been made for. */
export const descriptionSufficient = "The description has what a review needs. Thank you.";

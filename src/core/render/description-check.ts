import type { DescriptionVerdict, SectionStatus } from "../description/description.ts";
import type { Finding } from "../finding.ts";
import { quoteMessage } from "../text/quote-text.ts";
import { isSettled, renderSectionTable } from "./section-table.ts";
import { inSentence, joinWords } from "./words.ts";

const states: Record<Exclude<SectionStatus, "filled">, [one: string, many: string]> = {
  missing: ["is missing", "are missing"],
  empty: ["is empty", "are empty"],
  placeholder: ["is a placeholder", "are placeholders"],
  unedited: ["is not filled in yet", "are not filled in yet"],
  "too-short": ["is very short", "are very short"],
  unread: ["was not read", "were not read"],
  "not-applicable": ["is marked not applicable", "are marked not applicable"],
};

/** A title or headline names so many sections of a kind; the table has all. */
export const mostNames = 5;

/** The check run's title: `3 of 5 sections: risk and testing are missing`, `Complete`, `Not checked: draft`. */
export function renderDescriptionTitle(verdict: DescriptionVerdict): string {
  // A title is plain text: backticks would be shown as they are.
  if (verdict.exempt !== null) return `Not checked: ${verdict.exempt.replaceAll("`", "").trim()}`;
  if (verdict.gaveUp !== null) return "This description can't be read";
  const asked = verdict.sections.filter((section) => section.level !== "off");
  const open = asked.filter((section) => !isSettled(section, verdict));
  const remarks = verdict.findings.filter((finding) => !open.some(({ id }) => id === finding.section));
  if (open.length > 0)
    return `${asked.length - open.length} of ${asked.length} section${asked.length === 1 ? "" : "s"}: ${describeOpen(open)}`;
  if (remarks.length === 0) return "Complete";
  const count = remarks.length === 1 ? "one remark" : `${remarks.length} remarks`;
  // What may fail the check is not complete.
  const hasError = remarks.some(({ level }) => level === "error");
  return hasError ? `Sections complete, ${count} to settle` : `Complete, with ${count}`;
}

function describeOpen(open: { name: string; status: SectionStatus }[]): string {
  const groups = new Map<SectionStatus, string[]>();
  for (const { name, status } of open) {
    groups.set(status, [...(groups.get(status) ?? []), inSentence(name)]);
  }
  return [...groups]
    .map(([status, names]) => {
      const [one, many] = status === "filled" ? ["needs a look", "need a look"] : states[status];
      return `${joinWords(names, mostNames)} ${names.length === 1 ? one : many}`;
    })
    .join("; ");
}

/** The check run's summary: the table of sections, the remarks that belong to none, and what it means for merging. */
export function renderDescriptionSummary(verdict: DescriptionVerdict, notes: string[]): string {
  const remarks = verdict.findings.filter((finding) => !isInTable(finding, verdict));
  const parts = [
    renderHead(verdict),
    renderOpenComment(verdict),
    remarks.map(renderRemark).join("\n"),
    ...notes,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function renderHead(verdict: DescriptionVerdict): string {
  if (verdict.exempt !== null) return renderNotNeeded(verdict.exempt);
  return verdict.gaveUp === null ? renderSectionTable(verdict) : "";
}

/** Why something that its writer can see in the editor counts as missing: one line for all sections. */
export function renderOpenComment(verdict: DescriptionVerdict): string {
  const { openComment, sections, findings } = verdict;
  const isLacking = sections.some(
    ({ id, status }) =>
      (status === "missing" || status === "empty") && findings.some(({ section }) => section === id),
  );
  if (openComment === null || !isLacking) return "";
  return `The comment on line ${openComment} never ends (\`-->\` is missing), so what follows is hidden.`;
}

/** A finding of a section's own row is told there; further ones, and those about the whole, get a line of their own. */
function isInTable(finding: Finding, verdict: DescriptionVerdict): boolean {
  const shown = verdict.sections.some(({ id, level }) => id === finding.section && level !== "off");
  return shown && verdict.findings.find(({ section }) => section === finding.section) === finding;
}

/** One line on why nothing is asked, for a reason such as "draft" or "label `skip-async`". */
export function renderNotNeeded(reason: string): string {
  if (reason === "draft") return "Not checked while this is a draft.";
  return `Not checked: ${reason}.`;
}

/** A finding as a list item of Markdown: its line, what was seen and expected, the hint, the rule. */
export function renderRemark(finding: Finding): string {
  const where = finding.line === null ? "" : `line ${finding.line}: `;
  const hint = finding.hint === "" ? "" : ` ${quoteMessage(finding.hint, 400)}`;
  return `- ${where}${endSentence(quoteMessage(finding.message, 400))}${hint} (\`${finding.rule}\`)`;
}

const endSentence = (text: string) => (/[.?!…]$/.test(text) ? text : `${text}.`);

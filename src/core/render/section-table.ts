import type { DescriptionVerdict, SectionVerdict } from "../description/description.ts";
import { quoteText } from "./quote-text.ts";

/** Is this section as the template asks? An optional one may be missing. */
export function isSettled(section: SectionVerdict, verdict: DescriptionVerdict): boolean {
  return !verdict.findings.some((finding) => finding.section === section.id);
}

/** The configured sections, one row each, with a line on what is missing. Sections that are switched off are left out. */
export function renderSectionTable(verdict: DescriptionVerdict): string {
  const rows = verdict.sections
    .filter((section) => section.level !== "off")
    .map((section) => renderRow(section, verdict));
  return ["| | | |", "|---|---|---|", ...rows].join("\n");
}

function renderRow(section: SectionVerdict, verdict: DescriptionVerdict): string {
  const name = quoteText(section.name, 120);
  if (!isSettled(section, verdict)) return `| – | **${name}** | ${renderLack(section, verdict)} |`;
  if (section.line === null) return `| · | ${name} | optional |`;
  const note =
    section.status === "not-applicable" ? `line ${section.line}, not applicable` : `line ${section.line}`;
  return `| ✓ | ${name} | ${note} |`;
}

/** A missing section shows its question; any other finding says what was seen and where. */
function renderLack(section: SectionVerdict, verdict: DescriptionVerdict): string {
  const finding = verdict.findings.find((candidate) => candidate.section === section.id)!;
  if (section.status === "missing") return quoteText(finding.hint || section.hint, 300);
  const where = section.line === null ? "" : `line ${section.line}: `;
  return `${where}${quoteText(finding.message, 300)}`;
}

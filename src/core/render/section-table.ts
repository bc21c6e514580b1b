import type { DescriptionVerdict, SectionVerdict } from "../description/description.ts";
import { quoteMessage, quoteText } from "./quote-text.ts";

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

/** A section without an answer shows its question, and where the answer belongs; any other finding says what was seen. */
function renderLack(section: SectionVerdict, verdict: DescriptionVerdict): string {
  const finding = verdict.findings.find((candidate) => candidate.section === section.id)!;
  const question = quoteMessage(section.hint || finding.hint || finding.message, 300);
  if (section.status === "missing") return question;
  if (section.status === "empty") return `line ${section.line}, empty: ${question}`;
  if (section.status === "unedited") return `line ${section.line}, still the template's text: ${question}`;
  const where = section.line === null ? "" : `line ${section.line}: `;
  return `${where}${quoteMessage(finding.message, 300)}`;
}

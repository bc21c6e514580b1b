import type { DescriptionVerdict, SectionStatus, SectionVerdict } from "../description/description.ts";
import { askHint, renderHint } from "../config/hint.ts";
import { quoteMessage, quoteText } from "../text/quote-text.ts";

/** Longer tables are cut: nobody reads on, and GitHub takes no more. */
const mostRows = 50;

/** Is this section as the template asks? An optional one may be missing. */
export function isSettled(section: SectionVerdict, verdict: DescriptionVerdict): boolean {
  return !verdict.findings.some((finding) => finding.section === section.id);
}

/**
 * The configured sections, one row each, with a line on what is missing. Sections that are switched off are
 * left out.
 */
export function renderSectionTable(verdict: DescriptionVerdict): string {
  const asked = verdict.sections.filter((section) => section.level !== "off");
  const rows = asked.slice(0, mostRows).map((section) => renderRow(section, verdict));
  const table = ["| | | |", "|---|---|---|", ...rows].join("\n");
  return asked.length > rows.length ? `${table}\n\nAnd ${asked.length - rows.length} more.` : table;
}

function renderRow(section: SectionVerdict, verdict: DescriptionVerdict): string {
  const name = quoteText(section.name, 120);
  if (!isSettled(section, verdict)) return `| – | **${name}** | ${renderLack(section, verdict)} |`;
  if (section.line === null) return `| · | ${name} | optional |`;
  const note =
    section.status === "not-applicable" ? `line ${section.line}, not applicable` : `line ${section.line}`;
  return `| ✓ | ${name} | ${note} |`;
}

/** What a section without an answer looks like; its name stands beside it. */
const states: Partial<Record<SectionStatus, string>> = {
  missing: "missing",
  empty: "empty",
  unedited: "not filled in yet",
  placeholder: "only a placeholder",
  "too-short": "very short",
};

/** The rules that see just that. What others see is told in their own words. */
const stateRules = ["section", "unedited-template", "placeholder", "too-short"];

/**
 * A section without an answer shows its question, and where the answer belongs; any other finding says what
 * was seen.
 */
export function renderLack(section: SectionVerdict, verdict: DescriptionVerdict): string {
  const { line, rule, status, hint } = section;
  const finding = verdict.findings.find((candidate) => candidate.section === section.id)!;
  const where = line === null ? "" : `line ${line}`;
  const state = stateRules.includes(rule ?? "") ? states[status] : undefined;
  if (state === undefined) return join([where, quoteMessage(finding.message, 300)], ": ");
  if (hint === "") return join([where, state], ", ");
  // N/A is a placeholder too; with a reason it is an answer.
  const question = `${quoteMessage(askHint(hint), 300)}${status === "placeholder" ? " Or why doesn't it apply?" : ""}`;
  return status === "missing"
    ? question
    : `${state[0]!.toUpperCase()}${state.slice(1)}${where === "" ? "" : ` (${where})`}. ${question}`;
}

const join = (parts: string[], between: string) => parts.filter((part) => part !== "").join(between);

/** The missing headings with their hints as comments, as they would stand in the description. */
export function renderMissingSections(sections: SectionVerdict[]): string {
  return sections
    .filter((section) => section.status === "missing")
    .map(({ name, hint }) => (hint === "" ? `## ${name}` : `## ${name}\n${renderHint(hint)}`))
    .join("\n\n");
}

/** A code block that holds any text: its fence is longer than every run of backticks inside. */
export function renderCodeBlock(text: string, language = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

import { readHint, renderHint } from "../config/hint.ts";
import type { DescriptionVerdict, SectionVerdict } from "../description/description.ts";
import { quoteMessage, quoteText } from "../text/quote-text.ts";
import { wordFinding } from "./finding.ts";
import type { Lack } from "./words/en/description.ts";
import type { Words } from "./words/words.ts";

/** Longer tables are cut: nobody reads on. */
const maxRows = 50;

/** Is nothing asked about this section? An optional one may be missing. */
export function isSettled(section: SectionVerdict, verdict: DescriptionVerdict): boolean {
  return !verdict.findings.some((finding) => finding.section === section.id);
}

/** The sections that are asked for and have no heading. */
export const listMissing = (verdict: DescriptionVerdict): SectionVerdict[] =>
  verdict.sections.filter((section) => section.status === "missing" && !isSettled(section, verdict));

/**
 * The configured sections, one row each, with a line on what is missing. Sections that are switched off are
 * left out.
 */
export function renderSectionTable(verdict: DescriptionVerdict, words: Words): string {
  const asked = verdict.sections.filter((section) => section.level !== "off");
  const rows = asked.slice(0, maxRows).map((section) => renderRow(section, verdict, words));
  const table = ["| | | |", "|---|---|---|", ...rows].join("\n");
  return asked.length > rows.length ? `${table}\n\n${words.more(asked.length - rows.length)}` : table;
}

function renderRow(section: SectionVerdict, verdict: DescriptionVerdict, words: Words): string {
  const { description } = words;
  const name = quoteText(section.heading, 120);
  if (!isSettled(section, verdict)) return `| – | **${name}** | ${renderLack(section, verdict, words)} |`;
  const { line, status } = section;
  if (line === null) return `| · | ${name} | ${description.optional} |`;
  const note = status === "not-applicable" ? description.lineNotApplicable(line) : description.line(line);
  return `| ✓ | ${name} | ${note} |`;
}

/** The rules that see only a section's status. Others see more, and say it in their own words. */
const lackRules = ["section", "unedited-template", "placeholder", "too-short"];

/**
 * A section without an answer shows its question, and where the answer belongs; any other finding says what
 * was seen.
 */
export function renderLack(section: SectionVerdict, verdict: DescriptionVerdict, words: Words): string {
  const { line, rule, hint } = section;
  const finding = verdict.findings.find((candidate) => candidate.section === section.id);
  if (!lackRules.includes(rule ?? "") && finding !== undefined) {
    const { message } = wordFinding(finding, words);
    return words.description.remark({ line, message: quoteMessage(message, 300) });
  }
  const lack = section.status as Lack;
  const ask = words.findings.ask(readHint(hint));
  if (ask === "") return words.description.lack({ lack, line });
  return words.description.lackAndAsk({ lack, line, ask: quoteMessage(ask, 300) });
}

/** The missing headings with their hints as comments, as they would stand in the description. */
export function renderMissingSections(verdict: DescriptionVerdict): string {
  return listMissing(verdict)
    .map(({ heading, hint }) => (hint === "" ? `## ${heading}` : `## ${heading}\n${renderHint(hint)}`))
    .join("\n\n");
}

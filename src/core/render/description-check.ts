import { configPath, type Observation } from "../observation.ts";
import type { EffectiveConfig } from "../config/effective.ts";
import type { Source } from "../config/layers.ts";
import type { DescriptionVerdict, SectionStatus, SectionVerdict } from "../description/description.ts";
import { quoteMessage, quoteText } from "../text/quote-text.ts";
import { inSentence, joinWords } from "./words.ts";
import type { Finding } from "../finding.ts";
import { isSettled, renderSectionTable } from "./section-table.ts";

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

/**
 * The check run's title: `3 of 5 sections: risk and testing are missing`, `Complete`, `Not checked: draft`.
 */
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

/**
 * The check run's summary: the table of sections, the remarks that belong to none, and what it means for
 * merging.
 */
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

/**
 * A finding of a section's own row is told there; further ones, and those about the whole, get a line of
 * their own.
 */
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

/** The lines under the description check's table: what merging waits for, config problems, missing access. */
export function renderNotes(input: {
  observation: Observation;
  effective: EffectiveConfig;
  /** About slash commands, when no other check shows them. */
  commandLines: readonly string[];
  /** The list of commands, when somebody asked for it and no other check shows it; "" otherwise. */
  help: string;
}): string[] {
  const { effective, observation, commandLines, help } = input;
  return [
    commandLines.map((line) => `- ${line}`).join("\n"),
    help,
    renderConfigProblems(effective),
    renderUnavailable(observation.unavailable),
  ].filter((note) => note !== "");
}

function renderConfigProblems({ problems }: EffectiveConfig): string {
  if (problems.length === 0) return "";
  const lines = problems.slice(0, 10).map(({ source, file, place, message, fallback }) => {
    const whose = source === "organisation" ? "the organisation's " : "";
    const position = place.line > 0 ? `:${place.line}:${place.column}` : "";
    return `- ${whose}\`${file}${position}\`: ${quoteMessage(message, 400)}${fallback === "" ? "" : ` ${quoteMessage(fallback, 200)}`}`;
  });
  const more = problems.length > lines.length ? [`- … and ${problems.length - lines.length} more`] : [];
  return ["Parts of the configuration can't be used:", "", ...lines, ...more].join("\n");
}

function renderUnavailable(unavailable: string[]): string {
  if (unavailable.length === 0) return "";
  return `The app can't read ${joinWords(unavailable)}; what depends on it is skipped.`;
}

/**
 * The check run's details: for each section which heading matched, which rule spoke, and where the
 * requirement comes from; "" when nothing is asked.
 */
export function renderDescriptionReasons(verdict: DescriptionVerdict, effective: EffectiveConfig): string {
  if (verdict.exempt !== null || verdict.gaveUp !== null) return "";
  const lines = verdict.sections.map(
    (section) => `- ${quoteText(section.name, 120)}: ${renderReason(section, effective)}`,
  );
  return ["**Why**", "", ...lines].join("\n");
}

/** What was seen first, then what is asked and by whom. */
function renderReason(section: SectionVerdict, effective: EffectiveConfig): string {
  const because = section.levelBecause === null ? "" : ` (${quoteMessage(section.levelBecause, 200)})`;
  const source = describeSource(findSource(section.id, effective));
  const asked = `${levelWords[section.level]}${because}`;
  return `${renderMatch(section)}; ${asked} (${source})`;
}

function renderMatch({ heading, line, status, rule }: SectionVerdict): string {
  if (line === null) return "no heading matched";
  const where =
    heading === null
      ? `text without a heading from line ${line}`
      : `heading "${quoteText(heading, 120)}" on line ${line}`;
  return `${where}, ${statusWords[status]}${rule === null ? "" : ` (rule \`${rule}\`)`}`;
}

/** What a level means for whoever writes the description. */
const levelWords: Record<SectionVerdict["level"], string> = {
  error: "required",
  warning: "recommended",
  off: "not asked",
};

const statusWords: Record<SectionStatus, string> = {
  filled: "filled",
  missing: "missing",
  empty: "empty",
  placeholder: "a placeholder",
  unedited: "not filled in yet",
  "too-short": "very short",
  "not-applicable": "not applicable",
  unread: "not read",
};

/** Where a section's level was set: the section's own key, else the list that it is in, else the defaults. */
function findSource(id: string, { sources }: EffectiveConfig): Source {
  const path = `description.sections.${id}`;
  for (const key of [`${path}.level`, path, "description.sections"]) {
    const source = sources.get(key);
    if (source) return source;
  }
  return [...sources].find(([key]) => key.startsWith(`${path}.`))?.[1] ?? "default";
}

function describeSource(source: Source): string {
  if (source === "repository") return `\`${configPath}\``;
  return source === "default" ? "default" : "the organisation's file";
}

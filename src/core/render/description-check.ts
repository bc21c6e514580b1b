import type { CommandLine } from "../commands/answer-comment.ts";
import type { EffectiveConfig } from "../config/effective.ts";
import type { Source } from "../config/layers.ts";
import type {
  DescriptionVerdict,
  Exemption,
  SectionStatus,
  SectionVerdict,
} from "../description/description.ts";
import type { Finding } from "../finding.ts";
import type { Observation } from "../observation.ts";
import { quoteMessage, quoteText } from "../text/quote-text.ts";
import { renderFinding } from "./finding.ts";
import { joinParagraphs } from "./markdown.ts";
import { renderCommandLines } from "./review-check.ts";
import { isSettled, renderSectionTable } from "./section-table.ts";
import type { Words } from "./words/words.ts";

/**
 * The check run's title: `3 of 5 sections: risk and testing are missing`, `Complete`, `Not checked: draft`.
 */
export function renderDescriptionTitle(verdict: DescriptionVerdict, { description }: Words): string {
  // A title is plain text: backticks would be shown as they are.
  if (verdict.exempt !== null)
    return description.notCheckedTitle(description.exemption(verdict.exempt).replaceAll("`", "").trim());
  if (verdict.unread !== null) return description.unreadTitle;
  const asked = verdict.sections.filter((section) => section.level !== "off");
  const open = asked.filter((section) => !isSettled(section, verdict));
  if (open.length > 0) {
    const groups = groupByStatus(open).map(({ status, names }) => ({
      status,
      names: names.map(description.inSentence),
    }));
    return description.open({ done: asked.length - open.length, all: asked.length, groups });
  }
  const { findings } = verdict;
  if (findings.length === 0) return description.complete;
  // A description that may fail the check isn't complete.
  const hasError = findings.some(({ level }) => level === "error");
  return hasError
    ? description.remarksToSettle(findings.length)
    : description.completeWithRemarks(findings.length);
}

function groupByStatus(sections: readonly SectionVerdict[]): { status: SectionStatus; names: string[] }[] {
  const groups = new Map<SectionStatus, string[]>();
  for (const { heading, status } of sections) groups.set(status, [...(groups.get(status) ?? []), heading]);
  return [...groups].map(([status, names]) => ({ status, names }));
}

interface SkippedDescription {
  /** `/async skip`: by whom, and why; null when nobody skipped it. */
  skipped: { by: string; reason: string } | null;
}

/** The check run's title when the verdict alone does not decide it: skipped, or kept from an earlier look. */
export function renderCheckTitle(
  {
    verdict,
    skipped,
    keptTitle,
  }: SkippedDescription & {
    verdict: DescriptionVerdict;
    keptTitle: string | null;
  },
  words: Words,
): string {
  if (skipped !== null) return words.description.skippedTitle(skipped.by);
  return keptTitle ?? renderDescriptionTitle(verdict, words);
}

/** Who skipped the check, and why; "" when nobody did. */
export function renderSkipped({ skipped }: SkippedDescription, { description }: Words): string {
  if (skipped === null) return "";
  return description.skipped({ by: quoteText(skipped.by), reason: quoteText(skipped.reason, 300) });
}

/** The check run's summary: the table of sections, the findings that fit none of its rows, and the notes. */
export function renderDescriptionSummary(
  verdict: DescriptionVerdict,
  notes: readonly string[],
  words: Words,
): string {
  const others = verdict.findings.filter((finding) => !isInTable(finding, verdict));
  return joinParagraphs([
    renderHead(verdict, words),
    renderOpenComment(verdict, words),
    others.map((finding) => renderFinding(finding, words)).join("\n"),
    ...notes,
  ]);
}

function renderHead(verdict: DescriptionVerdict, words: Words): string {
  if (verdict.exempt !== null) return renderNotNeeded(verdict.exempt, words);
  return verdict.unread === null ? renderSectionTable(verdict, words) : "";
}

/** Why text that its author can see in the editor counts as missing: one line for all sections. */
export function renderOpenComment(verdict: DescriptionVerdict, { description }: Words): string {
  const { openComment, sections, findings } = verdict;
  const isLacking = sections.some(
    ({ id, status }) =>
      (status === "missing" || status === "empty") && findings.some(({ section }) => section === id),
  );
  return openComment === null || !isLacking ? "" : description.openComment(openComment);
}

/** Does its section's row show the finding? A row shows its section's first one. */
function isInTable(finding: Finding, verdict: DescriptionVerdict): boolean {
  const shown = verdict.sections.some(({ id, level }) => id === finding.section && level !== "off");
  return shown && verdict.findings.find(({ section }) => section === finding.section) === finding;
}

/** One line on why nothing is asked. */
export function renderNotNeeded(exempt: Exemption, { description }: Words): string {
  if (exempt.type === "draft") return description.notCheckedAsDraft;
  return description.notChecked(description.exemption(exempt));
}

/** The lines under the description check's table: answers to commands, config problems, missing access. */
export function renderNotes(
  input: {
    observation: Observation;
    effective: EffectiveConfig;
    /** About slash commands, when no other check shows them. */
    commandLines: readonly CommandLine[];
    /** The list of commands, when somebody asked for it and no other check shows it; "" otherwise. */
    help: string;
  },
  words: Words,
): string[] {
  const { effective, observation, commandLines, help } = input;
  const { unavailable } = observation;
  return [
    renderCommandLines(commandLines, words),
    help,
    renderConfigProblems(effective, words),
    unavailable.length === 0 ? "" : words.description.unavailable(unavailable),
  ];
}

function renderConfigProblems({ problems }: EffectiveConfig, { description, moreInList }: Words): string {
  if (problems.length === 0) return "";
  const lines = problems.slice(0, 10).map(({ source, file, place, message, fallback }) => {
    const position = place.line > 0 ? `:${place.line}:${place.column}` : "";
    const code = `\`${file}${position}\``;
    const where = source === "organisation" ? description.organisationsFile(code) : code;
    return `- ${where}: ${quoteMessage(message, 400)}${fallback === "" ? "" : ` ${quoteMessage(fallback, 200)}`}`;
  });
  const more = problems.length > lines.length ? [`- … ${moreInList(problems.length - lines.length)}`] : [];
  return [description.configProblems, "", ...lines, ...more].join("\n");
}

/**
 * The check run's details: for each section, which heading matched, which rule found something, and where the
 * requirement comes from; "" when nothing is asked.
 */
export function renderDescriptionReasons(
  verdict: DescriptionVerdict,
  effective: EffectiveConfig,
  words: Words,
): string {
  if (verdict.exempt !== null || verdict.unread !== null) return "";
  const lines = verdict.sections.map(
    (section) => `- ${quoteText(section.heading, 120)}: ${renderReason(section, effective, words)}`,
  );
  return [`**${words.description.why}**`, "", ...lines].join("\n");
}

/** What was seen first, then what is asked and by whom. */
function renderReason(section: SectionVerdict, effective: EffectiveConfig, { description }: Words): string {
  const { id, writtenHeading: heading, line, status, rule, level, levelBecause } = section;
  return description.reason({
    line,
    status,
    rule,
    level,
    heading: heading === null ? null : quoteText(heading, 120),
    because: levelBecause === null ? null : quoteMessage(description.conditions(levelBecause), 200),
    source: findSource(id, effective),
  });
}

/** Where a section's level was set: the section's own key, else the list that it is in, else the defaults. */
function findSource(id: string, { sources }: EffectiveConfig): Source {
  const path = `description.sections.${id}`;
  for (const key of [`${path}.level`, path, "description.sections"]) {
    const source = sources.get(key);
    if (source) return source;
  }
  return [...sources].find(([key]) => key.startsWith(`${path}.`))?.[1] ?? "default";
}

import { configPath, type EffectiveConfig, type Source } from "../config/effective.ts";
import type { DescriptionVerdict, SectionVerdict } from "../description/description.ts";
import { quoteText } from "./quote-text.ts";

/** The check run's details: for each section which heading matched, which rule spoke, and where the requirement comes from. */
export function renderDescriptionReasons(verdict: DescriptionVerdict, effective: EffectiveConfig): string {
  const lines = verdict.sections.map(
    (section) => `- ${quoteText(section.name, 120)}: ${renderReason(section, effective)}`,
  );
  return ["**Why**", "", ...lines].join("\n");
}

function renderReason(section: SectionVerdict, effective: EffectiveConfig): string {
  const asked = `${section.level}${section.levelBecause === null ? "" : ` (${quoteText(section.levelBecause, 200)})`}`;
  return [
    section.level === "off" ? `not asked${asked.slice(3)}` : `asked as ${asked}`,
    renderMatch(section),
    ...(section.rule === null ? [] : [`rule \`${section.rule}\``]),
    `from ${describeSource(findSource(section.id, effective))}`,
  ].join("; ");
}

function renderMatch({ heading, line, status }: SectionVerdict): string {
  if (line === null) return "no heading matched";
  const where =
    heading === null
      ? `text without a heading from line ${line}`
      : `heading "${quoteText(heading, 120)}" on line ${line}`;
  return `${where}, ${status}`;
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

function describeSource(source: Source): string {
  if (source === "repository") return `\`${configPath}\``;
  return source === "default" ? "the defaults" : "the organisation's file";
}

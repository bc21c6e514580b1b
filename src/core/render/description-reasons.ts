import { configPath, type EffectiveConfig } from "../config/effective.ts";
import type { Source } from "../config/inherit/layers.ts";
import type { DescriptionVerdict, SectionStatus, SectionVerdict } from "../description/description.ts";
import { quoteMessage, quoteText } from "../text/quote-text.ts";

/** The check run's details: for each section which heading matched, which rule spoke, and where the requirement comes from; "" when nothing is asked. */
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

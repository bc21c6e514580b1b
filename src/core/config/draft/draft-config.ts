import { stringify } from "yaml";
import { defaultSections } from "../schema/default-sections.ts";
import { schemaUrl } from "../schema/json-schema.ts";
import { readTemplate, type TemplateSection } from "./read-template.ts";

export interface PullRequestTemplate {
  /** As a person finds it in the repository. */
  path: string;
  text: string;
}

interface DraftSection extends TemplateSection {
  id: string;
}

/** Emoji shortcodes and remarks in brackets are not part of what a heading means. */
const bare = (text: string) => text.replace(/:[a-z0-9_+-]+:/g, " ").replace(/\([^)]*\)/g, " ");

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const slug = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/_+$/, "");

/** An id of a heading's own words; a heading without any Latin letter is a `section`. */
const idOf = (heading: string) => slug(bare(heading)) || slug(heading) || "section";

/** The default section that a heading means; null when there is none. */
function defaultIdOf(heading: string): string | null {
  const folded = fold(bare(heading));
  const found = defaultSections.find(({ id, heading: known, aliases }) =>
    [id, known, ...aliases].some((word) => fold(word) === folded),
  );
  return found?.id ?? null;
}

/** A default's id for the first heading that means it; each other one has a name of its own. */
function nameSections(sections: readonly TemplateSection[]): DraftSection[] {
  const taken = new Set<string>();
  const reserved = new Set<string>(defaultSections.map(({ id }) => id));
  return sections.map((section) => {
    const meant = defaultIdOf(section.heading);
    let id = meant !== null && !taken.has(meant) ? meant : idOf(section.heading);
    const wanted = id;
    for (let number = 2; taken.has(id) || (id !== meant && reserved.has(id)); number += 1)
      id = `${wanted}_${number}`;
    taken.add(id);
    return { ...section, id };
  });
}

/** The headings of all templates, once each, in order; one that not every template has is optional. */
function mergeTemplates(templates: readonly PullRequestTemplate[]): TemplateSection[] {
  const merged = new Map<string, TemplateSection & { count: number }>();
  for (const { text } of templates) {
    const mine = new Map(
      readTemplate(text).map((section) => [fold(section.heading) || section.heading, section]),
    );
    for (const [key, section] of mine) {
      const known = merged.get(key);
      if (known === undefined) merged.set(key, { ...section, count: 1 });
      else known.count += 1;
    }
  }
  return [...merged.values()].map(({ count, ...section }) => ({
    ...section,
    isOptional: section.isOptional || count < templates.length,
  }));
}

const quoted = (text: string) => stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();

function renderSection({ id, heading, hint, isOptional }: DraftSection): string {
  const known = defaultSections.find((section) => section.id === id);
  const lines = [`    - id: ${id}`];
  if (heading !== known?.heading) lines.push(`      heading: ${quoted(heading)}`);
  lines.push("      level: warning");
  if (isOptional) lines.push("      optional: true");
  if (hint !== "" && hint !== known?.hint) lines.push(`      hint: ${quoted(hint)}`);
  return lines.join("\n");
}

const defaults: DraftSection[] = defaultSections.map((section) => ({ ...section, isOptional: false }));

/**
 * A first `async.yml` for a repository: its pull request template's headings as sections, with the template's own wording as hints, all
 * at `warning`. Without a template (or without a heading in it) the five default sections. Only what differs from the defaults is written.
 */
export function draftConfig(templates: readonly PullRequestTemplate[]): string {
  const named = nameSections(mergeTemplates(templates));
  const from = templates.map(({ path }) => path).join(", ");
  const origin = named.length > 0 ? `the headings of ${from}` : "the five default sections";
  const sections = named.length > 0 ? named : defaults;
  return `# yaml-language-server: $schema=${schemaUrl}
version: 1

# advise: findings never fail a check. block: findings of level \`error\` do.
enforcement: advise

description:
  # From ${origin.replace(/[\r\n]+/g, " ")}. Raise a level to \`error\` once people are used to it.
  sections:
${sections.map(renderSection).join("\n")}

# Whose turn it is, and reminders, start with a time zone:
# turns:
#   hours: {time_zone: Europe/Berlin}
`;
}

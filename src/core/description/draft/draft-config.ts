import { stringify } from "yaml";
import { schemaUrl } from "../../config/schema/json-schema.ts";
import { completeSection } from "../../config/schema/section-schema.ts";
import { defaultSections } from "../../config/section-names/default-sections.ts";
import { findSections } from "../find-sections.ts";
import { matchSections } from "../match-sections.ts";
import { plainName, toName } from "../parse/name.ts";
import { parseDescription } from "../parse-description.ts";
import { isUnread } from "../parts.ts";
import { readTemplate, type TemplateSection } from "./read-template.ts";
import { toSectionId } from "./section-id.ts";

interface PullRequestTemplate {
  /** Its path in the repository. */
  path: string;
  text: string;
}

interface DraftSection {
  id: string;
  heading: string;
  aliases: string[];
  hint: string;
  isOptional: boolean;
  takesNone: boolean;
  /** How many templates have it. */
  count: number;
}

const fold = (text: string) => toName(plainName(text))?.exact ?? text;

const ownWords = new Map([
  ["context", /\bcontext\b/],
  ["approach", /\bapproach\b/],
  ["risk", /\brisks?\b/],
  ["testing", /\btest/],
]);

/**
 * How closely a heading matches a default section: 0 for its own name, more for a word further down its list.
 */
function distance({ heading, name }: TemplateSection, id: string): number {
  const section = defaultSections.find((known) => known.id === id);
  const words = section === undefined ? [] : [section.heading, ...section.aliases];
  const index = words.findIndex((word) => fold(word) === fold(name));
  const names = matchSections(heading, defaultSections).size;
  // "Motivation and context" is closer to Context than "Description".
  const isSaid = names === 1 && (ownWords.get(id)?.test(fold(name)) ?? false);
  // A heading that names several sections is further from each.
  const further = index === -1 ? 1000 + (heading.names[0]?.exact ?? "").length + 100 * names : index;
  return index === 0 || isSaid ? further : 5000 + further;
}

/** Which default section each heading is. If several mean the same one, the closest match gets it. */
function findMeanings(sections: readonly TemplateSection[]): Map<TemplateSection, string> {
  const pairs = sections.flatMap((section) =>
    [...matchSections(section.heading, defaultSections)].map((id) => ({
      section,
      id,
      distance: distance(section, id),
    })),
  );
  const meanings = new Map<TemplateSection, string>();
  const taken = new Set<string>();
  for (const { section, id } of pairs.sort((one, other) => one.distance - other.distance)) {
    if (taken.has(id) || meanings.has(section)) continue;
    meanings.set(section, id);
    taken.add(id);
  }
  return meanings;
}

/** The sections of all templates, once each, in order. One that some template lacks is optional. */
function mergeTemplates(templates: readonly (readonly TemplateSection[])[]): DraftSection[] {
  const merged: DraftSection[] = [];
  const ids = new Set<string>(defaultSections.map(({ id }) => id));
  for (const sections of templates) {
    const meanings = findMeanings(sections);
    const mine = new Set<DraftSection>();
    for (const section of sections) {
      const { name, heading, hint, isOptional, takesNone } = section;
      const meaning = meanings.get(section);
      const known = merged.find(
        ({ id, heading: first, aliases }) =>
          id === meaning || [first, ...aliases].some((word) => fold(word) === fold(name)),
      );
      if (known === undefined) {
        const wanted = toSectionId(name, heading.text) ?? [...matchSections(heading, defaultSections)][0];
        const id = meaning ?? findFreeId(wanted ?? "section", ids);
        ids.add(id);
        const draft = { id, heading: name, aliases: [], hint, isOptional, takesNone, count: 1 };
        merged.push(draft);
        mine.add(draft);
        continue;
      }
      if (![known.heading, ...known.aliases].some((word) => fold(word) === fold(name)))
        known.aliases.push(name);
      if (known.hint === "") known.hint = hint;
      known.takesNone ||= takesNone;
      known.isOptional ||= isOptional;
      if (!mine.has(known)) known.count += 1;
      mine.add(known);
    }
  }
  for (const section of merged) section.isOptional ||= section.count < templates.length;
  return merged;
}

function findFreeId(wanted: string, ids: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; ids.has(id); number += 1) id = `${wanted}_${number}`;
  return id;
}

/**
 * If every section were optional, an empty description would pass. So what each template asks first becomes
 * one required section.
 */
function requireOne(
  merged: DraftSection[],
  templates: readonly (readonly TemplateSection[])[],
): DraftSection[] {
  if (merged.length === 0 || merged.some(({ isOptional }) => !isOptional)) return merged;
  const firsts = new Set(templates.flatMap(([first]) => (first === undefined ? [] : [fold(first.name)])));
  const asked = merged.filter(({ heading, aliases }) =>
    [heading, ...aliases].some((word) => firsts.has(fold(word))),
  );
  const [main, ...others] = asked;
  if (main === undefined) return merged;
  const aliases = [...main.aliases, ...others.flatMap((other) => [other.heading, ...other.aliases])];
  const whole = { ...main, aliases, isOptional: false };
  return merged
    .filter((section) => !others.includes(section))
    .map((section) => (section === main ? whole : section));
}

/** Drops sections that are found in none of the templates: they would be missing from every description. */
function keepFound(sections: DraftSection[], templates: readonly PullRequestTemplate[]): DraftSection[] {
  const completed = sections.map(({ id, heading, aliases }) => completeSection({ id, heading, aliases }));
  const found = new Set<string>();
  for (const { text } of templates) {
    const parsed = parseDescription(text);
    if (!isUnread(parsed)) for (const id of findSections(parsed, completed).occurrences.keys()) found.add(id);
  }
  return sections.filter(({ id }) => found.has(id));
}

const quoted = (text: string) => stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();

/** Each box has its own line. */
const quotedHint = (hint: string) =>
  hint.includes("\n") ? `|-\n${hint.replace(/^/gm, "        ")}` : quoted(hint);

function renderSection({ id, heading, aliases, hint, isOptional, takesNone }: DraftSection): string {
  const known = defaultSections.find((section) => section.id === id);
  const lines = [`    - id: ${id}`];
  if (heading !== known?.heading) lines.push(`      heading: ${quoted(heading)}`);
  if (aliases.length > 0)
    lines.push(`      aliases: [${aliases.map((alias) => JSON.stringify(alias)).join(", ")}]`);
  lines.push("      level: warning");
  if (isOptional) lines.push("      optional: true");
  if (takesNone) lines.push("      not_applicable: true");
  if (hint !== "" && hint !== known?.hint) lines.push(`      hint: ${quotedHint(hint)}`);
  return lines.join("\n");
}

const defaults: DraftSection[] = defaultSections.map((section) => ({
  ...section,
  aliases: [],
  isOptional: false,
  takesNone: false,
  count: 1,
}));

/**
 * A first `async.yml` for a repository: the headings of its pull request template as sections, with the
 * template's own wording as hints, all at `warning`. Without a template, or without headings in it, the five
 * default sections. Writes only what is not a default.
 */
export function draftConfig(templates: readonly PullRequestTemplate[]): string {
  const read = templates.map(({ text }) => readTemplate(text)).filter((sections) => sections.length > 0);
  const named = keepFound(requireOne(mergeTemplates(read), read), templates);
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

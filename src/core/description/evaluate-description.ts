import type { Section } from "../config/schema/section-schema.ts";
import type { Finding, Level } from "../finding.ts";
import type { DescriptionVerdict, SectionVerdict } from "./description.ts";
import type { DescriptionInput } from "./description-input.ts";
import { findExemption } from "./find-exemption.ts";
import { type FoundSections, findSections, type Occurrence } from "./find-sections.ts";
import { findWhen } from "./find-when.ts";
import { type GaveUp, hasGivenUp, type TextPart } from "./parsed-description.ts";
import { runRules } from "./rules/run-rules.ts";
import { findOpenComment } from "./find-open-comment.ts";
import type { SectionState } from "./rules/rule.ts";
import { judgeContent, type TemplateTexts, textKey } from "./section-status.ts";

/** Judges a description: the status of every configured section, and what the rules find. Pure. */
export function evaluateDescription(input: DescriptionInput): DescriptionVerdict {
  const { parsed } = input;
  const applied = findWhen(input);
  const levelOf = (section: Section): Level => applied?.when.sections[section.id] ?? section.level;
  const exempt = findExemption(input);
  if (hasGivenUp(parsed)) {
    const states = input.config.sections.map((section) => toUnread(section, levelOf(section)));
    const findings = exempt === null ? [describeGaveUp(parsed)] : [];
    const sections = states.map((state) => toVerdict(state, applied, findings));
    return { exempt, gaveUp: parsed.reason, openComment: null, sections, findings };
  }
  const found = findSections(parsed, input.config.sections);
  const templates = input.templates.map((template) => findSections(template, input.config.sections));
  const states = input.config.sections.map((section) =>
    judgeSection(section, levelOf(section), found, templates, applied?.when.prose_is === section.id),
  );
  const findings = exempt === null ? runRules(input, parsed, states) : [];
  const sections = states.map((state) => toVerdict(state, applied, findings));
  return { exempt, gaveUp: null, openComment: findOpenComment(parsed), sections, findings };
}

function toUnread(section: Section, level: Level): SectionState {
  return { section, level, status: "unread", heading: null, line: null, content: [] };
}

function judgeSection(
  section: Section,
  level: Level,
  found: FoundSections,
  templates: FoundSections[],
  isProse: boolean,
): SectionState {
  const template = collectTemplateTexts(section.id, templates);
  const judged = (found.occurrences.get(section.id) ?? []).map((occurrence) =>
    judgeOccurrence(section, level, occurrence, template),
  );
  // One place that says it is enough; where none does, the first is the one to complete.
  const best = judged.find(({ status }) => status === "filled" || status === "not-applicable");
  const first = best ?? judged.find(({ status }) => status === "too-short") ?? judged[0];
  if (first !== undefined) return first;
  const loose = isProse ? found.loose : [];
  const looseTemplate = toTemplateTexts(templates.flatMap(({ loose: texts }) => texts));
  const status = loose.length === 0 ? "empty" : judgeContent(loose, section, looseTemplate);
  if (status === "empty" || status === "unedited") {
    return { section, level, status: "missing", heading: null, line: null, content: [] };
  }
  return { section, level, status, heading: null, line: loose[0]!.line, content: loose };
}

function judgeOccurrence(
  section: Section,
  level: Level,
  { heading, content, shared }: Occurrence,
  template: TemplateTexts,
): SectionState {
  // A heading that names nearly everything has to be followed by words for everything.
  const min_words = section.min_words * (shared > 2 ? shared : 1);
  const status = judgeContent(content, { ...section, min_words }, template);
  return { section, level, status, heading, line: heading.line, content };
}

/** Everything that any of the templates has under that section's headings. */
function collectTemplateTexts(id: string, templates: FoundSections[]): TemplateTexts {
  return toTemplateTexts(
    templates.flatMap(({ occurrences }) => occurrences.get(id) ?? []).flatMap(({ content }) => content),
  );
}

function toTemplateTexts(parts: readonly TextPart[]): TemplateTexts {
  return new Map(parts.map((part) => [textKey(part.text), part.task === "ticked"]));
}

/** What the reader of texts says when it was not the text itself that was counted. */
const inWords: Record<string, string> = {
  time: "it took too long",
  crash: "reading it failed",
};

/** The one finding about a text that was not read. */
function describeGaveUp({ reason }: GaveUp): Finding {
  return {
    rule: "section",
    level: "error",
    section: null,
    message: `The description can't be read: ${inWords[reason] ?? reason}. Shorten or simplify it`,
    hint: "Move logs and generated text into a file or a comment, and link it.",
    line: null,
  };
}

function toVerdict(
  { section, level, status, heading, line }: SectionState,
  applied: ReturnType<typeof findWhen>,
  findings: Finding[],
): SectionVerdict {
  const isChanged = applied !== null && section.id in applied.when.sections;
  return {
    id: section.id,
    name: section.heading,
    heading: heading?.text ?? null,
    line,
    status,
    level,
    hint: section.hint,
    levelBecause: isChanged ? applied.because : null,
    rule: findings.find((finding) => finding.section === section.id)?.rule ?? null,
  };
}

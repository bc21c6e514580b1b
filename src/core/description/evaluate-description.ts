import type { DescriptionConfig } from "../config/schema/config-schema.ts";
import type { Section } from "../config/schema/section-schema.ts";
import type { Finding, Level } from "../finding.ts";
import type { DescriptionFacts, DescriptionVerdict, SectionVerdict } from "./description.ts";
import { type FoundSections, findSections } from "./find-sections.ts";
import { asText, findOpenComment, isUnread, type ParsedDescription, type Unread } from "./parts.ts";
import { type AppliedWhen, type DescriptionInput, findExemption, findWhen } from "./requirements.ts";
import { configurableRules, type RuleId } from "./rules/index.ts";
import type { Found, Rule, SectionState } from "./rules/rule.ts";
import { section as sectionRule } from "./rules/section.ts";
import { evaluateContent, type TemplateTexts, toTemplateTexts } from "./section-status.ts";

/** Evaluates a description: the status of every configured section, and the rules' findings. Pure. */
export function evaluateDescription(input: DescriptionInput): DescriptionVerdict {
  const { parsed } = input;
  const applied = findWhen(input);
  const levelOf = (section: Section): Level => applied?.when.sections[section.id] ?? section.level;
  const exempt = findExemption(input);
  if (isUnread(parsed)) {
    const states = input.config.sections.map((section) => ({
      section,
      level: levelOf(section),
      ...leaveOut(section, "unread"),
    }));
    const findings = exempt === null ? [toUnreadFinding(parsed)] : [];
    const sections = states.map((state) => toVerdict(state, applied, findings));
    return { exempt, unread: parsed.unread, openComment: null, sections, findings };
  }
  const found = findSections(parsed, input.config.sections);
  const templates = readTemplates(input);
  const states = input.config.sections.map((section) => ({
    section,
    level: levelOf(section),
    ...evaluateSection(section, found, templates, applied?.when.prose_is === section.id),
  }));
  const findings = exempt === null ? runRules(input, parsed, states) : [];
  const sections = states.map((state) => toVerdict(state, applied, findings));
  return { exempt, unread: null, openComment: findOpenComment(parsed), sections, findings };
}

/** The texts of the repository's templates: by section id, and under no heading. */
interface TemplatesBySection {
  sections: ReadonlyMap<string, TemplateTexts>;
  loose: TemplateTexts;
}

function readTemplates({ templates, config }: DescriptionInput): TemplatesBySection {
  const found = templates.map((template) => findSections(template, config.sections));
  // A template's prompt that looks like a heading stops looking like one when its question mark is removed.
  const prompts = templates.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.type === "heading" ? asText(part) : [])),
  );
  const textsOf = (id: string) => {
    const occurrences = found.flatMap((each) => each.occurrences.get(id) ?? []);
    return toTemplateTexts(
      prompts,
      occurrences.flatMap(({ content }) => content),
    );
  };
  return {
    sections: new Map(config.sections.map(({ id }) => [id, textsOf(id)])),
    loose: toTemplateTexts(found.flatMap(({ loose }) => loose)),
  };
}

type Evaluated = Omit<SectionState, "section" | "level">;

/** A section without a place in the text. */
function leaveOut(section: Section, status: "missing" | "unread"): Evaluated {
  const minWords = section.min_words;
  return { status, heading: null, line: null, content: [], used: [], minWords, occurrences: [] };
}

function evaluateSection(
  section: Section,
  found: FoundSections,
  templates: TemplatesBySection,
  isProse: boolean,
): Evaluated {
  const occurrences = found.occurrences.get(section.id) ?? [];
  const template = templates.sections.get(section.id) ?? new Map();
  const evaluated = occurrences.map(({ heading, content, shared }) => {
    // Below a heading that names nearly every section, there have to be words for all of them.
    const minWords = section.min_words * (shared > 2 ? shared : 1);
    return { heading, line: heading.line, ...evaluateContent(section, content, minWords, template) };
  });
  // One complete place is enough. If there is none, the first is the one to complete.
  const best =
    evaluated.find(({ status }) => status === "filled" || status === "not-applicable") ??
    evaluated.find(({ status }) => status === "too-short") ??
    evaluated[0];
  if (best !== undefined) return { ...best, occurrences };
  const [first] = found.loose;
  if (!isProse || first === undefined) return leaveOut(section, "missing");
  const prose = evaluateContent(section, found.loose, section.min_words, templates.loose);
  if (prose.status === "empty" || prose.status === "unedited") return leaveOut(section, "missing");
  return { heading: null, line: first.line, ...prose, occurrences };
}

/** The only finding about a description that was not read. */
const toUnreadFinding = ({ unread: reason }: Unread): Finding => ({
  rule: "section",
  level: "error",
  section: null,
  seen: { type: "unread", reason },
  line: null,
});

function toVerdict(
  { section, level, status, heading, line }: SectionState,
  applied: AppliedWhen | null,
  findings: Finding[],
): SectionVerdict {
  const isChanged = applied !== null && section.id in applied.when.sections;
  return {
    id: section.id,
    heading: section.heading,
    writtenHeading: heading?.text ?? null,
    line,
    status,
    level,
    hint: section.hint,
    levelBecause: isChanged ? applied.because : null,
    rule: findings.find((finding) => finding.section === section.id)?.rule ?? null,
  };
}

const rules = Object.entries(configurableRules) as [RuleId, Rule][];
const weight: Record<Level, number> = { off: 0, warning: 1, error: 2 };

/** Runs every enabled rule, and adds id and level to its findings. A section gets at most one finding. */
function runRules(
  input: DescriptionFacts & { config: Pick<DescriptionConfig, "rules"> },
  parsed: ParsedDescription,
  sections: readonly SectionState[],
): Finding[] {
  const levels = new Map(sections.map((state) => [state.section.id, state.level]));
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const add = (rule: string, level: Level, found: Found) => {
    const sectionLevel = found.section === null ? level : (levels.get(found.section) ?? level);
    const lower = weight[sectionLevel] < weight[level] ? sectionLevel : level;
    if (lower === "off" || (found.section !== null && seen.has(found.section))) return;
    if (found.section !== null) seen.add(found.section);
    findings.push({ rule, level: lower, ...found });
  };
  for (const found of sectionRule.check({ input, parsed, sections, options: {} }))
    add("section", "error", found);
  for (const [id, rule] of rules) {
    const options = input.config.rules[id];
    if (options.level === "off") continue;
    for (const found of rule.check({ input, parsed, sections, options })) add(id, options.level, found);
  }
  return inOrder(findings, sections);
}

/** Findings about sections first, in the sections' order, then those about the whole pull request. */
function inOrder(findings: Finding[], sections: readonly SectionState[]): Finding[] {
  const position = new Map<string | null, number>(sections.map(({ section }, index) => [section.id, index]));
  const at = (finding: Finding) => position.get(finding.section) ?? sections.length;
  return findings.sort((one, other) => at(one) - at(other));
}

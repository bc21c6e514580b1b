import { matchesExpression } from "../config/expressions.ts";
import { matchesLogin, matchesPath } from "../config/globs.ts";
import type { DescriptionConfig, When } from "../config/schema/config-schema.ts";
import type { Section } from "../config/schema/section-schema.ts";
import type { Finding, Level } from "../finding.ts";
import { isSameLabel } from "../pull-request.ts";
import { visibleLines } from "../text/lines.ts";
import {
  type Condition,
  countChangedLines,
  type DescriptionFacts,
  type DescriptionVerdict,
  type Exemption,
  type SectionVerdict,
} from "./description.ts";
import { type FoundSections, findSections } from "./find-sections.ts";
import { asText, findOpenComment, type GaveUp, hasGivenUp, type ParsedDescription } from "./parts.ts";
import { configurableRules, type RuleId } from "./rules/index.ts";
import type { Found, Rule, SectionState } from "./rules/rule.ts";
import { section as sectionRule } from "./rules/section.ts";
import { evaluateContent } from "./section-status.ts";
import { type TemplateTexts, toTemplateTexts } from "./template-texts.ts";

/** Everything that a description is judged by. */
export interface DescriptionInput extends DescriptionFacts {
  config: DescriptionConfig;
}

/** Judges a description: the status of every configured section, and the rules' findings. Pure. */
export function evaluateDescription(input: DescriptionInput): DescriptionVerdict {
  const { parsed } = input;
  const applied = findWhen(input);
  const levelOf = (section: Section): Level => applied?.when.sections[section.id] ?? section.level;
  const exempt = findExemption(input);
  if (hasGivenUp(parsed)) {
    const states = input.config.sections.map((section) => ({
      section,
      level: levelOf(section),
      ...leaveOut(section, "unread"),
    }));
    const findings = exempt === null ? [toUnreadFinding(parsed)] : [];
    const sections = states.map((state) => toVerdict(state, applied, findings));
    return { exempt, gaveUp: parsed.reason, openComment: null, sections, findings };
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
  return { exempt, gaveUp: null, openComment: findOpenComment(parsed), sections, findings };
}

/** What the repository's templates have in each section, by its id, and under no heading. */
interface TemplatesBySection {
  sections: ReadonlyMap<string, TemplateTexts>;
  loose: TemplateTexts;
}

function readTemplates({ templates, config }: DescriptionInput): TemplatesBySection {
  const found = templates.map((template) => findSections(template, config.sections));
  // A prompt that looks like a heading in the template stops looking like one when its question mark goes.
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
  // One place that says enough is enough. If none does, the first is the one to complete.
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
const toUnreadFinding = ({ reason }: GaveUp): Finding => ({
  rule: "section",
  level: "error",
  section: null,
  seen: { type: "unread", reason },
  line: null,
});

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

/** Why nothing is asked of this pull request; null when it is judged. */
function findExemption(input: DescriptionInput): Exemption | null {
  const { exempt } = input.config;
  if (exempt.merge_queue && input.isInMergeQueue) return { type: "merge queue" };
  if (exempt.drafts && input.isDraft) return { type: "draft" };
  const author = exempt.authors.find((pattern) => matchesLogin(pattern, input.author));
  // Most exempt authors are bots; for anybody else, the matching pattern is named.
  if (author !== undefined)
    return input.author.endsWith("[bot]") ? { type: "bot" } : { type: "author", pattern: author };
  const label = exempt.labels.find((name) => hasLabel(input, name));
  if (label !== undefined) return { type: "label", name: label };
  const title = exempt.titles.find(
    (expression) => matchesExpression(expression, input.title) && isCredible(input),
  );
  return title === undefined ? null : { type: "title", pattern: title };
}

const hasLabel = ({ labels }: DescriptionInput, name: string) =>
  labels.some((label) => isSameLabel(label, name));

/**
 * Anybody can write "Revert …". GitHub's own button adds a visible line that says what was reverted: an
 * earlier pull request of the same repository. Where the repository or the number is unknown, that part
 * cannot be checked.
 */
function isCredible({ title, body, repository, number }: DescriptionInput): boolean {
  if (!/^\s*revert\b/i.test(title)) return true;
  return [...visibleLines(body)].some(({ text, fence }) => {
    const match = fence === null ? /^Reverts ([\w.-]+)\/([\w.-]+)#(\d{1,9})[ \t]*$/.exec(text) : null;
    if (match === null) return false;
    const [, owner = "", name = "", reverted] = match;
    const isHere =
      repository === undefined ||
      `${owner}/${name}`.toLowerCase() === `${repository.owner}/${repository.name}`.toLowerCase();
    return isHere && (number === undefined || Number(reverted) < number);
  });
}

/** The first `when` entry whose conditions all hold; null when there is none. */
function findWhen(input: DescriptionInput): { when: When; because: Condition[] } | null {
  for (const when of input.config.when) {
    const conditions = listConditions(when, input);
    // An entry without conditions would match everything by accident.
    if (conditions.length === 0 || conditions.includes(null)) continue;
    return { when, because: conditions.filter((condition) => condition !== null) };
  }
  return null;
}

/** Each condition of the entry: what holds, or null when it does not. */
function listConditions(when: When, input: DescriptionInput): (Condition | null)[] {
  const found: (Condition | null)[] = [];
  const lines = countChangedLines(input);
  if (when.changed_lines_below !== undefined) {
    const holds = lines !== null && lines < when.changed_lines_below;
    found.push(holds ? { type: "lines below", lines: when.changed_lines_below } : null);
  }
  if (when.changed_lines_above !== undefined) {
    const holds = lines !== null && lines > when.changed_lines_above;
    found.push(holds ? { type: "lines above", lines: when.changed_lines_above } : null);
  }
  if (when.paths !== undefined) {
    const type = when.all ? "all files" : "a file";
    found.push(matchesFiles(when.paths, when.all, input) ? { type, globs: when.paths } : null);
  }
  if (when.labels !== undefined) {
    const name = when.labels.find((wanted) => hasLabel(input, wanted));
    found.push(name === undefined ? null : { type: "label", name });
  }
  if (when.base !== undefined) {
    const pattern = findBase(when.base, input.baseRef);
    found.push(pattern === null ? null : { type: "base", pattern });
  }
  if (when.title !== undefined) {
    const holds = matchesExpression(when.title, input.title);
    found.push(holds ? { type: "title", pattern: when.title } : null);
  }
  return found;
}

/** The glob to name for a branch that the whole list matches; null when it does not. */
function findBase(globs: string[], branch: string): string | null {
  if (!matchesPath(globs, branch)) return null;
  const including = globs.find((glob) => !glob.startsWith("!") && matchesPath([glob], branch));
  return including ?? globs[0] ?? null;
}

function matchesFiles(globs: string[], all: boolean, input: DescriptionInput): boolean {
  const paths = input.files.map(({ path }) => path);
  if (!all) return paths.some((path) => matchesPath(globs, path));
  // GitHub lists at most 3,000 files; unlisted ones cannot be matched.
  const isComplete = input.changedFiles <= paths.length;
  return paths.length > 0 && isComplete && paths.every((path) => matchesPath(globs, path));
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
    const { level, ...options } = input.config.rules[id];
    if (level === "off") continue;
    for (const found of rule.check({ input, parsed, sections, options })) add(id, level, found);
  }
  return inOrder(findings, sections);
}

/** Findings about sections first, in the sections' order, then those about the whole pull request. */
function inOrder(findings: Finding[], sections: readonly SectionState[]): Finding[] {
  const position = new Map<string | null, number>(sections.map(({ section }, index) => [section.id, index]));
  const at = (finding: Finding) => position.get(finding.section) ?? sections.length;
  return findings.sort((one, other) => at(one) - at(other));
}

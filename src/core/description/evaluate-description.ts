import type { DescriptionConfig, When } from "../config/schema/config-schema.ts";
import {
  countChangedLines,
  type DescriptionFacts,
  type DescriptionVerdict,
  type SectionVerdict,
} from "./description.ts";
import { matchesLogin, matchesPath } from "../config/glob.ts";
import { matchesExpression } from "../config/compile-pattern.ts";
import { visibleLines } from "../text/visible-lines.ts";
import type { Section } from "../config/schema/section-schema.ts";
import type { Finding, Level } from "../finding.ts";
import { findSections, type FoundSections, type Occurrence } from "./find-sections.ts";
import { type GaveUp, hasGivenUp, type TextPart } from "./parsed-description.ts";
import { runRules } from "./rules/run-rules.ts";
import { findOpenComment } from "./find-open-comment.ts";
import type { SectionState } from "./rules/rule.ts";
import { judgeContent, type TemplateTexts, textKey } from "./section-status.ts";

/** Everything that a description is judged by. */
export interface DescriptionInput extends DescriptionFacts {
  config: DescriptionConfig;
}

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

/** Why nothing is asked of this pull request, in words for the check run; null when it is judged. */
function findExemption(input: DescriptionInput): string | null {
  const { exempt } = input.config;
  if (exempt.merge_queue && input.inMergeQueue) return "in the merge queue";
  if (exempt.drafts && input.isDraft) return "draft";
  const author = exempt.authors.find((pattern) => matchesLogin(pattern, input.author));
  if (author !== undefined) return describeAuthor(input.author, author);
  const label = exempt.labels.find((name) =>
    input.labels.some((has) => has.toLowerCase() === name.toLowerCase()),
  );
  if (label !== undefined) return `label \`${label}\``;
  const title = exempt.titles.find(
    (expression) => matchesExpression(expression, input.title) && isCredible(input),
  );
  return title === undefined ? null : `title matches \`${title}\``;
}

/** Most exempt authors are bots; whoever else is exempt is told by which pattern. */
function describeAuthor(login: string, pattern: string): string {
  return login.endsWith("[bot]") ? "opened by a bot" : `opened by somebody who is exempt (\`${pattern}\`)`;
}

/**
 * Anybody can write "Revert …". GitHub's own button adds a line that says what was reverted: one that readers
 * see, of an earlier pull request of the same repository. Where the repository or the number is not known,
 * that part cannot be looked at.
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

/** The first `when` entry whose conditions all hold, and the conditions in words; null when none does. */
function findWhen(input: DescriptionInput): { when: When; because: string } | null {
  for (const when of input.config.when) {
    const because = describeMatch(when, input);
    if (because !== null) return { when, because };
  }
  return null;
}

function describeMatch(when: When, input: DescriptionInput): string | null {
  const reasons: (string | null)[] = [];
  const lines = countChangedLines(input);
  if (when.changed_lines_below !== undefined) {
    const holds = lines !== null && lines < when.changed_lines_below;
    reasons.push(holds ? `fewer than ${when.changed_lines_below} changed lines` : null);
  }
  if (when.changed_lines_above !== undefined) {
    const holds = lines !== null && lines > when.changed_lines_above;
    reasons.push(holds ? `more than ${when.changed_lines_above} changed lines` : null);
  }
  if (when.paths !== undefined) reasons.push(describePaths(when.paths, when.all, input));
  if (when.labels !== undefined) {
    const label = when.labels.find((wanted) =>
      input.labels.some((name) => name.toLowerCase() === wanted.toLowerCase()),
    );
    reasons.push(label === undefined ? null : `label \`${label}\``);
  }
  if (when.base !== undefined) {
    const pattern = when.base.find((glob) => matchesPath([glob], input.baseRef));
    reasons.push(pattern === undefined ? null : `base branch matches \`${pattern}\``);
  }
  if (when.title !== undefined) {
    reasons.push(matchesExpression(when.title, input.title) ? `title matches \`${when.title}\`` : null);
  }
  // An entry without conditions would match everything by accident.
  return reasons.length === 0 || reasons.includes(null) ? null : reasons.join(", ");
}

function describePaths(globs: string[], all: boolean, input: DescriptionInput): string | null {
  const paths = input.files.map(({ path }) => path);
  const shown = globs.map((glob) => `\`${glob}\``).join(", ");
  if (!all) return paths.some((path) => matchesPath(globs, path)) ? `a file matches ${shown}` : null;
  // GitHub lists at most 3,000 files: what is not listed is not known to match.
  const isComplete = input.changedFiles <= paths.length;
  const holds = paths.length > 0 && isComplete && paths.every((path) => matchesPath(globs, path));
  return holds ? `all files match ${shown}` : null;
}

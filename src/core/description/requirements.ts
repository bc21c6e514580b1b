import { matchesExpression } from "../config/expressions.ts";
import { matchesLogin, matchesPath } from "../config/globs.ts";
import type { DescriptionConfig, When } from "../config/schema/config-schema.ts";
import { isSameLabel } from "../pull-request.ts";
import { visibleLines } from "../text/lines.ts";
import { type Condition, countChangedLines, type DescriptionFacts, type Exemption } from "./description.ts";

/** Everything that a description is evaluated by. */
export interface DescriptionInput extends DescriptionFacts {
  config: DescriptionConfig;
}

/** Why nothing is asked of this pull request; null when something is. */
export function findExemption(input: DescriptionInput): Exemption | null {
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
 * Anybody can write "Revert …". GitHub's own button adds a visible line that names an earlier pull request of
 * the same repository. An unknown repository or number is not checked.
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

/** A `when` entry that applies, and its conditions. */
export interface AppliedWhen {
  when: When;
  because: Condition[];
}

/** The first `when` entry whose conditions all hold; null when there is none. */
export function findWhen(input: DescriptionInput): AppliedWhen | null {
  for (const when of input.config.when) {
    const conditions = listConditions(when, input);
    // An entry without conditions would match everything by accident.
    if (conditions.length === 0 || conditions.includes(null)) continue;
    return { when, because: conditions.filter((condition) => condition !== null) };
  }
  return null;
}

/** The entry's conditions; null for each that does not hold. */
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

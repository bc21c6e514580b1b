import { matchesPath } from "../config/patterns/matches-path.ts";
import type { When } from "../config/schema/when-schema.ts";
import { countChangedLines } from "./count-changed-lines.ts";
import type { DescriptionInput } from "./description-input.ts";
import { matchesExpression } from "./matches-expression.ts";

/** The first `when` entry whose conditions all hold, and the conditions in words; null when none does. */
export function findWhen(input: DescriptionInput): { when: When; because: string } | null {
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

import { matchesLogin } from "../config/patterns/matches-login.ts";
import { visibleLines } from "../text/visible-lines.ts";
import type { DescriptionInput } from "./description-input.ts";
import { matchesExpression } from "./matches-expression.ts";

/** Why nothing is asked of this pull request, in words for the check run; null when it is judged. */
export function findExemption(input: DescriptionInput): string | null {
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
 * Anybody can write "Revert …". GitHub's own button adds a line that says what was reverted: one that readers see, of an earlier
 * pull request of the same repository. Where the repository or the number is not known, that part cannot be looked at.
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

import type { Commit } from "./git.ts";
import type { Repository, State } from "./model.ts";

/**
 * The commit behind `HEAD`, a branch, `refs/heads/<branch>`, `refs/pull/<n>/head` or a SHA; null when there
 * is none.
 */
export function resolveRef(state: State, repository: Repository, ref: string): Commit | null {
  const pull = /^refs\/pull\/(\d+)\/head$/.exec(ref);
  const sha =
    ref === "HEAD"
      ? repository.branches.get(repository.defaultBranch)
      : pull
        ? repository.pullRequests.get(Number(pull[1]))?.headSha
        : repository.branches.get(ref.replace(/^refs\/heads\//, ""));
  return state.commits.get(sha ?? ref) ?? null;
}

/** A Git object expression, `<ref>` or `<ref>:<path>`. */
export function resolveExpression(
  state: State,
  repository: Repository,
  expression: string,
): { commit: Commit } | { text: string } | null {
  const colon = expression.indexOf(":");
  const commit = resolveRef(state, repository, colon < 0 ? expression : expression.slice(0, colon));
  if (commit === null || colon < 0) return commit && { commit };
  const text = commit.tree.get(expression.slice(colon + 1));
  return text === undefined ? null : { text };
}

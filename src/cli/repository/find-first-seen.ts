import type { Instant, PullRequest } from "../../core/pull-request.ts";

/**
 * When the app first saw a pull request, as far as GitHub tells: its own check suite on a commit is made when
 * the commit is pushed or first checked. The command line has no database to ask. Null when the app left no
 * trace.
 */
export function findFirstSeen({
  createdAt,
  commits,
}: Pick<PullRequest, "createdAt" | "commits">): Instant | null {
  const suites = commits.flatMap(({ ownSuiteCreatedAt }) => ownSuiteCreatedAt ?? []).sort();
  const [first] = suites;
  if (first === undefined) return null;
  return first < createdAt ? createdAt : first;
}

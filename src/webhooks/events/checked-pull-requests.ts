import { arrayAt, idAt, objectAt, type Payload } from "../payload.ts";

/**
 * Numbers of the pull requests that a check run or suite names. Empty for forks; and a commit that several
 * repositories of a network share is named with pull requests of the others too, which are left out.
 */
export function findCheckedPullRequests(check: Payload, repositoryId: number): number[] {
  const numbers = (arrayAt(check, "pull_requests") ?? []).map((pullRequest) => {
    const base = idAt(objectAt(objectAt(pullRequest, "base"), "repo"), "id");
    return base === null || base === repositoryId ? idAt(pullRequest, "number") : null;
  });
  return [...new Set(numbers.filter((number) => number !== null))];
}
